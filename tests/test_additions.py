"""What is added to a course touches content alone, and the check knows it from there."""

import json

import pytest

from betweenus.check import problems
from betweenus.exercises import exercises_of
from betweenus.plans.plan import Wishes, make_plan
from betweenus.project import Project
from tests.tiny import change

CLAIM = """
- id: A90
  article: A
  module: naps
  kind: advice
  claim: A nap helps.
  rating: value-statement
  certainty: low
  summary: That is for each to say.
  references: []
  no_reference: It says what matters to people.
"""
PAGE = "# Naps\n\nA nap helps, says the article. {claim}`A90`\n\n```{claims} naps\n```\n"


@pytest.fixture
def with_naps(course_copy):
    """The tiny course with one module more, for which nothing but its content was touched."""
    change(course_copy / "course.yml", r"    title: Sleep\n", "    title: Sleep\n  - name: naps\n    title: Naps\n")
    change(
        course_copy / "_toc.yml",
        r"^      - file: book/modules/sleep\n",
        "      - file: book/modules/naps\n      - file: exercises/a-nap-each\n      - file: book/modules/sleep\n",
    )
    with (course_copy / "seeds" / "claims.yml").open("a", encoding="utf-8") as seeds:
        seeds.write(CLAIM)
    (course_copy / "book" / "modules" / "naps.md").write_text(PAGE, encoding="utf-8")
    main = (course_copy / "exercises" / "sort-the-sayings.md").read_text(encoding="utf-8")
    exercise = main.replace("module: sleep", "module: naps")
    (course_copy / "exercises" / "a-nap-each.md").write_text(exercise, encoding="utf-8")
    return course_copy


def test_a_module_is_added_by_content_alone(with_naps):
    assert [str(problem) for problem in problems(Project(with_naps))] == []


def test_a_new_module_can_be_planned(with_naps):
    plan = make_plan(exercises_of(Project(with_naps)), Wishes(60, 8, "naps"))
    assert "a-nap-each" in [item.exercise.name for item in plan.items if item.exercise]


def test_editors_learn_of_a_new_module(with_naps, monkeypatch):
    from click.testing import CliRunner

    from betweenus.cli import main

    monkeypatch.chdir(with_naps)
    assert CliRunner().invoke(main, ["schema"]).exit_code == 0
    schema = json.loads((with_naps / "schemas" / "claims.schema.json").read_text(encoding="utf-8"))
    assert schema["$defs"]["Claim"]["properties"]["module"]["enum"] == ["sleep", "naps"]
