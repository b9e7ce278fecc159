"""The Content-Security-Policy: what is written into every page, and what a host sends with every answer."""

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


def content_security_policy() -> str:
    """The policy for a page: no script but the book's own, and no connection to anywhere."""
    return as_text(POLICY)


def header_policy() -> str:
    """The policy that a host sends with every answer, whatever it is.

    There is one for all: of two rules in `_headers` that fit, some hosts take one and others both. What has no policy
    of its own, such as an image opened by itself, can't reach another host.
    """
    return as_text(POLICY | {"frame-ancestors": "'none'"})


def as_text(rules: dict[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in rules.items())
