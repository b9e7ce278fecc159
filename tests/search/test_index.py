"""The index says of everything what it is, in one line, and where each part of it stands."""

import json
import re

import pytest

from betweenus.search.entries import LINE, in_a_line, tidy
from betweenus.search.page import INDEX


@pytest.fixture(scope="module")
def entries(course_book):
    script = (course_book / INDEX).read_text(encoding="utf-8")
    return json.loads(re.search(r"\.\.\.(\{.*\}) \};\n", script)[1])["entries"]


def test_every_hit_leads_to_a_place_that_there_is(entries, course_book):
    for entry in entries:
        text = (course_book / entry["url"]).read_text(encoding="utf-8")
        anchors = [anchor for anchor, *_ in entry["parts"] if anchor]
        assert [anchor for anchor in anchors if f'id="{anchor}"' not in text] == [], entry["title"]


def test_everything_is_of_a_kind_and_has_a_line(entries):
    kinds = {entry["title"]: entry["kind"] for entry in entries}
    assert kinds["Sleep"] == "read" and kinds["Help"] == "help" and kinds["nap"] == "word"
    assert kinds["Lights out"] == "group" and kinds["Sleep: your own pages"] == "do"
    assert all(len(entry["line"]) <= LINE + 2 for entry in entries if entry["kind"] != "group")
    assert [
        entry["title"] for entry in entries if not entry["line"] and any(text for *_, text in entry["parts"][:1])
    ] == []


def test_pages_of_modules_come_first(entries):
    assert [entry["url"] for entry in entries if entry["leads"]] == ["book/modules/sleep.html"]


def test_what_is_left_out_is_not_found(entries):
    assert not {"book/gallery.html", "book/hosting.html"} & {entry["url"] for entry in entries}
    assert "Further reading" not in [heading for entry in entries for _, heading, _ in entry["parts"]]


def test_of_a_country_its_name_and_lines_are_found_and_not_what_they_are_for(entries):
    (parts,) = (entry["parts"] for entry in entries if entry["kind"] == "help")
    assert ["in-lull", "Lull", "The Night Desk"] in parts
    assert "Bad nights. Snoring." in parts[0][2]


def test_only_the_search_page_and_the_missing_one_load_the_index(course_book):
    loads = [path.name for path in course_book.rglob("*.html") if "search-index" in path.read_text(encoding="utf-8")]
    assert sorted(loads) == ["404.html", "search.html"]


def test_the_book_has_no_index_of_sphinx(course_book):
    assert not (course_book / "searchindex.js").exists()
    assert not list((course_book / "_static").glob("*search[t_]*")) and not list(course_book.rglob("doctools.js"))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("One. Two.", "One. Two."),
        ("One. " + "a" * LINE + ".", "One."),
        ("word " * 40, "word " * 31 + "word …"),
    ],
)
def test_a_line_has_whole_sentences_or_ends_with_dots(text, line):
    assert in_a_line(tidy(text)) == line


def test_where_a_citation_stood_no_space_is_left():
    assert tidy("It did  . And\nso") == "It did. And so"
