"""Every page keeps to itself: no request elsewhere, a strict policy, nothing it does not use."""

import gzip
import re
from urllib.parse import urlparse

import pytest
from playwright.sync_api import Page

from tests.browser.pages import pages_of
from tests.until import until

# What a first load may weigh in KB, fonts and all.
HEAVIEST = 110
AT_ONCE = 10
# What stands in a page that needs a script.
SCRIPTS = {
    "from_top.js": 'data-sections|<details class="claim"',
    "betweenus.js": "data-reflection=",
    "filter.js": "data-filter=",
    "exercises.js": "data-stage-entry",
    "planner.js": "data-planner",
    "sections.js": "data-sections",
    "search.js": "data-search",
}


IS_DONE = """() =>
  document.readyState === "complete" && document.fonts.status === "loaded" &&
  !document.querySelector("[data-reflection]:not([data-ready])")"""


class Listener:
    """A tab that writes down what happens in it; several wait at once until their pages fall silent."""

    def __init__(self, page: Page) -> None:
        self.page = page
        keeping_nothing = page.context.new_cdp_session(page)
        keeping_nothing.send("Network.enable")
        keeping_nothing.send("Network.setCacheDisabled", {"cacheDisabled": True})  # as on a first visit
        page.on("request", lambda request: self.seen["requests"].append(request.url))
        page.on("console", lambda message: self.seen["console"].append(message.text))
        page.on("pageerror", lambda error: self.seen["console"].append(str(error)))
        page.on("response", lambda response: self.responses.append(response))
        page.on("request", lambda request: self.waiting.add(request.url))
        for ended in ("requestfinished", "requestfailed"):
            page.on(ended, lambda request: self.waiting.discard(request.url))

    def open(self, url: str) -> None:
        self.seen, self.responses, self.waiting = {"requests": [], "console": []}, [], set()
        self.page.goto(url, wait_until="commit")

    def hear(self) -> dict:
        until(lambda: self.page.evaluate(IS_DONE), f"{self.page.url} to be done")
        until(lambda: self.page.title() and not self.waiting, f"what {self.page.url} asked for")
        return self.seen | {
            "bytes": sum(map(weight, self.responses)),
            "scripts": self.page.evaluate("[...document.scripts].map((s) => s.src || s.type || 'inline')"),
            "policy": self.page.evaluate("document.querySelector('meta[http-equiv=Content-Security-Policy]')?.content"),
        }


WEIGHTS: dict[str, int] = {}


def weight(response) -> int:
    """Its size as most hosts would send it, in bytes; most pages load the same."""
    if response.url not in WEIGHTS:
        WEIGHTS[response.url] = len(gzip.compress(response.body()))
    return WEIGHTS[response.url]


@pytest.fixture(scope="session")
def visits(browser, served_course, course_book) -> dict[str, dict]:
    """What happened in the browser on every page of the book."""
    listeners = [Listener(browser.new_page()) for _ in range(AT_ONCE)]
    visited = {}
    names = iter(pages_of(course_book))
    while batch := dict(zip(listeners, names, strict=False)):
        for listener, name in batch.items():
            listener.open(f"{served_course}/{name}")
        visited |= {name: listener.hear() for listener, name in batch.items()}
    for listener in listeners:
        listener.page.close()
    return visited


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
        assert policy["connect-src"] == "'none'", name


def test_no_page_loads_what_it_does_not_use(visits, course_book):
    for name, seen in visits.items():
        scripts = [script for script in seen["scripts"] if script != "application/json"]
        files = [script.split("?")[0].rsplit("/", 1)[1] for script in scripts]
        text = (course_book / name).read_text(encoding="utf-8")
        used = [script for script, marks in SCRIPTS.items() if re.search(marks, text)]
        assert files == ["exit.js", *used], name


def test_a_first_load_is_light(visits):
    weights = {name: round(seen["bytes"] / 1024, 1) for name, seen in visits.items()}
    assert {name: weight for name, weight in weights.items() if weight > HEAVIEST} == {}


def test_no_page_holds_widget_state_or_a_widget_manager(course_book):
    for name in pages_of(course_book):
        text = (course_book / name).read_text(encoding="utf-8")
        assert not re.search(r"widget-state|require\.js|html-manager|widget-view", text), name


def test_the_policy_stops_a_connection(tab, served_course):
    page = tab()
    page.goto(f"{served_course}/notebooks/sleep.html")
    outcome = page.evaluate("fetch('/').then(() => 'connected', () => 'refused')")
    assert outcome == "refused"


@pytest.mark.parametrize(
    "name", ["book/facilitators/evening.html", "book/evidence/ledger.html", "exercises/lights-out.html"]
)
def test_an_address_that_ends_badly_stops_no_script(tab, served_course, name):
    page = tab()
    faults = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    assert page.goto(f"{served_course}/{name}#%E0").ok
    page.wait_for_load_state("load")
    assert faults == []


def test_no_page_can_send_a_form_anywhere(visits):
    assert {seen["policy"].partition("form-action ")[2].partition(";")[0] for seen in visits.values()} == {"'none'"}


def test_the_page_that_leads_into_the_book_has_the_policy_too(course_book):
    assert "default-src &#x27;none&#x27;" in (course_book / "index.html").read_text(encoding="utf-8")


def test_the_first_page_leads_into_the_book(tab, course_address):
    page = tab()
    page.goto(f"{course_address}/index.html")
    page.wait_for_url("**/book/welcome.html")
    assert page.inner_text("h1").startswith("Good night")


def test_no_page_scrolls_sideways(tab, served_course, course_book):
    page: Page = tab()
    for name in pages_of(course_book):
        page.goto(f"{served_course}/{name}")
        for width in (320, 390, 768, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name
