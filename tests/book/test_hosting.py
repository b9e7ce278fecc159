"""The book brings along what its hosts need."""

import re
import struct
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from betweenus.book.headers import HEADERS, OVER_HTTPS
from betweenus.book.hosting import configuration
from betweenus.book.policy import POLICY
from tests.conftest import built
from tests.tiny import change


def soup(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def test_the_header_forbids_what_pages_forbid_and_frames():
    policy = dict(rule.split(" ", 1) for rule in HEADERS["Content-Security-Policy"].split("; "))
    assert policy == POLICY | {"frame-ancestors": "'none'"}
    assert policy["connect-src"] == "'none'"
    assert "http" not in HEADERS["Content-Security-Policy"]


def test_the_book_brings_what_hosts_read(course_book):
    assert (course_book / ".nojekyll").is_file()
    everything, fonts = (course_book / "_headers").read_text(encoding="utf-8").split("\n\n")
    first, *lines = everything.splitlines()
    assert first == "/*"
    assert dict(line.strip().split(": ", 1) for line in lines) == HEADERS | OVER_HTTPS
    assert fonts == "/_static/*.woff2\n  Cache-Control: max-age=604800\n"
    assert list((course_book / "_static").glob("*.woff2"))


def test_no_page_has_a_browser_fetch_the_next_one(course_book):
    links = [link for path in course_book.rglob("*.html") for link in soup(path).select("link[rel]")]
    assert {rel for link in links for rel in link["rel"]} == {"stylesheet", "icon"}


def test_every_script_and_style_has_its_version_in_its_address(course_book):
    pages = list(course_book.rglob("*.html"))
    loaded = [each for path in pages for each in soup(path).select("script[src], link[rel=stylesheet]")]
    addresses = [each.get("src") or each["href"] for each in loaded]
    assert len(addresses) > 2 * len(pages) - 2
    assert [address for address in addresses if not re.search(r"\?v=[0-9a-f]{8}$", address)] == []


@pytest.mark.thorough
def test_a_changed_text_gives_the_search_index_another_address(course_book, course_copy):
    change(course_copy / "book" / "welcome.md", r"\Z", "\n\nOne more sentence.\n")
    books = (course_book, built(course_copy))
    forms = [soup(book / "search.html").select_one("form[data-index]") for book in books]
    assert forms[0]["data-index"] != forms[1]["data-index"]


def test_the_missing_page_is_the_book_s_own_and_leads_away_and_back_without_any_style(course_book):
    page = soup(course_book / "404.html")
    assert page.select_one("a[data-exit]")["href"] == "https://www.example.org/"
    assert page.h1.text == "There is no page here"
    assert [link["href"] for link in page.select(".site-nav a, main .reflection-buttons a")] == [
        "#contents",
        "/search.html",
        "/book/help.html",
        "/book/welcome.html",
        "/book/help.html",
    ]
    listed = [link["href"] for link in page.select("#contents a")]
    assert "/book/modules/sleep.html" in listed and all(each.startswith("/") for each in listed)
    assert page.select_one("form[data-search]")
    assert not page.select("style, [style]")


@pytest.mark.thorough
def test_below_another_path_the_missing_page_finds_the_book_there(course_copy):
    change(course_copy / "_config.yml", "^logo: .*", "html:\n  baseurl: https://clinic.example/books/sleep")
    page = soup(built(course_copy) / "404.html")
    assert page.select_one("main .main")["href"] == "/books/sleep/book/welcome.html"
    assert page.select_one("script")["src"].startswith("/books/sleep/_static/exit.js")


@pytest.mark.thorough
def test_a_book_with_a_known_address_has_a_picture_to_pass_on(course_copy):
    change(course_copy / "_config.yml", "^logo: .*", "html:\n  baseurl: https://clinic.example/books/sleep")
    book = built(course_copy)
    page = soup(book / "book" / "help.html")
    assert page.select_one("[property='og:image']")["content"] == "https://clinic.example/books/sleep/_static/card.png"
    width, height = struct.unpack(">II", (book / "_static" / "card.png").read_bytes()[16:24])
    assert (width, height) == (1200, 630)


def test_a_book_without_an_address_points_at_no_picture(course_book):
    assert not soup(course_book / "book" / "help.html").select("[property='og:image']")
    assert not (course_book / "_static" / "card.png").exists()


@pytest.mark.parametrize("server", ["nginx.conf", "apache.conf", "Caddyfile", "_headers"])
def test_the_page_for_publishers_shows_each_configuration_as_it_is(course_book, server):
    shown = [block.get_text().strip() for block in soup(course_book / "book" / "hosting.html").select("pre")]
    assert configuration(server).strip() in shown
