"""The planner chooses as it did when it still tried every combination.

`plans-of-today.json` has the exercises of one day, and the plan that was made of them for each wish. It stays as
it is when exercises change: it tells of the planner and not of the course.
"""

import json
from pathlib import Path

import pytest

from betweenus.plans.plan import Wishes, make_plan
from tests.plans.exercises import exercise

TABLE = json.loads((Path(__file__).parent / "plans-of-today.json").read_text(encoding="utf-8"))
EXERCISES = [
    exercise(name, minutes, module, part, depth, (fewest, most), tuple(formats.split()))
    for name, (module, part, depth, minutes, fewest, most, formats) in TABLE["exercises"].items()
]


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
