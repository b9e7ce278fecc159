"""No page and no state of a reflection breaks a rule that axe or HTML_CodeSniffer knows."""

import pytest
from playwright.sync_api import Page, expect

from betweenus import Reflection
from tests.browser.alone import serve_alone
from tests.browser.pages import complaints, complaints_but_of_colours, pages_of

WORDS = "Some words to try it with."
# What kinds of elements a page has, each with what it stands in.
MADE_OF = """() => {
  const kind = ({ localName, classList }) => `${localName}.${classList}`;
  return [...document.querySelectorAll("body *")].map((each) => `${kind(each.parentElement)} > ${kind(each)}`);
}"""
KINDS = sorted(Reflection.__subclasses__(), key=lambda kind: kind.__name__)


@pytest.fixture
def open_to_judge(tab):
    """A function that opens a page of the book for the engines that judge it.

    The page's policy is set aside for them alone: axe writes styles into the page to measure by.
    """

    def open_page(url: str, **options) -> Page:
        page = tab(bypass_csp=True, reduced_motion="reduce", **options)
        page.goto(url)
        return page

    return open_page


@pytest.mark.thorough
@pytest.mark.timeout(1800)
def test_no_page_breaks_a_rule(open_to_judge, served_course, course_book):
    """What it says and how it is built for all of them; how it looks, for each that has something new."""
    page = open_to_judge(f"{served_course}/book/welcome.html")
    broken, known = {}, set()
    for name in pages_of(course_book):
        page.goto(f"{served_course}/{name}")
        made_of = set(page.evaluate(MADE_OF))
        if made_of <= known:
            broken[name] = complaints_but_of_colours(page)
            continue
        known |= made_of
        for width in (390, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            broken[name] = broken.get(name, []) + complaints(page)
    assert {name: lines for name, lines in broken.items() if lines} == {}


@pytest.mark.thorough
def test_what_was_found_breaks_no_rule(open_to_judge, served_course):
    page = open_to_judge(f"{served_course}/search.html")
    page.locator("#query").fill("sleep")
    page.locator(".hit").first.wait_for()
    assert complaints(page) == []


def test_a_country_with_its_numbers_breaks_no_rule(open_to_judge, served_course):
    page = open_to_judge(f"{served_course}/book/help.html#in-lull", viewport={"width": 390, "height": 800})
    page.get_by_role("link", name="Call 000").wait_for()
    assert complaints(page) == []


@pytest.fixture(scope="module")
def served_together(tmp_path_factory):
    """The address of a page with a reflection of each kind."""
    address, close = serve_alone(tmp_path_factory.mktemp("together"), *KINDS)
    yield f"{address}/together.html"
    close()


def fill(page: Page) -> None:
    """Write into every box and tick the first choice of every group, as far as they are in sight."""
    for box in page.locator("textarea:visible, input[type=text]:visible").all():
        box.fill(WORDS)
    for choice in page.locator("fieldset:visible").all():
        first = choice.locator("input[type=radio], input[type=checkbox]").first
        if first.count() and first.is_visible():
            first.check()


def reveal(page: Page) -> None:
    fill(page)
    page.locator("details").evaluate_all("(all) => { for (const each of all) each.open = true; }")


def refuse(page: Page) -> None:
    """From here on the browser has no room left for what is written."""
    page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError'); }; }"
    )


STATES = {
    "start": lambda page: None,
    "filled": fill,
    "revealed": reveal,
    "error": lambda page: (refuse(page), fill(page)),
}


@pytest.mark.parametrize(
    "state",
    [*(pytest.param(state, marks=pytest.mark.thorough) for state in ("start", "revealed")), "filled", "error"],
)
def test_no_state_of_a_reflection_breaks_a_rule(open_to_judge, served_together, state):
    page = open_to_judge(served_together, viewport={"width": 390, "height": 800})
    expect(page.locator("[data-reflection][data-ready]")).to_have_count(len(KINDS))
    STATES[state](page)
    assert complaints(page, "main") == []


def test_the_cover_of_the_quick_exit_breaks_no_rule(open_to_judge, served_course):
    page = open_to_judge(f"{served_course}/book/welcome.html")
    page.context.route("https://**", lambda route: route.fulfill(status=204))
    page.locator("a.exit").click()
    page.locator(".exit-cover").wait_for()
    assert complaints(page) == []


def test_half_pressed_the_quick_exit_breaks_no_rule(open_to_judge, served_course):
    page = open_to_judge(f"{served_course}/book/welcome.html")
    page.keyboard.press("Shift")
    page.locator(".exit-lights").wait_for()
    assert complaints(page) == []
