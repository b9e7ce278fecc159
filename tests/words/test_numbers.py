"""Numbers are written the way a language writes them, on pages, in drawings and in their tables."""

import re

import pytest

from betweenus.figures.course import charts_of
from betweenus.project import Project
from betweenus.project.words import words_of
from tests.tiny import change


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("0.36", "0,36"),
        ("−0.50 (−1.25 to 0.10)", "−0,50 (−1,25 to 0,10)"),
        ("1000.0 people, then 0.5.", "1000,0 people, then 0,5."),
        ("10.1080/00224499.2020", "10.1080/00224499.2020"),
        ("the 1.5.2020 and version 2.10.1", "the 1.5.2020 and version 2.10.1"),
        ("36 trials, 8,480 people", "36 trials, 8,480 people"),
    ],
)
def test_a_decimal_gets_the_sign_of_its_language_and_keeps_its_places(text, written):
    assert words_of("de").decimals(text) == written
    assert words_of("en").decimals(text) == text


def test_a_figure_and_its_table_write_decimals_as_the_book_s_language_does(course_copy):
    change(course_copy / "_config.yml", r"language: \w+", "language: de")
    chart = charts_of(Project(course_copy))["sleep.minutes_and_doubt"](Project(course_copy))
    drawn = re.findall(r">([^<]+)<", chart.drawing())
    assert "19,03" in " ".join(drawn)
    assert [text for text in drawn if re.search(r"\d\.\d", text)] == []
    assert re.search(r"<td>19,03</td>", chart.html())
