"""With the browser's text at 150 and 200 %, on a phone, nothing breaks and nothing is covered."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.chromium import QUIET
from tests.browser.pages import wait_for_style
from tests.tools import chromium

PHONE = {"width": 390, "height": 844}
PAGES = (
    "book/modules/sleep",
    "book/help",
    "book/facilitators/evening",
    "book/evidence/ledger",
    "exercises/sort-the-sayings",
    "notebooks/sleep",
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


@pytest.fixture(scope="module", params=[24, 32])
def large(request, browser) -> Browser:
    """A browser whose reader wants text of this size, in pixels."""
    size = f"--blink-settings=defaultFontSize={request.param}"
    large = browser.browser_type.launch(executable_path=chromium(), args=[*QUIET, size])
    yield large
    large.close()


@pytest.fixture
def page(large) -> Page:
    context = large.new_context(viewport=PHONE)
    yield context.new_page()
    context.close()


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    wait_for_style(page)
    return page


@pytest.mark.parametrize("name", PAGES)
def test_the_page_never_scrolls_sideways(page, served_course, name):
    opened(page, f"{served_course}/{name}.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("name", PAGES)
def test_nothing_covers_more_than_a_quarter_of_the_screen(page, served_course, name):
    assert opened(page, f"{served_course}/{name}.html").evaluate(COVERED) <= 0.25


@pytest.mark.parametrize("name", ["book/modules/sleep", "notebooks/sleep"])
def test_the_way_out_stays_in_reach_and_where_it_was(page, served_course, name):
    opened(page, f"{served_course}/{name}.html")
    exit = page.locator(".site-header a.exit")
    before = exit.bounding_box()
    page.evaluate("scrollTo({ top: 900, behavior: 'instant' })")
    after = exit.bounding_box()
    assert before == after and after["y"] >= 0 and after["x"] + after["width"] <= PHONE["width"]
