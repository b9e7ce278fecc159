"""A copy says who publishes it and whom to write to, or that nobody says so."""

import pytest
from bs4 import BeautifulSoup

from betweenus.book.publisher import unnamed
from betweenus.project import Project
from betweenus.project.words import words_of

BEGIN = "title: Ours\nsphinx:\n  config:\n    language: en\n"
NOBODY = "Nobody has put a name to this copy, so we can’t say here who publishes it."
NO_ADDRESS = "No address is given to write to. Whoever gave you this copy or its address may know more."


@pytest.fixture
def project(tmp_path):
    """A function that sets who publishes and whom to write to."""

    def write(**settings) -> Project:
        lines = "".join(f"    betweenus_{name}: {value}\n" for name, value in settings.items())
        (tmp_path / "_config.yml").write_text(BEGIN + lines, encoding="utf-8")
        return Project(tmp_path)

    return write


def said(project: Project) -> BeautifulSoup:
    return BeautifulSoup(words_of("en").render("book/publisher.html", settings=project.settings), "html.parser")


def text(page: BeautifulSoup) -> str:
    return " ".join(page.text.split())


def test_without_a_name_the_copy_says_so_and_the_check_too(project, course_book):
    assert text(said(project())) == f"{NOBODY} {NO_ADDRESS}"
    page = BeautifulSoup((course_book / "book" / "privacy.html").read_text(encoding="utf-8"), "html.parser")
    assert f"{NOBODY} {NO_ADDRESS}" in text(page)
    assert [notice.partition(" is empty")[0] for notice in unnamed(project())] == [
        "_config.yml: betweenus_publisher",
        "_config.yml: betweenus_contact",
    ]


def test_a_name_and_a_mail_address_stand_there_as_they_were_set(project):
    named = project(publisher="The <b>Riverton</b> clinic", contact="book@clinic.example")
    assert text(said(named)) == (
        "This copy is published by The <b>Riverton</b> clinic. To reach them, write to book@clinic.example."
    )
    assert list(unnamed(named)) == []


def test_an_address_of_a_page_is_a_link(project):
    page = said(project(publisher="A club", contact="https://club.example/write"))
    assert page.a["href"] == page.a.text == "https://club.example/write"


def test_what_is_left_empty_is_as_good_as_not_set(project):
    assert text(said(project(publisher='""', contact='""'))) == f"{NOBODY} {NO_ADDRESS}"
