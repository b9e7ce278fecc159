"""The planner chooses as it did when it still tried every combination.

`plans-of-today.json` has the exercises of one day, and the plan that was made of them for each wish. It stays as
it is when exercises change: it tells of the planner and not of the course.
"""

import pytest

from betweenus.plans.plan import Wishes, make_plan
from tests.plans.exercises import TABLE, exercises_of_a_day

EXERCISES = exercises_of_a_day()


def outcome(plan) -> str:
    """Names in their order, `|` for a break, `+5` for five minutes to spare."""
    signs = {"break": lambda item: "|", "spare": lambda item: f"+{item.minutes}"}
    return " ".join(item.exercise.name if item.exercise else signs[item.kind](item) for item in plan.items)


@pytest.mark.parametrize("wish", TABLE["plans"])
def test_the_plans_are_those_of_that_day(wish):
    module, form, depth, group = wish.split()
    wishes = [Wishes(minutes, int(group), module, form, int(depth)) for minutes in TABLE["minutes"]]
    made = [outcome(make_plan(EXERCISES, each)) for each in wishes]
    assert made == [TABLE["outcomes"][number] for number in TABLE["plans"][wish]]
