"""`betweenus check` names file and line of what does not hold between claims, references and text."""

import re

import pytest
from click.testing import CliRunner

from betweenus.check import problems
from betweenus.cli import main
from betweenus.project import Project
from tests.tiny import change


@pytest.fixture
def found(course_copy):
    """A function that changes one file by a pattern and returns what is found wrong."""

    def changed(name: str, pattern: str, text: str) -> str:
        change(course_copy / name, pattern, text)
        return "\n".join(str(problem) for problem in problems(Project(course_copy)))

    return changed


def test_nothing_is_wrong_with_a_good_course(course):
    assert [str(problem) for problem in problems(course)] == []


def test_a_reference_without_a_title_is_named_with_its_line(found):
    said = found("seeds/references.bib", r"^  title = \{A brief afternoon[^\n]*\n", "")
    assert re.search(r"seeds/references\.bib:1: brooks2006 has no `title`; complete it", said)


def test_a_reference_that_does_not_say_how_it_was_checked_is_named(found):
    said = found("seeds/references.bib", r"checked = \{Abstract read\.\}", "checked = {Looks fine.}")
    assert re.search(r"references\.bib:\d+: \w+ says in `checked` 'Looks fine.'; begin with one of: Full text", said)


def test_a_reference_of_an_unknown_type_is_named_with_those_that_are_known(found):
    said = found("seeds/references.bib", r"@article\{brooks2006", "@paper{brooks2006")
    assert "brooks2006 is of the type paper; take one of article, book" in said


def test_a_reference_that_nothing_cites_is_named(found):
    own = "design = {survey}, checked = {Abstract read.}, finding = {F}"
    entry = f"@misc{{nobody1999, author = {{N.}}, title = {{T}}, year = {{1999}}, {own}}}"
    said = found("seeds/references.bib", r"\A", entry + "\n")
    assert "seeds/references.bib:1: no claim, figure or page cites nobody1999" in said


def test_a_verdict_that_rests_on_a_listing_alone_is_named(found):
    said = found("seeds/references.bib", r"checked = \{Abstract read\.\}", "checked = {Listing only.}")
    assert re.search(r"seeds/claims\.yml:\d+: A03: all its references are known from listings alone", said)


def test_a_claim_that_its_module_does_not_discuss_is_named(found):
    said = found("book/modules/sleep.md", r"\{claim\}`A02`", "")
    assert "book/modules/sleep.md: the claim A02 belongs to this module and is not in its text" in said


def test_a_claim_can_be_discussed_on_a_page_beside_its_modules(course_copy):
    change(course_copy / "book" / "modules" / "sleep.md", r"\{claim\}`A02`", "")
    beside = course_copy / "book" / "modules" / "sleep" / "naps.md"
    beside.parent.mkdir()
    beside.write_text("# Naps\n\nSo says the article. {claim}`A02`\n", encoding="utf-8")
    change(
        course_copy / "_toc.yml",
        r"- file: notebooks/sleep\n",
        "- file: notebooks/sleep\n          - file: book/modules/sleep/naps\n",
    )
    assert [str(problem) for problem in problems(Project(course_copy))] == []


def test_a_reference_of_an_unknown_design_is_named_with_those_that_are_known(found):
    said = found("seeds/references.bib", r"design = \{laboratory study\}", "design = {trial}")
    assert "references.bib:1: brooks2006 has the `design` 'trial'; take one of randomised trial" in said


def test_a_reference_without_a_design_is_named_with_what_it_can_be(found):
    said = found("seeds/references.bib", r"  design = \{laboratory study\},\n", "")
    assert "references.bib:1: brooks2006 has no `design`; complete it from a page you have seen, with one of" in said
    assert "longitudinal study" in said


@pytest.mark.parametrize(("field", "value"), [("participants", "24"), ("population", "young adults[^}]*")])
def test_an_empty_field_of_a_reference_is_named(found, field, value):
    said = found("seeds/references.bib", rf"{field} = \{{{value}\}}", f"{field} = {{}}")
    assert f"references.bib:1: brooks2006 has an empty `{field}`; say what you have seen, or leave" in said


def test_everything_that_is_wrong_is_said_at_once(found):
    found("book/modules/sleep.md", r"\{claim\}`A02`", "")
    said = found("exercises/lights-out.md", r"^## Take home$", "## Home")
    assert "the claim A02" in said and "here comes 'Take home'" in said


def test_the_command_fails_with_what_it_found(found, course_copy, monkeypatch):
    found("book/modules/sleep.md", r"\{claim\}`A02`", "")
    monkeypatch.chdir(course_copy)
    result = CliRunner().invoke(main, ["check"])
    assert result.exit_code == 1
    assert "the claim A02" in result.output
