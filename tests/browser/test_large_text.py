"""With the browser's text at 150 and 200 %, nothing breaks, nothing is cut and nothing is covered."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.alone import serve_alone
from tests.browser.chromium import QUIET
from tests.browser.pages import wait_for_style
from tests.browser.test_accessibility import KINDS, STATES
from tests.tools import chromium

PAGES = (
    "book/welcome",
    "book/modules/sleep",
    "book/gallery",
    "book/help",
    "book/facilitators/evening",
    "book/evidence/ledger",
    "exercises/sort-the-sayings",
    "notebooks/sleep",
    "notebooks/my-pages",
    "search",
    "404",
)
# How much of the window, down its middle, is covered by what stays when the page scrolls.
COVERED = """() => {
  scrollTo({ top: 600, behavior: "instant" });
  const stays = (element) => element
    && (["fixed", "sticky"].includes(getComputedStyle(element).position) || stays(element.parentElement));
  const lines = [...Array(innerHeight).keys()];
  return lines.filter((y) => stays(document.elementFromPoint(innerWidth / 2, y))).length / innerHeight;
}"""
# Whatever shows less than it holds and can't be scrolled. What only those hear who listen is a pixel wide, the one line
# on where answers are ends in dots, and a drawing that only decorates may run over an edge.
CUT = """() => [...document.querySelectorAll("body :not(svg)")].filter((element) => {
  const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
  const cuts = (way) => ["hidden", "clip"].includes(way);
  const { left, top, width, height } = element.getBoundingClientRect();
  const goesOver = (held) => {
    const { right, bottom } = held.getBoundingClientRect();
    const wider = cuts(overflowX) && textOverflow !== "ellipsis" && right > left + width + 1;
    const higher = cuts(overflowY) && bottom > top + height + 1;
    return !held.closest("svg[aria-hidden]") && held.checkVisibility() && (wider || higher);
  };
  const shown = element.checkVisibility() && width > 2 && height > 2 && (cuts(overflowX) || cuts(overflowY));
  return shown && [...element.querySelectorAll(":not(:has(svg[aria-hidden]))")].some(goesOver);
}).map((element) => element.outerHTML.slice(0, 120))"""
# Where the way out is, if nothing lies on it.
EXIT = """() => {
  const exit = document.querySelector(".site-header a.exit");
  const { left, top, right, bottom } = exit.getBoundingClientRect();
  const isOnTop = exit.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
  return isOnTop && left >= 0 && right <= innerWidth ? [left, top] : null;
}"""


@pytest.fixture(scope="module", params=[pytest.param(24, marks=pytest.mark.thorough), 32])
def large(request, browser) -> Browser:
    """A browser whose reader wants text of this size, in pixels."""
    size = f"--blink-settings=defaultFontSize={request.param}"
    large = browser.browser_type.launch(executable_path=chromium(), args=[*QUIET, size])
    yield large
    large.close()


ROOMIER = [pytest.param(size, marks=pytest.mark.thorough) for size in ((390, 844), (1280, 800))]


@pytest.fixture(params=[(320, 568), *ROOMIER], ids="{0[0]}x{0[1]}".format)
def page(large, request) -> Page:
    width, height = request.param
    context = large.new_context(viewport={"width": width, "height": height})
    yield context.new_page()
    context.close()


def broken(page: Page) -> list[str]:
    """What is wider than the window, or cut."""
    sideways = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return [*(["the page scrolls sideways"] if sideways else []), *page.evaluate(CUT)]


def hidden(page: Page) -> list[str]:
    """What is covered that has to be seen."""
    before = page.evaluate(EXIT)
    covered = page.evaluate(COVERED)
    after = page.evaluate(EXIT)
    told = {
        f"{covered:.0%} is covered": covered > 0.25,
        f"the way out: {before}, {after}": not before or before != after,
    }
    return [what for what, is_so in told.items() if is_so]


def read_on(page: Page) -> None:
    """To the first section, until the contents say so, if they are there."""
    contents = page.locator(".on-this-page:visible")
    if contents.count():
        page.evaluate("document.querySelector('main section section').scrollIntoView({ behavior: 'instant' })")
        expect(contents.locator("[data-place]")).not_to_be_empty()


def test_no_page_breaks_and_the_way_out_stays_in_reach(page, served_course):
    wrong = {}
    for name in PAGES:
        page.goto(f"{served_course}/{name}.html")
        wait_for_style(page)
        wrong[name] = [*broken(page), *hidden(page)]
        read_on(page)
        wrong[name] += broken(page)
    assert {name: what for name, what in wrong.items() if what} == {}


@pytest.fixture(scope="module")
def served_together(tmp_path_factory):
    address, close = serve_alone(tmp_path_factory.mktemp("together"), *KINDS)
    yield f"{address}/together.html"
    close()


@pytest.mark.thorough
def test_no_state_of_a_reflection_breaks(page, served_together):
    wrong = {}
    for state, reach in STATES.items():
        page.goto(served_together)
        expect(page.locator("[data-reflection][data-ready]")).to_have_count(len(KINDS))
        wait_for_style(page)
        reach(page)
        wrong[state] = broken(page)
    assert {state: what for state, what in wrong.items() if what} == {}
