"""The Content-Security-Policy written into every page."""

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'none'",
    "form-action": "'none'",
    "base-uri": "'none'",
    "require-trusted-types-for": "'script'",
    # The scripts that a page may add by itself, when they are first needed, and the worker of what encrypts.
    "trusted-types": "betweenus betweenus-worker",
    # Its code lies in the page's scripts. A worker from an address of its own would not be under this policy.
    "worker-src": "blob:",
}
# Sphinx's search fetches the pages it found, to show the words around a hit, and parses them.
SEARCH_POLICY = {"connect-src": "'self'", "require-trusted-types-for": None, "trusted-types": None}


def content_security_policy(pagename: str) -> str:
    """The policy for a page: no script but the book's own, and no connection to anywhere."""
    rules = POLICY | (SEARCH_POLICY if pagename == "search" else {})
    return "; ".join(f"{name} {value}" for name, value in rules.items() if value)
