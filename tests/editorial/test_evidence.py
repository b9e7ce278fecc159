"""What tells of the world has a source beside it, and only what drew lots names a cause."""

from types import SimpleNamespace

import pytest

from betweenus.editorial import words

STUDY = """\
@misc{{{key},
  author = {{N.}},
  title = {{T}},
  year = {{1999}},
  design = {{{design}}},
  checked = {{Abstract read.}},
  finding = {{F}}
}}
"""


@pytest.fixture(autouse=True)
def a_list_and_two_studies(desk):
    desk.write_list(
        "evidence.yml",
        """\
        places:
          - files: book/*.md
            except: book/welcome.md
          - files: notebooks/*.ipynb
          - files: exercises/*.md
            sections: [Facilitator's notes]
        tells:
          - pattern: \\d+\\s?%
          - pattern: \\bstudies\\b
            unless: \\bno studies\\b
        sources:
          - pattern: \\bthe next figure\\b
        causes:
          - pattern: \\bhelps?\\b
            unless: \\bhelp line\\b
        """,
    )
    studies = {"asked1999": "survey", "tried1999": "randomised trial"}
    desk.write("seeds/references.bib", "".join(STUDY.format(key=key, design=studies[key]) for key in studies))


def excuse(desk, file: str, begins: str) -> None:
    desk.write_list("needs_no_source.yml", f"- file: {file}\n  begins: {begins}\n  because: It is our own count.\n")


def test_a_sentence_that_tells_of_the_world_is_named_with_its_line_and_what_would_be_right(desk):
    desk.write("book/naps.md", "# Naps\n\nA nap is short.\nOf the old, 80% take one.\n")
    assert desk.problems() == [
        "book/naps.md:4: “Of the old, 80% take one.”: '80%' tells of the world, and nothing in the paragraph says who "
        "found it. Cite a study, show the claim's badge, say it otherwise, or add it to "
        "seeds/editorial/needs_no_source.yml with the reason."
    ]


@pytest.mark.parametrize("source", ["{cite:p}`asked1999`", "{cite:t}`asked1999`", "{claim}`A01`"])
def test_a_citation_or_a_badge_in_the_same_paragraph_is_enough(desk, source):
    desk.write("book/naps.md", f"Of the old, 80% take one. So it is. {source}\n")
    assert desk.problems() == []


def test_what_the_list_names_as_a_source_is_enough(desk):
    desk.write("book/naps.md", "Of the old, 80% take one. The next figure shows it.\n")
    assert desk.problems() == []


def test_one_in_the_next_paragraph_is_not(desk):
    desk.write("book/naps.md", "Of the old, 80% take one.\n\nSo it is {cite:p}`asked1999`.\n")
    assert desk.problems()[0].startswith("book/naps.md:1: ")


def test_each_item_of_a_list_has_its_own(desk):
    desk.write("book/naps.md", "- 80% nap {cite:p}`asked1999`.\n- 20% do not.\n")
    assert [problem.split(" ")[0] for problem in desk.problems()] == ["book/naps.md:2:"]


def test_wider_expressions_and_other_pages_are_left_alone(desk):
    desk.write("book/naps.md", "We found no studies of naps.\n")
    desk.write("book/welcome.md", "There are studies.\n")
    assert desk.problems() == []


def test_of_an_exercise_only_the_sections_that_are_named_are_asked(desk):
    desk.write_exercise("rest")
    page = desk.root / "exercises" / "rest.md"
    text = (
        page.read_text(encoding="utf-8")
        .replace("Nothing.", "Many studies.")
        .replace("\n\nNone.", "\n\nTwo studies.", 1)
    )
    page.write_text(text, encoding="utf-8")
    assert ["Two studies." in problem for problem in desk.problems()] == [True]


def test_a_notebook_is_named_with_the_number_of_its_cell(desk):
    desk.write_notebook("naps", "# Naps", "There are studies.")
    assert desk.problems()[0].startswith("notebooks/naps.ipynb, cell 2: “There are studies.”")


