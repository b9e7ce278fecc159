"""An exercise's front matter is checked, and its times are computed from its steps."""

import re

import pytest

from betweenus.exercises import exercises_of, read_exercise
from betweenus.project import Project, SourceError


@pytest.fixture
def changed(course_copy):
    """A function that reads an exercise with one piece of its text replaced."""
    path = course_copy / "exercises" / "sort-the-sayings.md"

    def read(pattern, replacement):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(pattern, replacement, text, count=1, flags=re.M), encoding="utf-8")
        return read_exercise(Project(course_copy), path)

    return read


def test_an_exercise_takes_as_long_as_its_steps(course):
    for exercise in exercises_of(course):
        assert exercise.minutes == sum(step.minutes for step in exercise.front.steps)


def test_each_step_begins_when_the_one_before_ends(course):
    for exercise in exercises_of(course):
        begins = [begin for begin, _ in exercise.timetable()]
        ends = [begin + step.minutes for begin, step in exercise.timetable()]
        assert begins == [0, *ends[:-1]]
        assert ends[-1] == exercise.minutes


def test_minutes_that_are_no_number_are_named_with_their_line(changed):
    with pytest.raises(SourceError, match=r"sort-the-sayings\.md:\d+: `steps\.0\.minutes`"):
        changed(r"minutes: \d+", "minutes: ten")


def test_a_group_with_its_ends_swapped_is_refused(changed):
    with pytest.raises(SourceError, match="the smaller number is min"):
        changed(r"^group: .*$", "group: {min: 24, max: 4}")


def test_an_unknown_claim_is_refused(changed):
    with pytest.raises(SourceError, match="`claims` names Z99"):
        changed(r"^claims: .*$", "claims: [Z99]")


def test_an_unknown_module_is_refused_with_the_nearest_one(changed):
    with pytest.raises(SourceError, match=r"sort-the-sayings\.md:\d+: `module` is 'slep'.*did you mean `sleep`\?"):
        changed(r"^module: .*$", "module: slep")


def test_a_file_without_front_matter_is_refused(changed):
    with pytest.raises(SourceError, match=r"sort-the-sayings\.md:1: an exercise begins with its front matter"):
        changed(r"\A---\n", "")


def test_a_section_that_is_missing_is_named_with_the_line_where_it_belongs(changed):
    with pytest.raises(
        SourceError, match=r"sort-the-sayings\.md:\d+: this section is 'Words to say'; here comes 'Prepare'"
    ):
        changed(r"^## Prepare\n", "")


def test_a_last_section_that_is_missing_is_named(changed):
    with pytest.raises(SourceError, match="the section 'Take home' is missing"):
        changed(r"^## Take home\n", "")


def test_an_empty_section_is_named_with_its_line(changed):
    with pytest.raises(SourceError, match=r"sort-the-sayings\.md:\d+: the section 'Prepare' is empty"):
        changed(r"(?s)^## Prepare\n.*?(?=^## )", "## Prepare\n\n")


def test_a_format_without_its_words_is_named(changed):
    with pytest.raises(SourceError, match=r"\.md:\d+: no paragraph of this section begins with \*\*Online\.\*\*"):
        changed(r"^\*\*Online\.\*\*", "Online:")


def test_an_adaptation_that_is_missing_is_named(changed):
    with pytest.raises(SourceError, match=r"\.md:\d+: no paragraph .* \*\*Single people\.\*\*"):
        changed(r"^\*\*Single people\.\*\*", "Singles:")


def test_depth_3_needs_a_safety_note_and_a_way_out(changed):
    with pytest.raises(SourceError, match="`safety` is missing; an exercise of depth 3 needs it"):
        changed(r"^depth: \d", "depth: 3")


def test_depth_3_neither_opens_nor_closes_a_meeting(changed):
    with pytest.raises(SourceError, match="stands in the middle of a meeting, not at its opening"):
        changed(r"^depth: \d", "part: opening\ndepth: 3\nsafety: Watch.\nway_out: Go.")


def test_a_step_without_words_for_the_screen_is_named(changed):
    with pytest.raises(SourceError, match=r"sort-the-sayings\.md:\d+: `steps\.0\.show` is missing"):
        changed(r"^    show: .*\n", "")


@pytest.mark.parametrize(
    ("pattern", "replacement", "message"),
    [
        (r"^    cards: true\n", "", "`cards: true` stands at 0 steps; write it at the one"),
        (r"^(    show: .*surpris.*)$", r"\1\n    cards: true", "`cards: true` stands at 2 steps"),
        (r"^cards:\n(  - .*\n)+", "", "a step has `cards: true`, and there are no `cards`"),
    ],
)
def test_cards_come_with_one_step_that_says_what_to_do_with_them(changed, pattern, replacement, message):
    with pytest.raises(SourceError, match=message):
        changed(pattern, replacement)
