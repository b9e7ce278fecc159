"""What a foreign script could send, if one ever ran on a page of the book, is what ways.yml says, in each browser.

It shows what the policy stops, and what it can't; that no foreign script runs at all is held elsewhere.
"""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext
from selenium.webdriver import ActionChains

from tests.browser.chromium import QUIET
from tests.browser.webkit import Tab
from tests.journeys.conftest import firefox_esr, firefox_start, on_linux, webkit_gtk  # noqa: F401
from tests.sending.listening import elsewhere, host_of
from tests.sending.ways import BROWSERS, ELSEWHERE, OWN, Ground, Way, script, ways
from tests.tools import chromium

pytestmark = pytest.mark.thorough
GONE = "gone"  # what the page is at last left for
PAGE = "notebooks/sleep.html"
PAGES = [
    "book/modules/sleep.html",
    "book/gallery.html",
    "book/facilitators/evening.html",
    "exercises/lights-out.html",
    "notebooks/my-pages.html",
    "search.html",
    "no/such/page.html",
]
FILES = ["_static/favicon.svg", "_static/exit.js"]
LEAVE = "(address) => { location = address; }"
# Where nothing is pressed by it but the page itself.
SPOT = (300, 300)


class OfPlaywright:
    """A browser in which ways are tried one after another, each in a tab of its own."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context

    def begin(self, address: str, script: str, told: dict) -> Callable[[str], None]:
        """Run a script on a page, and press a key of the mouse. What returns leaves for an address."""
        tab = self.context.new_page()
        tab.goto(address)
        tab.evaluate(script, told)
        tab.mouse.click(*SPOT)
        return lambda there: tab.evaluate(LEAVE, there)

    def end(self) -> None:
        for tab in self.context.pages[1:]:
            tab.close()


class OfWebKit:
    """The same in WebKit, in one tab."""

    def __init__(self, tab: Tab) -> None:
        self.tab = tab

    def begin(self, address: str, script: str, told: dict) -> Callable[[str], None]:
        self.tab.goto(address)
        self.tab.evaluate(script, told)
        mouse = ActionChains(self.tab.browser)
        mouse.w3c_actions.pointer_action.move_to_location(*SPOT).click()
        mouse.perform()
        return lambda there: self.tab.evaluate(LEAVE, there)

    def end(self) -> None:
        browser = self.tab.browser
        first, *others = browser.window_handles
        for each in others:
            browser.switch_to.window(each)
            browser.close()
        browser.switch_to.window(first)


@pytest.fixture(scope="module", params=BROWSERS)
def browser_of_ways(request, playwright, tmp_path_factory) -> Iterator[OfPlaywright | OfWebKit]:
    if request.param == "webkit":
        yield OfWebKit(request.getfixturevalue("webkit_gtk"))
        return
    if request.param == "firefox":
        context = request.getfixturevalue("firefox_esr").new_context()
    else:
        # With a profile, as people have it: in a window that keeps nothing, Chromium connects nowhere ahead of time.
        profile = tmp_path_factory.mktemp("profile")
        context = playwright.chromium.launch_persistent_context(profile, executable_path=chromium(), args=QUIET)
    if not context.pages:
        context.new_page()
    yield OfPlaywright(context)
    context.close()


@pytest.fixture
def attempt(request, browser_of_ways, course_book):
    """A function that tries ways together on a page, and says where what arrived is not as expected."""
    name = request.node.callspec.params["browser_of_ways"]

    def try_out(page: str, policy: str, place: str, tried: list[Way]) -> dict[str, str]:
        names = [way.name for way in tried]
        with host_of(course_book, policy) as own, elsewhere([*names, GONE]) as others:
            ground = Ground(own, others)
            expected = {way.name: way.expected(place, name, policy) for way in tried}
            leave = browser_of_ways.begin(ground.book + page, script(names), ground.told(place, names))
            heard = ground.heard(place)
            heard.wait_for(expected)
            if not any(way.alone for way in tried if expected[way.name] == "the word"):
                leave(ground.target(ELSEWHERE, GONE)["address"])
                others.heard.wait_for({GONE: "the word"})
            browser_of_ways.end()
            return {each: heard.of(each) for each in names if heard.of(each) != expected[each]}

    return try_out


STAYING = [way for way in ways().values() if not way.alone]
ALONE = [way for way in ways().values() if way.alone]
THROUGH_FILES = [way for way in ALONE if way.arrives_without_headers]


@pytest.mark.parametrize("page", [PAGE, *PAGES])
def test_from_a_page_nothing_gets_elsewhere_but_what_the_table_says(attempt, page):
    assert attempt(page, "page", ELSEWHERE, STAYING) == {}


@pytest.mark.parametrize("file", FILES)
def test_nor_from_a_file_of_a_host_that_sends_the_policy(attempt, file):
    assert attempt(file, "headers", ELSEWHERE, STAYING) == {}


def test_the_own_host_gets_what_the_table_says(attempt):
    assert attempt(PAGE, "page", OWN, STAYING) == {}


@pytest.mark.parametrize("way", ALONE, ids=lambda way: way.name)
def test_who_leaves_can_take_words_along_as_the_table_says(attempt, way):
    assert attempt(PAGE, "page", ELSEWHERE, [way]) == {}


@pytest.mark.parametrize("way", THROUGH_FILES, ids=lambda way: way.name)
def test_no_file_is_a_way_out_where_the_host_sends_the_policy(attempt, way):
    assert attempt(PAGE, "headers", ELSEWHERE, [way]) == {}
