"""A page that is too hard to read is named, with its hardest paragraph."""

import pytest

from betweenus.editorial.reading_level import any_of, grade, sentences_of, syllables

HARD = "Institutional considerations notwithstanding, prolonged recuperation necessitates uninterrupted tranquillity"


@pytest.fixture(autouse=True)
def limit(desk):
    desk.write_list("limits.yml", "- kind: a page\n  files: [book/*.md, notebooks/*.ipynb]\n  reading_grade: 10\n")


def test_a_page_in_plain_words_is_right(desk):
    desk.write("book/naps.md", "# Naps\n\nYou can sleep now. A nap is good, and it is short.\n")
    assert desk.problems() == []


def test_a_page_that_is_too_hard_is_named_with_its_hardest_paragraph(desk):
    desk.write("book/naps.md", f"# Naps\n\nA nap is good.\n\n{HARD}.\n")
    (problem,) = desk.problems()
    assert problem.startswith("book/naps.md:5: this page reads at grade ")
    assert "a page reads at 10 or lower" in problem


def test_a_notebook_that_is_too_hard_is_named_with_its_cell(desk):
    desk.write_notebook("naps", "A nap is good.", f"{HARD}.")
    assert desk.problems()[0].startswith("notebooks/naps.ipynb, cell 2: this page reads at grade ")


def test_a_technical_name_counts_as_a_short_word(desk):
    desk.write("book/naps.md", "Physiological, physiological and physiological help you.\n")
    assert len(desk.problems()) == 1
    desk.write_list("technical_names.txt", "# Explained where they stand.\nphysiological\n")
    assert desk.problems() == []


def test_a_technical_name_that_no_page_uses_is_named(desk):
    desk.write("book/naps.md", "You can sleep now.\n")
    desk.write_list("technical_names.txt", "melatonin\n")
    assert desk.problems() == [
        "seeds/editorial/technical_names.txt:1: melatonin stands in no text any more; take it out."
    ]


def test_the_grade_is_that_of_the_formula():
    words = ["the", "cat", "sat", "on", "the", "mat"]
    assert grade([words]) == pytest.approx(0.39 * 6 + 11.8 - 15.59)


@pytest.mark.parametrize(("word", "number"), [("nap", 1), ("pillow", 2), ("hospital", 3), ("physiological", 6)])
def test_syllables_are_counted(word, number):
    assert syllables(word) == number


def test_a_text_without_words_has_no_grade():
    assert grade(sentences_of([], any_of([]))) == 0
