"""Rules for a next step ask for what there is, lead to what there is, and one always fits."""

import pytest

from betweenus import NextStep, ReflectionError
from betweenus.project import Project
from betweenus.ways.check import check_next_steps
from tests.tiny import change

RULES = "seeds/next-steps.yml"


def problems(folder) -> list[str]:
    return [str(problem) for problem in check_next_steps(Project(folder))]


def test_the_rules_of_the_tiny_course_have_no_problem(course):
    assert list(check_next_steps(course)) == []


@pytest.mark.parametrize(
    ("pattern", "text", "told"),
    [
        (r"\[sl-bad-night\]", "[sl-bad-nite]", "1: there is no reflection 'sl-bad-nite'; did you mean `sl-bad-night`?"),
        (r"\[sl-tonight\]", "[sl-tonite]", "2: there is no reflection 'sl-tonite'; did you mean `sl-tonight`?"),
        (r"\[sl-bad-night\]", "[my-pages]", "1: `because` is 'sleep', but this stands in my-pages."),
        (
            "page: book/glossary.md",
            "page: book/glosary.md",
            "5: there is no page 'book/glosary.md'; did you mean `book/glossary.md`?",
        ),
        (
            "section: When sleep won't come",
            "section: When sleep will come",
            "10: there is no section 'When sleep will come' in book/modules/sleep.md; did you mean "
            "`When sleep won't come`?",
        ),
    ],
)
def test_what_a_rule_names_and_is_not_there_is_named_with_its_line(course_copy, pattern, text, told):
    change(course_copy / RULES, pattern, text)
    assert problems(course_copy) == [f"seeds/next-steps.yml:{told}"]


def test_a_rule_gives_a_reason_that_is_a_module(course_copy):
    change(course_copy / RULES, r"^  because: sleep\n", "")
    assert problems(course_copy) == [
        "seeds/next-steps.yml:1: `because` is '', but this stands in sleep.",
        "seeds/next-steps.yml:1: there is no module ''; there are sleep.",
    ]


def test_one_step_always_fits(course_copy):
    change(course_copy / RULES, r"^- say: You could begin anywhere\.\n  page: book/welcome\.md\n", "")
    assert problems(course_copy) == [
        "seeds/next-steps.yml:6: the last rule asks for something; end with one that always fits."
    ]


def test_without_a_script_every_step_can_be_read_with_its_reason(course, monkeypatch):
    monkeypatch.chdir(course.root)
    markup = NextStep(id="one").markup
    assert "Because you wrote in the pages on “Sleep”." in markup
    assert '<a href="../book/glossary.html">Glossary</a>' in markup


def test_a_step_leads_to_the_section_that_it_speaks_of(course, course_book, monkeypatch):
    monkeypatch.chdir(course.root)
    assert (
        '<a href="../book/modules/sleep.html#when-sleep-won-t-come">When sleep won’t come</a>'
        in NextStep(id="o").markup
    )
    assert 'id="when-sleep-won-t-come"' in (course_book / "book" / "modules" / "sleep.html").read_text(encoding="utf-8")


def test_steps_need_a_course_that_has_some(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ReflectionError, match=r"there are none here; write seeds/next-steps\.yml"):
        NextStep(id="one")
