"""`check-site` says of a copy that is online what its host does not send, and what would be right."""

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler

import pytest
from click.testing import CliRunner, Result

from betweenus.book.headers import HEADERS
from betweenus.book.server import Server
from betweenus.cli import main
from tests.browser.conftest import serving
from tests.tiny import change

POLICY = HEADERS["Content-Security-Policy"]
MISSING_PAGE = "a missing page: it is the host's own, without a quick exit.\n  Right would be: 404.html of the book."


class Host(SimpleHTTPRequestHandler):
    """A host that sends what a test says, and calls itself as it says."""

    sent: dict[str, str] = {}
    called = "Something"

    def end_headers(self) -> None:
        for name, value in self.sent.items():
            self.send_header(name, value)
        super().end_headers()

    def version_string(self) -> str:
        return self.called

    def log_message(self, *arguments) -> None:
        pass


@pytest.fixture
def host(course_book) -> Iterator:
    """A function that serves a book with the headers that a test says; returns what `check-site` says of it."""
    servers = []

    def look(sent: dict[str, str], called: str = "Something", book=course_book, path: str = "/") -> Result:
        kind = type("Told", (Host,), {"sent": sent, "called": called})
        server = Server(("127.0.0.1", 0), partial(kind, directory=str(book)))
        servers.append(server)
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        return check_site(f"http://127.0.0.1:{server.server_port}{path}")

    yield look
    for server in servers:
        server.shutdown()


def check_site(address: str) -> Result:
    return CliRunner().invoke(main, ["check-site", address])


@pytest.mark.parametrize("path", ["", "/", "/index.html", "/search.html"])
def test_the_server_of_the_command_itself_has_nothing_to_mend(course_book, path):
    for address in serving(course_book):
        told = check_site(f"{address}{path}")
        assert (told.exit_code, told.output.splitlines()[-1]) == (0, "All of it is as the book needs it.")


def test_each_header_that_is_missing_is_told_once_with_its_value_and_where(host):
    told = host({})
    assert told.exit_code == 1
    for name, value in HEADERS.items():
        assert told.output.count(f"a page, a script, a missing page: {name} is missing.") == 1
        assert f'In nginx.conf: add_header {name} "{value}" always;' in told.output
        assert f"In _headers: {name}: {value}" in told.output
    assert MISSING_PAGE in told.output


@pytest.mark.parametrize(
    ("called", "line"),
    [
        ("nginx/1.22.1", 'In nginx.conf: add_header Referrer-Policy "no-referrer" always;'),
        ("Apache/2.4 (Debian)", 'In apache.conf: Header always set Referrer-Policy "no-referrer"'),
        ("Caddy", 'In Caddyfile: Referrer-Policy "no-referrer"'),
        ("Netlify", "In _headers: Referrer-Policy: no-referrer"),
        ("GitHub.com", "Right would be: no-referrer\n  GitHub Pages can't send it; another host can."),
    ],
)
def test_a_server_that_says_which_it_is_gets_its_own_line_alone(host, called, line):
    told = host({name: value for name, value in HEADERS.items() if name != "Referrer-Policy"}, called).output
    assert f"a page, a script, a missing page: Referrer-Policy is missing.\n  {line}\n" in told
    assert told.count("no-referrer") == 1


@pytest.mark.parametrize(
    ("name", "value", "what"),
    [
        ("Content-Security-Policy", POLICY.replace("; frame-ancestors 'none'", ""), "lacks frame-ancestors 'none'"),
        ("Content-Security-Policy", f"{POLICY}; report-uri https://a.b/", "says report-uri https://a.b/ as well"),
        ("Content-Security-Policy", POLICY.replace("connect-src 'none'", "connect-src *"), "lacks connect-src 'none'"),
        ("Permissions-Policy", "camera=()", "lacks accelerometer=(); "),
        ("Referrer-Policy", "no-referrer, unsafe-url", "says unsafe-url as well"),
        ("X-Content-Type-Options", "", "lacks nosniff"),
    ],
)
def test_a_header_that_says_something_else_is_told_with_what(host, name, value, what):
    told = host(HEADERS | {name: value})
    assert told.exit_code == 1
    assert f"a page, a script, a missing page: {name} {what}" in told.output


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Content-Security-Policy", "; ".join(reversed(POLICY.split("; ")))),
        ("Permissions-Policy", f"{HEADERS['Permissions-Policy']}, speaker=()"),
        ("Referrer-Policy", "No-Referrer"),
    ],
)
def test_another_order_and_more_that_is_refused_is_as_good(host, name, value):
    assert f": {name}" not in host(HEADERS | {name: value}).output


@pytest.mark.parametrize("name", ["Set-Cookie", "NEL", "Report-To"])
def test_what_a_host_follows_readers_by_is_told(host, name):
    told = host(HEADERS | {name: "a=b"})
    assert f"a page, a script, a missing page: {name} is sent, by which readers can be followed" in told.output


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        (
            "<script ",
            '<script src="/cdn-cgi/scripts/loader.js"></script>\n<script ',
            "loads /cdn-cgi/scripts/loader.js",
        ),
        ("</body>", '<img src="https://count.example/1.gif"></body>', "loads https://count.example/1.gif"),
        ("</body>", "<script>count()</script></body>", "has a script in it"),
        ("default-src &#39;none&#39;; ", "", "the policy in it is not the book's"),
    ],
)
def test_what_a_host_puts_into_pages_or_takes_out_of_them_is_told(host, course_book, tmp_path, before, after, what):
    book = shutil.copytree(course_book, tmp_path / "book")
    change(book / "search.html", before, after)
    told = host(HEADERS, book=book)
    assert told.exit_code == 1
    assert what in told.output


def test_a_missing_page_that_does_not_find_its_style_is_told(course_book, tmp_path):
    shutil.copytree(course_book, tmp_path / "below")
    shutil.copy(course_book / "404.html", tmp_path)
    for address in serving(tmp_path):
        told = check_site(f"{address}/below/")
        assert (told.exit_code, "a missing page: what it loads is not found" in told.output) == (1, True)


@pytest.mark.parametrize(
    ("address", "what"),
    [
        ("book.example.org", "is not a whole address; write one such as https://book.example.org/"),
        ("file:///tmp/index.html", "is not a whole address"),
        ("http://127.0.0.1:9/", "does not answer: [Errno 111] Connection refused"),
        ("http://nowhere.invalid/", "does not answer: "),
        ("https://127.0.0.1:99999/", "does not answer: "),
    ],
)
def test_an_address_that_can_not_be_asked_is_told_as_such(address, what):
    told = check_site(address)
    assert told.exit_code == 1
    assert told.output.startswith(f"Error: {address}".rstrip("/"))
    assert what in told.output


def test_a_place_without_a_book_says_which_address_to_write(host):
    told = host(HEADERS, path="/book/")
    assert told.exit_code == 1
    assert "Write the address of the folder in which index.html of the book lies." in told.output


def test_https_on_a_port_of_plain_http_is_told(course_book):
    for address in serving(course_book):
        told = check_site(address.replace("http:", "https:"))
        assert (told.exit_code, "can't be trusted by browsers" in told.output) == (1, True)
