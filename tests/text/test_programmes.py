"""The programmes of the guide add up, and name each exercise with the minutes that it takes."""

import re

import pytest

from betweenus.exercises import read_exercises
from tests.conftest import ROOT

PAGE = (ROOT / "book" / "facilitators" / "programmes.md").read_text(encoding="utf-8")
EXERCISES = {exercise.name: exercise for exercise in read_exercises(ROOT)}
LINE = re.compile(r"^- (?:\[(?P<title>.+?)\]\(\.\./\.\./exercises/(?P<name>[\w-]+)\.md\)|[^:\[]+): (?P<minutes>\d+) minutes$", re.M)
MEETINGS = [list(LINE.finditer(block)) for block in re.findall(r"(?:^- .+ minutes\n)+", PAGE + "\n", re.M)]


def exercises_of(meeting) -> list:
    return [EXERCISES[line["name"]] for line in meeting if line["name"]]


every_meeting = pytest.mark.parametrize("meeting", MEETINGS, ids=lambda meeting: meeting[1]["title"])


def test_every_meeting_is_read_to_its_last_line():
    assert len(MEETINGS) == PAGE.count("- Spare time: ") > 4


@every_meeting
def test_an_exercise_has_its_own_title_and_minutes(meeting):
    told = [(line["title"], int(line["minutes"])) for line in meeting if line["name"]]
    assert told == [(exercise.front.title, exercise.minutes) for exercise in exercises_of(meeting)]


@every_meeting
def test_the_minutes_of_a_meeting_add_up_to_its_length(meeting):
    assert sum(int(line["minutes"]) for line in meeting) in (90, 120, 150, 180)


@every_meeting
def test_a_meeting_begins_with_an_opening_and_never_with_depth(meeting):
    first = exercises_of(meeting)[0]
    assert first.front.part == "opening"
    assert first.front.depth == 1


@every_meeting
def test_depth_three_is_followed_by_half_an_hour_of_something_else(meeting):
    for place, line in enumerate(meeting):
        if line["name"] and EXERCISES[line["name"]].front.depth == 3:
            assert sum(int(after["minutes"]) for after in meeting[place + 1 :]) >= 30


@every_meeting
def test_all_exercises_of_a_meeting_suit_eight_to_twelve_people_in_a_room(meeting):
    for exercise in exercises_of(meeting):
        assert exercise.front.group.min <= 8 and exercise.front.group.max >= 12
        assert "in-room" in exercise.front.formats
