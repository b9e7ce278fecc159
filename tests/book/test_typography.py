"""What is read is set with the marks of print, wherever it was written."""

import re

from bs4 import BeautifulSoup

from tests.browser.pages import pages_of

# What is typed in as it stands.
AS_TYPED = "script, style, code, pre, textarea"
STRAIGHT = re.compile(r"\S*\w'\w*|\B'\w+")


def straight_apostrophes(html: str) -> list[str]:
    body = BeautifulSoup(html, "html.parser").body
    for each in body.select(AS_TYPED):
        each.decompose()
    return STRAIGHT.findall(body.get_text(" "))


def test_every_apostrophe_is_one_of_print(course_book):
    found = {
        name: straight_apostrophes((course_book / name).read_text(encoding="utf-8")) for name in pages_of(course_book)
    }
    assert {name: words for name, words in found.items() if words} == {}


def test_a_straight_one_is_found_but_not_in_code():
    assert straight_apostrophes("<body><p>It isn't, says the owls' owl, <code>'x'</code>.</body>") == ["isn't", "owls'"]
