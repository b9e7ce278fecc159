"""`betweenus check` names file and line of what does not hold between claims, references and text."""

import json
import re

import pytest
from click.testing import CliRunner

from betweenus.check import problems
from betweenus.cli import main
from betweenus.evidence.claims import claims_schema
from tests.conftest import copy_sources


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.chdir(copy_sources(tmp_path))
    return tmp_path


@pytest.fixture
def found(project):
    """A function that changes one file by a pattern and returns what is found wrong."""

    def change(name: str, pattern: str, text: str) -> str:
        path = project / name
        before = path.read_text(encoding="utf-8")
        after, times = re.subn(pattern, lambda match: text, before, count=1, flags=re.DOTALL | re.MULTILINE)
        assert times == 1
        path.write_text(after, encoding="utf-8")
        return "\n".join(str(problem) for problem in problems(project))

    return change


def test_the_course_itself_has_no_problem(root):
    assert [str(problem) for problem in problems(root)] == []


def test_a_reference_without_a_title_is_named_with_its_line(found):
    said = found("seeds/references.bib", r"^  title = \{I’ll keep you in mind[^\n]*\n", "")
    assert re.search(r"seeds/references\.bib:\d+: alea2007 has no `title`; complete it", said)


def test_a_reference_that_does_not_say_how_it_was_checked_is_named(found):
    said = found("seeds/references.bib", r"checked = \{Abstract read\.\}", "checked = {Looks fine.}")
    assert re.search(r"references\.bib:\d+: \w+ says in `checked` 'Looks fine.'; begin with one of: Full text", said)


def test_a_reference_of_an_unknown_type_is_named_with_those_that_are_known(found):
    said = found("seeds/references.bib", r"@article\{alea2007", "@paper{alea2007")
    assert "alea2007 is of the type paper; take one of article, book" in said


def test_a_reference_that_nothing_cites_is_named(found):
    entry = "@misc{nobody1999, author = {N.}, title = {T}, year = {1999}, checked = {Abstract read.}, finding = {F}}"
    said = found("seeds/references.bib", r"\A", entry + "\n")
    assert "seeds/references.bib:1: no claim, figure or page cites nobody1999" in said


def test_a_verdict_that_rests_on_a_listing_alone_is_named(found):
    said = found("seeds/claims.yml", r"(?<=\n  references: )\[[^]]+\]", "[loewenstein2015]")
    assert re.search(r"seeds/claims\.yml:\d+: A01: all its references are known from listings alone", said)


def test_a_claim_that_its_module_does_not_discuss_is_named(found):
    said = found("book/modules/emotional-intimacy.md", r"\{claim\}`B01`", "")
    assert "book/modules/emotional-intimacy.md: the claim B01 belongs to this module and is not in its text" in said


def test_everything_that_is_wrong_is_said_at_once(project, found):
    found("book/modules/emotional-intimacy.md", r"\{claim\}`B01`", "")
    said = found("exercises/being-heard.md", r"^## Take home$", "## Home")
    assert "the claim B01" in said and "here comes 'Take home'" in said


def test_the_command_fails_with_what_it_found(found):
    found("book/modules/emotional-intimacy.md", r"\{claim\}`B01`", "")
    result = CliRunner().invoke(main, ["check"])
    assert result.exit_code == 1
    assert "the claim B01" in result.output


def test_the_schema_for_editors_is_that_of_the_model(root):
    schema = (root / "seeds" / "claims.schema.json").read_text(encoding="utf-8")
    assert schema == claims_schema(), "write it anew with `betweenus schema`"
    assert json.loads(schema)["items"]
