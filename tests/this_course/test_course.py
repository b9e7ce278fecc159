"""The shipped course is whole: nothing is wrong with it, and it has what it promises."""

import json
import tomllib

import pytest
import yaml
from click.testing import CliRunner

from betweenus.check import problems
from betweenus.cli import main
from betweenus.evidence import claims_of, references_of
from betweenus.exercises import exercises_of
from betweenus.plans.plan import READY_MADE, ready_made


@pytest.mark.thorough  # make check finds the same, before any test runs
def test_it_has_no_problem(shipped):
    assert [str(problem) for problem in problems(shipped)] == []


def test_it_is_cited_by_one_version_and_one_year(root):
    cited = yaml.safe_load((root / "CITATION.cff").read_text(encoding="utf-8"))
    about = (root / "book" / "about.md").read_text(encoding="utf-8")
    assert f"({cited['date-released'].year})" in about and f"(version {cited['version']})" in about
    package = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    assert package["project"]["version"] == cited["version"]


def test_every_claim_of_the_three_articles_is_there(shipped):
    # One claim of B has two halves that differ, and stands here as two.
    articles = {"A": 16, "B": 32, "C": 29}
    ids = [f"{letter}{number:02}" for letter, last in articles.items() for number in range(1, last + 1)]
    assert sorted(id for id in claims_of(shipped) if not id.startswith("P")) == ids


def test_it_rests_on_no_more_studies_than_can_be_looked_after(shipped):
    pages = ("guideline", "information page", "law")
    studies = [study for study in references_of(shipped).values() if study.design not in pages]
    assert 100 <= len(studies) <= 230
    assert len(references_of(shipped)) <= 290


def test_every_module_has_its_ready_made_plans(shipped):
    for module in shipped.course.titles:
        for minutes in READY_MADE:
            assert ready_made(exercises_of(shipped), module, minutes).items


def test_its_schemas_for_editors_are_those_of_the_engine(shipped, tmp_path, monkeypatch):
    for name in ("_config.yml", "course.yml"):
        (tmp_path / name).write_bytes((shipped.root / name).read_bytes())
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, ["schema"]).exit_code == 0
    for path in sorted((tmp_path / "schemas").glob("*.json")):
        kept = shipped.root / "schemas" / path.name
        assert json.loads(path.read_text()) == json.loads(kept.read_text()), "write them anew with `betweenus schema`"
