"""No page and no state of a reflection breaks a rule that axe knows."""

import pytest
from playwright.sync_api import Locator, Page

from betweenus import Reflection
from tests.browser.alone import serve_alone
from tests.browser.pages import AXE, complaints, pages_of

WORDS = "Some words to try it with."
KINDS = sorted(Reflection.__subclasses__(), key=lambda kind: kind.__name__)


@pytest.fixture
def open_with_axe(tab):
    """A function that opens a page of the book with axe in it.

    The page's policy is set aside, for axe alone: it writes styles into the page to measure by.
    """

    def open_page(url: str, **options) -> Page:
        page = tab(bypass_csp=True, reduced_motion="reduce", **options)
        page.add_init_script(path=AXE)
        page.goto(url)
        return page

    return open_page


@pytest.mark.thorough
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_breaks_a_rule(open_with_axe, served_course, course_book, width):
    page = open_with_axe(f"{served_course}/book/welcome.html", viewport={"width": width, "height": 800})
    broken = {}
    for name in pages_of(course_book):
        page.goto(f"{served_course}/{name}")
        broken[name] = complaints(page)
    assert {name: lines for name, lines in broken.items() if lines} == {}


def test_what_was_found_breaks_no_rule(open_with_axe, served_course):
    page = open_with_axe(f"{served_course}/search.html")
    page.locator("#query").fill("sleep")
    page.locator(".hit").first.wait_for()
    assert complaints(page) == []


def test_a_country_with_its_numbers_breaks_no_rule(open_with_axe, served_course):
    page = open_with_axe(f"{served_course}/book/help.html#in-lull", viewport={"width": 390, "height": 800})
    page.get_by_role("link", name="Call 000").wait_for()
    assert complaints(page) == []


@pytest.fixture(scope="module")
def served_alone(tmp_path_factory):
    address, close = serve_alone(tmp_path_factory.mktemp("alone"), *KINDS)
    yield address
    close()


def fill(reflection: Locator) -> None:
    """Write into every box and tick the first choice of every group, as far as they are in sight."""
    for box in reflection.locator("textarea:visible, input[type=text]:visible").all():
        box.fill(WORDS)
    for choice in reflection.locator("fieldset:visible").all():
        first = choice.locator("input[type=radio], input[type=checkbox]").first
        if first.count() and first.is_visible():
            first.check()


def reveal(reflection: Locator) -> None:
    fill(reflection)
    reflection.locator("details").evaluate_all("(all) => { for (const each of all) each.open = true; }")


def refuse(page: Page) -> None:
    """From here on the browser has no room left for what is written."""
    page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError'); }; }"
    )


STATES = {
    "start": lambda page, reflection: None,
    "filled": lambda page, reflection: fill(reflection),
    "revealed": lambda page, reflection: reveal(reflection),
    "error": lambda page, reflection: (refuse(page), fill(reflection)),
}


@pytest.mark.parametrize(
    "state",
    [*(pytest.param(state, marks=pytest.mark.thorough) for state in ("start", "revealed")), "filled", "error"],
)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_no_state_of_a_reflection_breaks_a_rule(open_with_axe, served_alone, kind, state):
    page = open_with_axe(f"{served_alone}/{kind.kind}.html", viewport={"width": 390, "height": 800})
    reflection = page.locator("[data-reflection][data-ready]")
    reflection.wait_for()
    STATES[state](page, reflection)
    assert complaints(page, "[data-reflection]") == []


def test_the_cover_of_the_quick_exit_breaks_no_rule(open_with_axe, served_course):
    page = open_with_axe(f"{served_course}/book/welcome.html")
    page.context.route("https://**", lambda route: route.fulfill(status=204))
    page.locator("a.exit").click()
    page.locator(".exit-cover").wait_for()
    assert complaints(page) == []


def test_half_pressed_the_quick_exit_breaks_no_rule(open_with_axe, served_course):
    page = open_with_axe(f"{served_course}/book/welcome.html")
    page.keyboard.press("Shift")
    page.locator(".exit-lights").wait_for()
    assert complaints(page) == []
