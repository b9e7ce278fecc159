"""What a host sends holds in the browser: no answer of it, page or not, can be used to reach or to show anything."""

import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import expect

from tests.browser.test_store import PASSPHRASE, box, visit


class Elsewhere(ThreadingHTTPServer):
    """Another host, which writes down what it is asked for and shows a book in a frame."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Ear)
        self.heard: list[str] = []
        self.framed = ""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Ear(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.server.heard.append(self.path)
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(f"<iframe src='{self.server.framed}'></iframe>".encode())

    def log_message(self, *arguments) -> None:
        pass


@pytest.fixture
def elsewhere() -> Iterator[Elsewhere]:
    server = Elsewhere()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()


@pytest.mark.parametrize(
    "name",
    [
        "no/such/page.html",
        "_static/favicon.svg",
        *(pytest.param(name, marks=pytest.mark.thorough) for name in ("_static/", "_static/search-index.js")),
    ],
)
def test_from_no_answer_of_the_host_can_a_script_reach_another(tab, served_course, elsewhere, name):
    page = tab()
    page.goto(f"{served_course}/{name}")
    ask = "(address) => fetch(address, { mode: 'no-cors' }).then(() => 'connected', () => 'refused')"
    assert page.evaluate(ask, f"{elsewhere.address}/said") == "refused"
    assert elsewhere.heard == []


def test_no_other_site_shows_the_book_in_a_frame(tab, served_course, elsewhere):
    elsewhere.framed = f"{served_course}/notebooks/sleep.html"
    page = tab()
    page.goto(elsewhere.address)
    page.wait_for_load_state("networkidle")
    assert "sleep.html" not in page.frames[1].url


def test_what_is_written_is_there_again_after_a_visit_to_another_site(tab, served_course, elsewhere):
    page = visit(tab(), f"{served_course}/notebooks/sleep.html")
    box(page).fill("Some words")
    page.evaluate("(address) => { location.href = address; }", elsewhere.address.replace("127.0.0.1", "localhost"))
    page.wait_for_url("http://localhost:*/")
    page.go_back()
    expect(box(page)).to_have_value("Some words")


def test_a_missing_page_at_any_depth_looks_like_the_book_and_leads_away(tab, served_course, course):
    page = tab()
    page.route(f"{course.settings.exit_url}**", lambda route: route.fulfill(body="Elsewhere"))
    assert page.goto(f"{served_course}/one/two/three.html").status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("There is no page here")
    button = page.locator("a.exit")
    assert button.evaluate("(el) => getComputedStyle(el).textDecorationLine") == "none"
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(course.settings.exit_url)


@pytest.mark.thorough
def test_a_missing_page_by_double_click_has_no_style_and_still_leads_away(tab, course_book, course):
    page = tab(java_script_enabled=False)
    page.route(f"{course.settings.exit_url}**", lambda route: route.fulfill(body="Elsewhere"))
    page.goto((course_book / "404.html").as_uri())
    page.get_by_role("link", name="Quick exit").first.click()
    page.wait_for_url(course.settings.exit_url)


def test_a_script_that_is_brought_later_has_its_version_in_its_address_too(tab, served_course):
    page = tab()
    page.goto(f"{served_course}/notebooks/sleep.html")
    page.get_by_role("button", name="Keep on this device").first.click()
    with page.expect_request("**/betweenus-*.js*") as brought:
        page.locator("dialog[open] [name=passphrase]").fill(PASSPHRASE)
        page.locator("dialog[open] [name=again]").fill(PASSPHRASE)
        page.locator("dialog[open] [type=submit]").click()
    assert re.search(r"\.js\?v=[0-9a-f]{8}$", brought.value.url)
