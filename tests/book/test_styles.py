"""A page loads the styles that it uses, and no other."""

import re

import pytest

from betweenus.book.pages import STYLES
from betweenus.frontend import STATIC
from tests.browser.pages import pages_of


def named(style: str) -> set[str]:
    """The classes that a style names."""
    selectors = re.findall(r"[^{};]+(?=\{)", (STATIC / "book" / style).read_text(encoding="utf-8"))
    return {name for selector in selectors for name in re.findall(r"\.(-?[a-zA-Z_][\w-]*)", selector)}


NAMED = {style: named(style) for style in ("betweenus.css", *STYLES)}


@pytest.fixture(params=["course_book", pytest.param("book", marks=pytest.mark.thorough)])
def pages(request) -> dict[str, str]:
    """Each page of a book, by its name."""
    book = request.getfixturevalue(request.param)
    return {name: (book / name).read_text(encoding="utf-8") for name in pages_of(book)}


@pytest.mark.parametrize("style", STYLES)
def test_a_page_has_the_style_that_its_classes_are_in(pages, style):
    alone = NAMED[style].difference(*(names for other, names in NAMED.items() if other != style))
    used = {name: alone & set(" ".join(re.findall(r'class="([^"]*)"', html)).split()) for name, html in pages.items()}
    assert {name: found for name, found in used.items() if found and f"/{style}" not in pages[name]} == {}


@pytest.mark.parametrize("style", STYLES)
def test_not_every_page_has_it(pages, style):
    loading = [name for name, html in pages.items() if f"/{style}" in html]
    assert 0 < len(loading) < len(pages)
