"""A page loads one style, made of the parts that it uses and no other."""

import re
from pathlib import Path

import pytest

from betweenus.book.styles import EVERY_PAGE, KINDS, PARTS, STAGE, style_of
from tests.browser.pages import pages_of


def named(part: str) -> set[str]:
    """The classes that a part of the style names."""
    selectors = re.findall(r"[^{};]+(?=\{)", style_of([part]))
    return {name for selector in selectors for name in re.findall(r"\.(-?[a-zA-Z_][\w-]*)", selector)}


NAMED = {part: named(part) for part in (EVERY_PAGE, *PARTS, STAGE, *KINDS)}


@pytest.fixture(params=["course_book", pytest.param("book", marks=pytest.mark.thorough)])
def book_of_pages(request) -> Path:
    return request.getfixturevalue(request.param)


@pytest.fixture
def pages(book_of_pages) -> dict[str, str]:
    """Each page of a book, by its name."""
    return {name: (book_of_pages / name).read_text(encoding="utf-8") for name in pages_of(book_of_pages)}


@pytest.fixture
def parts(book_of_pages, pages) -> dict[str, list[str]]:
    """The parts that each page's styles say they are made of."""
    styles = {path.name: path.read_text(encoding="utf-8") for path in book_of_pages.glob("_static/page-*.css")}
    made_of = {name: style.partition(" */")[0].removeprefix("/* ").split() for name, style in styles.items()}
    asked = {
        name: re.findall(r'<link rel="stylesheet" href="[^"]*(page-\w+\.css)', html) for name, html in pages.items()
    }
    return {name: [part for style in asked[name] for part in made_of[style]] for name in pages}


@pytest.mark.parametrize("part", [*PARTS, STAGE, *KINDS])
def test_a_page_has_the_style_that_its_classes_are_in(pages, parts, part):
    alone = NAMED[part].difference(*(names for other, names in NAMED.items() if other != part))
    used = {name: alone & set(" ".join(re.findall(r'class="([^"]*)"', html)).split()) for name, html in pages.items()}
    assert {name: found for name, found in used.items() if found and part not in parts[name]} == {}


@pytest.mark.parametrize("part", [*PARTS, STAGE, *KINDS])
def test_not_every_page_has_it(pages, parts, part):
    assert 0 < sum(part in used for used in parts.values()) < len(pages)


def test_no_page_waits_for_more_than_one_style_unless_it_shows_code(pages):
    heads = {name: html.partition("<body")[0] for name, html in pages.items() if "highlight-" not in html}
    assert {head.count('rel="stylesheet"') for head in heads.values()} == {1}


def test_what_stands_above_the_first_reflection_does_not_wait_for_its_style(pages, parts):
    for name, used in parts.items():
        if set(used) & set(KINDS):
            above = pages[name].partition("<body")[2].partition('rel="stylesheet"')[0]
            assert "<h1" in above and "data-reflection=" not in above, name
