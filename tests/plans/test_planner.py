"""What the planner in the book is given: the exercises with their slides, the break and the limits."""

import json
from dataclasses import replace

import pytest

from betweenus.book.planner import MINUTES, abouts, planner_content
from betweenus.exercises import exercises_of
from betweenus.plans.plan import BREAK, DEEP, LONGEST_WITHOUT_BREAK, MIXED, PlanError, Wishes, make_plan
from betweenus.project import Project
from betweenus.stage.slides import exercise_slides
from tests.plans.exercises import exercise
from tests.tiny import COURSE

PROJECT = Project(COURSE)
EXERCISES = exercises_of(PROJECT)
CONTENT = planner_content(PROJECT, COURSE / "nothing-printed")


def test_each_exercise_brings_the_slides_that_its_own_page_shows():
    assert list(CONTENT["exercises"]) == [each.name for each in EXERCISES]
    for each in EXERCISES:
        part = CONTENT["exercises"][each.name]
        assert part["slides"] == exercise_slides(each)
        assert (part["kind"], part["group"]) == (each.front.part, (each.front.group.min, each.front.group.max))


@pytest.mark.parametrize("minutes", MINUTES)
@pytest.mark.parametrize("people", [1, 2, 8, 16, 17, 20, 40])
def test_its_plans_are_those_that_are_made_elsewhere_for_every_length_and_size(minutes, people):
    ready = [names for fewest, most, names in CONTENT["ready"]["sleep"][minutes] if fewest <= people <= most]
    try:
        plan = make_plan(EXERCISES, Wishes(minutes, people, "sleep"))
    except PlanError:
        assert ready == []
        return
    ((*names,),) = ready
    assert [name for name in names if not name.startswith(("spare", "break"))] == [
        item.exercise.name for item in plan.items if item.exercise
    ]


def test_an_evening_can_be_about_each_module_in_their_order_and_about_all_where_there_are_several():
    sleep = PROJECT.course.modules[0]
    course = PROJECT.course.model_copy(update={"modules": [sleep, sleep.model_copy(update={"name": "dreams"})]})
    exercises = [replace_module(exercise("two", 20), "dreams"), exercise("one", 20)]
    assert abouts(exercises, course) == ["sleep", "dreams", MIXED]
    assert abouts(exercises[:1], course) == ["dreams"]


def test_a_break_is_as_long_as_in_the_plans_that_stand_ready():
    assert CONTENT["break"]["minutes"] == BREAK
    assert [slide["kind"] for slide in CONTENT["break"]["slides"]] == ["break"]


def test_the_limits_are_those_of_the_plans_that_stand_ready():
    assert (CONTENT["deep"], CONTENT["longest"]) == (DEEP, LONGEST_WITHOUT_BREAK)


def test_it_can_be_handed_over_as_json():
    assert json.loads(json.dumps(CONTENT))["exercises"].keys() == CONTENT["exercises"].keys()


def replace_module(of, module):
    return replace(of, front=of.front.model_copy(update={"module": module}))
