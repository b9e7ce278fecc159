"""The pages of a built book, and what axe says of one."""

from pathlib import Path

from playwright.sync_api import Page

from tests.conftest import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"


# True once every style sheet of a page is there: a page that has none yet looks different.
STYLED = "[...document.querySelectorAll('link[rel=stylesheet]')].every((link) => link.sheet)"


def pages_of(book: Path) -> list[str]:
    """Every page but the first one, which only leads into the book."""
    names = [path.relative_to(book).as_posix() for path in book.rglob("*.html")]
    return sorted(name for name in names if name != "index.html")


def complaints(page: Page, within: str = "html") -> list[str]:
    """What axe finds in light and in dark, one line a rule and element."""
    lines = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for rule in page.evaluate("(within) => axe.run(within)", within)["violations"]:
            lines += [f"{scheme} {rule['id']}: {node['html']}" for node in rule["nodes"]]
    return lines
