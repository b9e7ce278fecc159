"""Pages and sheets say how old their words are, as one file says it."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup

from betweenus.check import problems
from betweenus.exercises import read_exercise
from betweenus.exercises.form import read_form
from betweenus.handouts.documents import form_handout, handouts_of
from betweenus.project import Project
from tests.handouts.reading import read, squeezed
from tests.tiny import change

AGE = "Words of March 2026."


def test_every_page_says_at_its_foot_of_which_month_its_words_are(course_book):
    for name in ("book/privacy.html", "exercises/lights-out.html", "notebooks/sleep.html", "search.html"):
        page = BeautifulSoup((course_book / name).read_text(encoding="utf-8"), "html.parser")
        assert AGE in page.find("footer", class_="site-footer").text, name


def test_so_does_every_sheet_to_write_on_or_to_lead_by(course):
    exercise = read_exercise(course, course.exercises_folder / "sort-the-sayings.md")
    form = read_form(course.forms_folder / "before-and-after.md")
    handouts = [each for each in handouts_of(course, exercise) if each.kind.large] + [form_handout(course, form)]
    for handout in handouts:
        pages = read(handout.pdf(next(iter(handout.files().values())))).pages
        assert squeezed(AGE) in squeezed("".join(page.extract_text() for page in pages)), handout.name


def test_a_course_that_names_no_day_says_nothing(course_copy):
    change(course_copy / "CITATION.cff", r"^date-released: .*\n", "")
    assert Project(course_copy).citation.age_in(Project(course_copy).words) == ""
    (course_copy / "CITATION.cff").unlink()
    assert Project(course_copy).citation.age_in(Project(course_copy).words) == ""


def test_another_day_has_every_page_made_anew(course_copy):
    before = Project(course_copy).fingerprint()
    change(course_copy / "CITATION.cff", r"2026-03-09", "2026-04-09")
    assert Project(course_copy).fingerprint() != before


@pytest.mark.parametrize(
    ("day", "message"),
    [
        ("soon", "CITATION.cff:7: `date-released`: write a day such as 2026-02-11."),
        (date.today() + timedelta(2), "this day is still to come; write the one from which the words are."),
    ],
)
def test_a_day_that_cannot_be_is_named_by_the_check(course_copy, day, message):
    change(course_copy / "CITATION.cff", r"2026-03-09", str(day))
    assert any(message in str(problem) for problem in problems(Project(course_copy)))
