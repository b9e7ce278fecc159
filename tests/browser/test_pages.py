"""Every page keeps to itself: no request elsewhere, a strict policy, nothing it does not use."""

import gzip
import re
from urllib.parse import urlparse

import pytest
from playwright.sync_api import Page

from tests.browser.pages import pages_of

FIRST_LOAD_LIMIT = 250 * 1024
AT_ONCE = 10
# What stands in a page that needs a script.
SCRIPTS = {
    "betweenus.js": "data-reflection=",
    "filter.js": "data-filter=",
    "exercises.js": "data-stage-entry",
    "planner.js": "data-planner",
}


@pytest.fixture(scope="session")
def visits(browser, served_course, course_book) -> dict[str, dict]:
    """What happened in the browser on every page of the book."""
    names = pages_of(course_book)
    some = [names[start : start + AT_ONCE] for start in range(0, len(names), AT_ONCE)]
    return {name: seen for each in some for name, seen in visit(browser, served_course, each).items()}


def visit(browser, address, names) -> dict[str, dict]:
    """Visit some pages at the same time, so that waiting for all of them to fall silent takes as long as for one."""
    visited = {name: listen(browser.new_page()) for name in names}
    for name, (page, _) in visited.items():
        page.goto(f"{address}/{name}", wait_until="commit")
    return {name: look(page, seen) for name, (page, seen) in visited.items()}


def listen(page) -> tuple[Page, dict]:
    seen = {"requests": [], "console": [], "responses": []}
    page.on("request", lambda request: seen["requests"].append(request.url))
    page.on("console", lambda message: seen["console"].append(message.text))
    page.on("pageerror", lambda error: seen["console"].append(str(error)))
    page.on("response", lambda response: seen["responses"].append(response))
    return page, seen


def look(page, seen) -> dict:
    page.wait_for_load_state("networkidle")
    seen["bytes"] = sum(len(gzip.compress(response.body())) for response in seen.pop("responses"))
    seen["scripts"] = page.evaluate("[...document.scripts].map((s) => s.src || s.type || 'inline')")
    seen["policy"] = page.evaluate("document.querySelector('meta[http-equiv=Content-Security-Policy]')?.content")
    page.close()
    return seen


def test_the_book_has_pages(visits):
    assert len(visits) > 5


def test_no_page_asks_anything_of_another_host(visits):
    hosts = {urlparse(url).hostname for seen in visits.values() for url in seen["requests"]}
    assert hosts == {"127.0.0.1"}


def test_no_page_has_anything_to_complain_of(visits):
    assert {name: seen["console"] for name, seen in visits.items() if seen["console"]} == {}


def test_every_page_forbids_foreign_scripts_and_all_connections(visits):
    for name, seen in visits.items():
        policy = dict(rule.split(" ", 1) for rule in seen["policy"].split("; "))
        assert policy["default-src"] == "'none'"
        assert policy["script-src"] == "'self'"
        assert policy["connect-src"] == ("'self'" if name == "search.html" else "'none'"), name


def test_no_page_loads_what_it_does_not_use(visits, course_book):
    for name, seen in visits.items():
        scripts = [script for script in seen["scripts"] if script != "application/json"]
        if name == "search.html":
            continue
        files = [script.split("?")[0].rsplit("/", 1)[1] for script in scripts]
        text = (course_book / name).read_text(encoding="utf-8")
        assert files == ["exit.js", *(script for script, marks in SCRIPTS.items() if re.search(marks, text))], name


def test_a_first_load_is_light(visits):
    heaviest = max(visits, key=lambda name: visits[name]["bytes"])
    assert visits[heaviest]["bytes"] <= FIRST_LOAD_LIMIT, (heaviest, visits[heaviest]["bytes"])


def test_no_page_holds_widget_state_or_a_widget_manager(course_book):
    for name in pages_of(course_book):
        text = (course_book / name).read_text(encoding="utf-8")
        assert not re.search(r"widget-state|require\.js|html-manager|widget-view", text), name


def test_the_policy_stops_a_connection(tab, served_course):
    page = tab()
    page.goto(f"{served_course}/notebooks/sleep.html")
    outcome = page.evaluate("fetch('/').then(() => 'connected', () => 'refused')")
    assert outcome == "refused"


def test_the_search_page_finds_words(tab, served_course):
    page = tab()
    page.goto(f"{served_course}/search.html?q=coffee")
    page.wait_for_selector("#search-results li")
    assert "Sleep" in page.inner_text("#search-results")


def test_the_page_that_leads_into_the_book_has_the_policy_too(course_book):
    assert "default-src &#x27;none&#x27;" in (course_book / "index.html").read_text(encoding="utf-8")


def test_the_first_page_leads_into_the_book(tab, course_address):
    page = tab()
    page.goto(f"{course_address}/index.html")
    page.wait_for_url("**/book/welcome.html")
    assert page.inner_text("h1").startswith("Good night")


@pytest.mark.parametrize(
    "width", [320, 1280, *(pytest.param(width, marks=pytest.mark.thorough) for width in (390, 768))]
)
def test_no_page_scrolls_sideways(tab, served_course, course_book, width):
    page: Page = tab(viewport={"width": width, "height": 800})
    for name in pages_of(course_book):
        page.goto(f"{served_course}/{name}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
