"""Wherever a study is listed, a reader sees what it was, how many it asked, and whom."""

import re

import pytest
from bs4 import BeautifulSoup

from betweenus.evidence import references_of
from betweenus.project import Project
from betweenus.project.words import words_of
from tests.tiny import change


def said(project: Project, key: str, language: str = "en") -> str:
    """What stands under a reference that no claim rests on."""
    study = references_of(project)[key]
    html = words_of(language).render("evidence/under_reference.html", study=study, claims=None, ledger="")
    return html.striptags()


def test_a_number_alone_is_one_of_people(course):
    assert said(course, "brooks2006") == "Laboratory study, 24 people: young adults after a short night."


def test_a_number_of_studies_is_shown_as_it_was_read(course):
    expected = "Review of randomised trials, 20 trials, 1,162 people: adults with chronic insomnia."
    assert said(course, "trauer2015") == expected


def test_what_was_not_seen_is_not_said(course):
    assert said(course, "drake2013") == "Randomised experiment."


def test_a_number_is_written_as_the_language_writes_it(course_copy):
    change(course_copy / "seeds" / "references.bib", r"participants = \{24\}", "participants = {1,507}")
    assert "1.507 people" in said(Project(course_copy), "brooks2006", "de")


@pytest.mark.parametrize(
    ("page", "key"),
    [("modules/sleep", "trauer2015"), ("evidence/ledger", "brooks2006"), ("evidence/references", "brooks2006")],
)
def test_note_ledger_and_references_say_it(course, course_book, page, key):
    text = BeautifulSoup((course_book / "book" / f"{page}.html").read_text(encoding="utf-8"), "html.parser").get_text(
        " "
    )
    assert said(course, key) in re.sub(r"\s+", " ", text)
