"""The pages of a built book, and what two engines that know rules of accessibility say of one."""

from pathlib import Path

from playwright.sync_api import Page

from tests.conftest import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
SNIFFER = ROOT / "node_modules" / "html_codesniffer" / "build" / "HTMLCS.js"
# Ends once every style sheet of a page is there.
STYLED = """async () => {
  for (const link of document.querySelectorAll("link[rel=stylesheet]")) {
    if (!link.sheet) await new Promise((loaded) => link.addEventListener("load", loaded));
  }
}"""
# Every answer that a page can read, wherever it is kept.
RECORDS = """async () => {
  const stores = [...globalThis[Symbol.for("betweenus/stores")].values()];
  const all = await Promise.all(stores.map((store) => store.all()));
  return all.flatMap(({ records }) => records);
}"""


def records(page: Page) -> dict[str, dict]:
    """The answers of a page, by the id of their reflection."""
    return {record["id"]: record for record in page.evaluate(RECORDS)}


def pages_of(book: Path) -> list[str]:
    """Every page but the first one, which only leads into the book."""
    names = [path.relative_to(book).as_posix() for path in book.rglob("*.html")]
    return sorted(name for name in names if name != "index.html")


def wait_for_style(page: Page) -> None:
    """Wait for a page's style: without it the page looks different."""
    page.evaluate(STYLED)


VIOLATIONS = """async ([within, options]) => {
  const { violations } = await axe.run(within, { resultTypes: ["violations"], ...options });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}"""
# What it is sure of, of what is there for anybody; of what a person has to judge it tells on every page. H32 wants
# a button that sends each form, and a filter acts while one types.
ERRORS = """(within) => new Promise((told) => {
  HTMLCS.process("WCAG2AA", document.querySelector(within), () => {
    const errors = HTMLCS.getMessages().filter(({ type, code, element }) =>
      type === HTMLCS.ERROR && !code.includes(".H32.") && !element.closest?.("[hidden]"));
    told(errors.map(({ code, msg, element }) => `${code} ${msg} ${element.outerHTML?.slice(0, 200)}`));
  });
})"""
# Only colours are others in the dark.
SCHEMES = {"light": {}, "dark": {"runOnly": ["cat.color"]}}
WITHOUT_COLOURS = {"rules": {"color-contrast": {"enabled": False}}}


def complaints(page: Page, within: str = "html") -> list[str]:
    """What axe finds in light and in dark, and HTML_CodeSniffer in light, one line a rule and element."""
    page.emulate_media(color_scheme="light")
    bring_engines(page)
    lines = page.evaluate(ERRORS, within)
    for scheme, options in SCHEMES.items():
        page.emulate_media(color_scheme=scheme)
        lines += [f"{scheme} {line}" for line in page.evaluate(VIOLATIONS, [within, options])]
    return lines


def complaints_but_of_colours(page: Page) -> list[str]:
    """The same without axe's rule of contrast, which takes as long as all others."""
    bring_engines(page)
    return page.evaluate(ERRORS, "html") + page.evaluate(VIOLATIONS, ["html", WITHOUT_COLOURS])


def bring_engines(page: Page) -> None:
    for engine in (AXE, SNIFFER):
        page.evaluate(engine.read_text(encoding="utf-8"))
