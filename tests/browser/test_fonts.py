"""The fonts come from the book itself, only those that a page needs. Nothing jumps when they, scripts or the end of the
page come late."""

import re
import time

import pytest
from playwright.sync_api import expect

from tests.browser.test_large_text import PAGES

# What has moved without being touched, since the page began.
SHIFTS = """new PerformanceObserver((list) => {
  for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) globalThis.shifted += value;
}).observe({ type: "layout-shift", buffered: true })"""
PHONE = {"width": 390, "height": 844}
LATE = 0.7  # seconds
AT_ONCE = ("book/modules/sleep", "notebooks/sleep")


def marked(name: str):
    """What people read and write on is looked at with each run, all other pages with the thorough one."""
    return pytest.param(name, marks=[] if name in AT_ONCE else pytest.mark.thorough)


@pytest.mark.parametrize("name", [marked(name) for name in PAGES if name != "404"])
def test_nothing_jumps_when_fonts_and_scripts_come_late(tab, served_course, name):
    page, held = tab(viewport=PHONE), []
    page.add_init_script(f"globalThis.shifted = 0; {SHIFTS}")
    page.route("**/*.woff2", lambda route: held.append(route))
    page.route(re.compile(r"\.js\b"), late)
    come_without_fonts(page, f"{served_course}/{name}.html")
    let_come(page, held)
    page.wait_for_timeout(200)
    assert page.evaluate("globalThis.shifted") < 0.02


def late(route):
    time.sleep(LATE)
    route.continue_()


def come_without_fonts(page, address):
    with page.expect_request("**/*.woff2"):
        page.goto(address, wait_until="domcontentloaded")
    page.wait_for_function("() => performance.getEntriesByName('first-contentful-paint').length")


def let_come(page, held):
    for route in held:
        route.continue_()
    page.unroute("**/*.woff2")  # as long as there is a route, nothing comes from the cache
    page.wait_for_function("() => [...document.fonts].every(({ status }) => status !== 'loading')")


def letters_of(page, selector: str) -> dict[str, bool]:
    """The fonts that an element is drawn in, and whether they come from the book."""
    devtools = page.context.new_cdp_session(page)
    for domain in ("DOM", "CSS"):
        devtools.send(f"{domain}.enable")
    root = devtools.send("DOM.getDocument")["root"]["nodeId"]
    element = devtools.send("DOM.querySelector", {"nodeId": root, "selector": selector})
    fonts = devtools.send("CSS.getPlatformFontsForNode", element)["fonts"]
    return {font["familyName"]: font["isCustomFont"] for font in fonts}


def test_fonts_that_come_late_are_for_the_next_page(tab, served_course):
    page, held = tab(), []
    page.route("**/*.woff2", lambda route: held.append(route))
    come_without_fonts(page, f"{served_course}/book/modules/sleep.html")
    let_come(page, held)
    assert not any(letters_of(page, "main p").values())
    page.goto(f"{served_course}/book/help.html")
    assert letters_of(page, "main p") == {"Literata": True}


@pytest.mark.parametrize("width", [390, 1280])
def test_the_text_stands_in_its_place_before_the_rest_of_the_page_is_there(tab, served_course, width):
    page = tab(viewport={"width": width, "height": 900})

    def without_its_end(route):
        route.fulfill(body=route.fetch().text().partition('<nav id="contents"')[0], content_type="text/html")

    page.goto(f"{served_course}/book/modules/sleep.html")
    place = page.locator("main h1").bounding_box()
    page.route("**/sleep.html", without_its_end)
    page.reload()
    expect(page.locator("#contents")).to_have_count(0)
    assert page.locator("main h1").bounding_box() == place


def test_a_page_in_english_loads_three_fonts_at_most(tab, served_course):
    page, asked = tab(), []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(f"{served_course}/book/modules/sleep.html", wait_until="networkidle")
    fonts = [name for name in asked if name.endswith(".woff2")]
    assert set(fonts) <= {"literata.woff2", "literata-italic.woff2", "atkinson.woff2"} and len(fonts) == len(set(fonts))


@pytest.mark.parametrize("letters", ["Şčő", "@#$", "éñÜ"])
def test_what_is_typed_fetches_no_font(tab, served_course, letters):
    page, asked = tab(), []
    page.goto(f"{served_course}/notebooks/sleep.html#everything", wait_until="networkidle")
    page.on("request", lambda request: asked.append(request.url))
    page.locator("textarea").first.fill(letters)
    page.evaluate("(letters) => document.querySelector('h1').append(letters)", letters)
    page.evaluate("document.fonts.ready")
    assert asked == []


@pytest.mark.thorough
def test_letters_of_other_languages_bring_their_own_part_in_a_book_that_has_them(tab, served_course):
    page, asked = tab(), []
    page.goto(f"{served_course}/book/modules/sleep.html", wait_until="networkidle")
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.evaluate("document.documentElement.lang = 'cs'; document.querySelector('h1').textContent = 'Şčő'")
    page.evaluate("document.fonts.ready")
    assert "literata-extended.woff2" in asked
