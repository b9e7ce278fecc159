"""Words to do without are found wherever a reader meets them, with what to write instead."""

from types import SimpleNamespace

import pytest

from betweenus.editorial import words


@pytest.fixture(autouse=True)
def one_word(desk):
    desk.write_list(
        "words.yml",
        """\
        - pattern: \\bnormal(ly)?\\b
          instead: usual
          because: it makes everyone else the exception
          unless: normal range
        """,
    )


def test_a_word_is_named_with_its_line_the_words_around_it_and_what_to_write(desk):
    desk.write("book/naps.md", "# Naps\n\nA nap\nis a normal part of a day.\n")
    assert desk.problems() == [
        "book/naps.md:4: … A nap is a normal part of a day. …: not 'normal' but usual "
        "(it makes everyone else the exception)."
    ]


def test_each_of_several_words_is_named(desk):
    desk.write("book/naps.md", "Normally so.\n\n- a normal day\n\n| a | b |\n|---|---|\n| c | normal |\n")
    assert [problem.split(" ")[0] for problem in desk.problems()] == [f"book/naps.md:{line}:" for line in (1, 3, 7)]


def test_a_word_is_right_in_a_wider_expression(desk):
    desk.write("book/naps.md", "It lies in the normal range.\n")
    assert desk.problems() == []


def test_markup_and_links_are_no_words(desk):
    desk.write("book/naps.md", "See [naps](normal.md). {cite:p}`normal`\n\n```{chart} normal.naps\n```\n")
    assert desk.problems() == []


def test_a_heading_is_read(desk):
    desk.write("book/naps.md", "# A normal nap\n")
    assert desk.problems()[0].startswith("book/naps.md:1: ")


def test_a_glossary_is_read(desk):
    desk.write("book/words.md", "# Words\n\n```{glossary}\n:sorted:\n\nnap\n  A normal sleep.\n```\n")
    assert desk.problems()[0].startswith("book/words.md:7: ")


def test_a_card_of_an_exercise_is_read(desk):
    desk.write("exercises/rest.md", "---\ntitle: Rest\ncards:\n  - a normal day\n---\n\nText.\n")
    assert desk.problems()[0].startswith("exercises/rest.md:4: ")


def test_a_notebook_is_named_with_the_number_of_its_cell(desk):
    desk.write_notebook("naps", "# Naps", "A nap.\n\nA normal one.", '# code\nJournal(id="a", prompt="A normal day?")')
    assert [problem.split(": ")[0] for problem in desk.problems()] == [
        "notebooks/naps.ipynb, cell 2",
        "notebooks/naps.ipynb, cell 3",
    ]


def test_a_verdict_is_read_and_a_claim_is_not(desk, monkeypatch):
    claims = [SimpleNamespace(id="A01", summary="It is fine."), SimpleNamespace(id="A02", summary="A normal nap.")]
    monkeypatch.setattr(words, "claims", lambda project: claims)
    desk.write(
        "seeds/claims.yml",
        "- id: A01\n  claim: Naps are normal.\n  summary: It is fine.\n"
        "- id: A02\n  claim: So is sleep.\n  summary: A normal nap.\n",
    )
    assert [problem.split(": ")[0] for problem in desk.problems()] == ["seeds/claims.yml:6"]
