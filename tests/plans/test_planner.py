"""What the planner in the book is given: the exercises with their slides, the break and the limits."""

import json

from betweenus.book.planner import planner_content
from betweenus.plans.plan import BREAK, DEEP, LONGEST_WITHOUT_BREAK
from betweenus.project.words import words_of
from betweenus.stage.slides import exercise_slides
from tests.plans.exercises import exercise

EXERCISES = [exercise("waking", 20), exercise("resting", 10, part="closing")]
CONTENT = planner_content(EXERCISES, words_of("en"))


def test_each_exercise_brings_the_slides_that_its_own_page_shows():
    assert list(CONTENT["exercises"]) == ["waking", "resting"]
    assert CONTENT["exercises"]["waking"]["slides"] == exercise_slides(EXERCISES[0])
    assert [part["kind"] for part in CONTENT["exercises"].values()] == ["main", "closing"]


def test_a_break_is_as_long_as_in_the_plans_that_stand_ready():
    assert CONTENT["break"]["minutes"] == BREAK
    assert [slide["kind"] for slide in CONTENT["break"]["slides"]] == ["break"]


def test_the_limits_are_those_of_the_plans_that_stand_ready():
    assert (CONTENT["deep"], CONTENT["longest"]) == (DEEP, LONGEST_WITHOUT_BREAK)


def test_it_can_be_handed_over_as_json():
    assert json.loads(json.dumps(CONTENT)) == CONTENT
