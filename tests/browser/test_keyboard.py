"""Who has no pointer gets everywhere: each thing is reached by keyboard, one sees where one is, and one gets out."""

import re
from itertools import chain

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import pages_of
from tests.browser.test_exit import ELSEWHERE, EXIT_URL
from tests.browser.test_places import PASSPHRASE, SLOW, state
from tests.conftest import ROOT

WALKER = ROOT / "tests" / "browser" / "walker.js"
SIZE = {"width": 1000, "height": 700}
WORDS = "the moon on the wall"
MOST = 700  # presses that any page takes


@pytest.fixture
def page(tab) -> Page:
    """A tab in which scrolling is done at once, and whose exit leads to a page that is there."""
    page = tab(viewport=SIZE, reduced_motion="reduce")
    page.add_init_script(path=WALKER)
    page.context.route(f"{EXIT_URL}**", lambda route: route.fulfill(body=ELSEWHERE, content_type="text/html"))
    return page


def look(page: Page) -> dict | None:
    return page.evaluate("() => walker.look()")


def stops(page: Page, key: str = "Tab", unfold: bool = False):
    """Each thing that gets the focus, until it leaves the page."""
    for _ in range(MOST):
        page.keyboard.press(key)
        stop = look(page)
        if stop is None:
            return
        yield stop
        if unfold and stop["isFolded"]:
            page.keyboard.press("Enter")
    raise AssertionError(f"The focus does not leave the page within {MOST} presses of {key}.")


def complaints(stop: dict) -> list[str]:
    return [f"{wrong}: {stop['name']}" for wrong in stop["wrong"]]


def reach(page: Page, selector: str) -> None:
    """Press Tab until something like it has the focus, in sight all the way; past the page's end it begins anew."""
    for stop in chain(stops(page), stops(page)):
        assert complaints(stop) == []
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"The keyboard does not get to {selector}.")


def press(page: Page, selector: str) -> None:
    reach(page, selector)
    page.keyboard.press("Enter")


def leave(page: Page) -> None:
    """Three presses of Shift lead away from wherever one is."""
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(re.compile(re.escape(EXIT_URL)))


def passed_over(page: Page, within: str) -> list[str]:
    return [f"passed over: {each}" for each in page.evaluate("(within) => walker.missed(within)", within)]


def on_the_way_to(page: Page, goal: str) -> list[str]:
    """What is wrong on a page from its top to something like this, or to its end, with all of it unfolded."""
    found, first = [], []
    for stop in stops(page, unfold=True):
        found += complaints(stop)
        first = [*first, stop["leaves"]][:3]
        if page.evaluate("(goal) => document.activeElement.matches(goal)", goal):
            break
    return [*found, *([] if any(first) else ["the way out is not among the first"])]


@pytest.mark.thorough
@pytest.mark.timeout(900)
def test_the_whole_course_is_read_from_its_first_page_to_its_last(page, served_course, course_book):
    page.goto(f"{served_course}/index.html")
    page.wait_for_selector(".contents")
    wrong = {page.url: on_the_way_to(page, "nothing") + passed_over(page, "body")}
    press(page, ".contents a:not([aria-current])")
    while page.wait_for_url(lambda url: url not in wrong) or page.locator("a[rel=next]").count():
        wrong[page.url] = on_the_way_to(page, "a[rel=next]") + passed_over(page, "main")
        page.keyboard.press("Enter")
    assert {url.removeprefix(served_course): found for url, found in wrong.items() if found} == {}
    assert len(wrong) > len(pages_of(course_book)) / 2


def unlocked(page: Page) -> None:
    """Keep what was written on the device."""
    press(page, "[data-do=keep]")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("[data-do=keep]")).to_be_focused()
    page.keyboard.press("Enter")
    for field in ("passphrase", "again"):
        reach_field(page, field)
        page.keyboard.type(PASSPHRASE)
    page.keyboard.press("Enter")
    expect(state(page)).to_contain_text("On this device, unlocked", timeout=SLOW)


def reach_field(page: Page, name: str) -> None:
    field = page.locator(f"dialog[open] [name={name}]")
    if not field.evaluate("(one) => one === document.activeElement"):
        reach(page, f"[name={name}]")


def test_an_own_page_needs_no_pointer(page, served_course):
    page.goto(f"{served_course}/notebooks/sleep.html")
    expect(state(page)).to_be_visible()
    reach(page, "[data-reflection=journal] textarea")
    page.keyboard.type(WORDS)
    reach(page, "[data-reflection=scale] input")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("() => document.activeElement.checked")
    reach(page, "[data-reflection=evidence-check] input")
    page.keyboard.press("Space")
    expect(page.locator("[data-verdict]").first).to_have_attribute("open", "")
    unlocked(page)
    assert look(page)
    press(page, "[data-do=lock]")
    expect(state(page)).to_contain_text("locked")
    assert look(page)
    leave(page)


def test_my_pages_need_no_pointer(page, served_course):
    page.goto(f"{served_course}/notebooks/sleep.html")
    expect(state(page)).to_be_visible()
    reach(page, "[data-reflection=journal] textarea")
    page.keyboard.type(WORDS)
    press(page, "[data-store-pages]")
    expect(page.locator("[data-pages]")).to_contain_text(WORDS)
    press(page, "[data-do-delete]")
    expect(page.get_by_role("button", name="Keep them")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("[data-do-delete]")).to_be_focused()
    page.keyboard.press("Enter")
    press(page, "dialog[open] [type=submit]")
    expect(page.get_by_text("Everything is deleted.")).to_be_visible()
    assert look(page)
    leave(page)


def test_an_evening_and_its_stage_need_no_pointer(page, served_course):
    page.goto(f"{served_course}/book/facilitators/evening.html")
    reach(page, "[name=people]")
    page.keyboard.press("ArrowUp")
    press(page, "[data-wishes] [type=submit]")
    expect(page.get_by_role("button", name="Print the pack")).to_be_visible()
    assert look(page)
    press(page, "[data-project]")
    stage = page.locator("dialog.stage")
    expect(stage).to_be_visible()
    page.keyboard.press("ArrowRight")
    round_it = list(stops_within(page, "dialog.stage"))
    assert [complaint for stop in round_it for complaint in complaints(stop)] == []
    assert any(stop["leaves"] for stop in round_it)
    page.keyboard.press("Escape")
    reach(page, "[data-act=close]")
    page.keyboard.press("Enter")
    expect(stage).to_be_hidden()
    expect(page.locator("[data-project]")).to_be_focused()
    page.keyboard.press("Enter")
    leave(page)


def stops_within(page: Page, selector: str):
    """Each thing in a dialog that gets the focus, until all that can be pressed in it had it."""
    for stop in stops(page):
        yield stop
        if not page.evaluate("(within) => walker.missed(within)", selector):
            return