def test_a_sentence_in_the_list_needs_no_source(desk):
    desk.write("book/naps.md", "It’s so: *80%* of our own pages are short. And 20% are not.\n")
    excuse(desk, "book/naps.md", '"It\'s so: 80% of our"')
    assert [problem.partition(": '")[0] for problem in desk.problems()] == ["book/naps.md:1: “And 20% are not.”"]


def test_an_entry_that_no_sentence_needs_is_named_with_its_line(desk):
    desk.write("book/naps.md", "A nap is short.\n")
    excuse(desk, "book/naps.md", "Of the old")
    assert desk.problems() == [
        "seeds/editorial/needs_no_source.yml:2: no sentence of book/naps.md that lacks a source begins with "
        "'Of the old'; take this out."
    ]


def test_an_entry_without_a_reason_is_refused(desk):
    desk.write_list("needs_no_source.yml", "- file: book/naps.md\n  begins: Of the old\n")
    assert any("`because` is missing" in problem for problem in desk.problems())


def test_a_cause_where_no_lots_were_drawn_is_named_with_its_line_the_verb_and_the_study(desk):
    desk.write("book/welcome.md", "# Naps\n\nA nap helps {cite:p}`asked1999`. Tea is nice.\n")
    assert desk.problems() == [
        "book/welcome.md:3: “A nap helps.”: 'helps' says that one thing causes another, and asked1999 drew no lots. "
        "Say what goes with what, or add it to seeds/editorial/needs_no_source.yml with the reason."
    ]


def test_a_citation_behind_a_sentence_belongs_to_it(desk):
    desk.write("book/welcome.md", "Tea is nice. A nap helps. {cite:p}`asked1999` Milk is nice.\n")
    assert desk.problems()[0].startswith("book/welcome.md:1: “A nap helps.”")


@pytest.mark.parametrize(
    "sentence",
    [
        "A nap helps {cite:p}`tried1999`.",
        "A nap helps {cite:p}`asked1999,tried1999`.",
        "A nap goes with good cheer {cite:p}`asked1999`.",
        "A nap helps. Most people take one {cite:p}`asked1999`.",
        "Most people take a nap. {cite:p}`asked1999` That it helps is said.",
        "The help line is for anyone {cite:p}`asked1999`.",
    ],
)
def test_a_cause_is_right_where_lots_were_drawn_and_beside_studies_that_claim_none(desk, sentence):
    desk.write("book/welcome.md", sentence + "\n")
    assert desk.problems() == []


@pytest.mark.parametrize("design", ["guideline", "information page", "law"])
def test_what_an_authority_says_names_no_cause_either(desk, design):
    desk.write("seeds/references.bib", STUDY.format(key="told1999", design=design))
    desk.write("book/welcome.md", "A nap helps {cite:p}`told1999`.\n")
    assert desk.problems()[0].startswith("book/welcome.md:1: “A nap helps.”: 'helps' says")


def test_a_sentence_in_the_list_may_name_a_cause(desk):
    desk.write("book/welcome.md", "That a nap helps wasn’t shown {cite:p}`asked1999`.\n")
    excuse(desk, "book/welcome.md", "That a nap helps wasn't")
    assert desk.problems() == []


def test_a_verdict_on_a_claim_names_a_cause_only_if_one_of_its_studies_drew_lots(desk, monkeypatch):
    claims = [
        SimpleNamespace(id="A01", summary="It is short. A nap helps.", references=("asked1999",)),
        SimpleNamespace(id="A02", summary="Tea helps.", references=("asked1999", "tried1999")),
        SimpleNamespace(id="A03", summary="Rest helps.", references=()),
    ]
    monkeypatch.setattr(words, "claims", lambda project: claims)
    desk.write("seeds/claims.yml", "".join(f"- id: {claim.id}\n  summary: {claim.summary}\n" for claim in claims))
    assert [problem.partition(": '")[0] for problem in desk.problems()] == ["seeds/claims.yml:2: “A nap helps.”"]


def test_a_course_without_the_list_is_not_checked(desk):
    (desk.root / "seeds" / "editorial" / "evidence.yml").unlink()
    desk.write("book/naps.md", "Of the old, 80% take one. It helps {cite:p}`asked1999`.\n")
    assert desk.problems() == []
