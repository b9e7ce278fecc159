"""Each server that the page for publishers names sends every header with every answer, and writes nothing down."""

import pytest
import requests
from bs4 import BeautifulSoup
from click.testing import CliRunner

from betweenus.book.headers import HEADERS, OVER_HTTPS
from betweenus.cli import main
from tests.book.servers import SERVERS, Running, running

pytestmark = pytest.mark.thorough

# With the status of the answer. Of a folder that is no page, some servers lead to its address with a slash.
ADDRESSES = {
    "book/welcome.html": {200},
    "_static/exit.js": {200},
    "handouts/handouts.zip": {200},
    "no/such/page.html": {404},
    "_static": {301, 404},
    "_static/": {403, 404},
}


@pytest.fixture(scope="module", params=SERVERS)
def server(request, course_book) -> Running:
    """A server with the configuration that stands on the page."""
    page = BeautifulSoup((course_book / "book" / "hosting.html").read_text(encoding="utf-8"), "html.parser")
    shown = page.select_one(f"#{request.param.lower().replace('.', '-')} pre")
    with running(SERVERS[request.param], shown.get_text(), course_book) as found:
        yield found


def ask(server: Running, address: str) -> requests.Response:
    return requests.get(address, verify=server.certificate, allow_redirects=False, timeout=20)


@pytest.mark.parametrize("name", ADDRESSES)
def test_every_answer_has_every_header_once(server, name):
    answer = ask(server, server.https + name)
    assert answer.status_code in ADDRESSES[name]
    wanted = HEADERS | OVER_HTTPS
    assert {header: answer.headers.get(header) for header in wanted} == wanted


def test_a_missing_page_is_the_book_s_own(server, course_book):
    assert ask(server, f"{server.https}no/such/page.html").content == (course_book / "404.html").read_bytes()


def test_plain_http_leads_to_the_same_page_over_https(server):
    answer = ask(server, f"{server.http}book/welcome.html?a=b")
    assert answer.status_code in (301, 308)
    assert answer.headers["Location"] == f"{server.https}book/welcome.html?a=b"
    assert {header: answer.headers.get(header) for header in HEADERS} == HEADERS
    assert "Strict-Transport-Security" not in answer.headers


def test_nothing_is_written_down_about_who_read_what(server):
    for name in ADDRESSES:
        ask(server, server.https + name)
        ask(server, server.http + name)
    log = server.log.read_text()
    assert [name for name in (*ADDRESSES, "127.0.0.1 ") if name in log] == []


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_check_site_finds_nothing_to_mend(server, scheme, monkeypatch):
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(server.certificate))
    told = CliRunner().invoke(main, ["check-site", getattr(server, scheme)])
    assert (told.exit_code, told.output.splitlines()[-1]) == (0, "All of it is as the book needs it.")
