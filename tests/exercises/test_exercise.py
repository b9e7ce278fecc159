"""An exercise's front matter is checked, and its times are computed from its steps."""

import re
import shutil

import pytest

from betweenus.exercises import read_exercise
from betweenus.project import SourceError
from tests.conftest import ROOT

EXERCISES = sorted((ROOT / "exercises").glob("*.md"))
SECTIONS = [
    "For whom",
    "Prepare",
    "Words to say",
    "Facilitator's notes",
    "In the room, online and on paper",
    "Adaptations",
    "If something comes up",
    "Debrief",
    "Take home",
]


@pytest.fixture
def changed(root, tmp_path):
    """A function that reads the first exercise with one piece of its text replaced."""
    shutil.copytree(root / "seeds", tmp_path / "seeds")
    (tmp_path / "_config.yml").touch()

    def read(pattern, replacement):
        text = EXERCISES[0].read_text(encoding="utf-8")
        path = tmp_path / "exercise.md"
        path.write_text(re.sub(pattern, replacement, text, count=1, flags=re.M), encoding="utf-8")
        return read_exercise(path)

    return read


@pytest.mark.parametrize("path", EXERCISES, ids=lambda path: path.stem)
def test_an_exercise_can_be_led_from_its_page(path):
    exercise = read_exercise(path)
    assert 30 <= exercise.minutes <= 60
    headings = re.findall(r"^## (.*)$", path.read_text(encoding="utf-8").replace("’", "'"), flags=re.M)
    assert headings == SECTIONS


def test_each_step_begins_when_the_one_before_ends():
    exercise = read_exercise(EXERCISES[0])
    begins = [begin for begin, _ in exercise.timetable()]
    ends = [begin + step.minutes for begin, step in exercise.timetable()]
    assert begins == [0, *ends[:-1]]
    assert ends[-1] == exercise.minutes


def test_minutes_that_are_no_number_are_named_with_their_line(changed):
    with pytest.raises(SourceError, match=r"exercise\.md:\d+: `steps\.0\.minutes`"):
        changed(r"minutes: \d+", "minutes: ten")


def test_a_group_with_its_ends_swapped_is_refused(changed):
    with pytest.raises(SourceError, match="the smaller number is min"):
        changed(r"^group: .*$", "group: {min: 24, max: 4}")


def test_an_unknown_claim_is_refused(changed):
    with pytest.raises(SourceError, match="`claims` names Z99"):
        changed(r"^claims: .*$", "claims: [Z99]")


def test_a_file_without_front_matter_is_refused(changed):
    with pytest.raises(SourceError, match=r"exercise\.md:1: an exercise begins with its front matter"):
        changed(r"\A---\n", "")
