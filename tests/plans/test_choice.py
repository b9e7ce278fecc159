"""The choice of exercises is the best there is, and stays quick where there are many."""

from itertools import combinations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from betweenus.plans.choice import ENOUGH, Choices
from betweenus.plans.plan import Wishes, make_plan
from tests.plans.exercises import exercise

numbers = st.tuples(st.integers(1, 12), st.booleans(), st.booleans())  # minutes, of the module, deep
few = st.lists(numbers, max_size=8)


def best_of_all(exercises, room) -> tuple[int, ...]:
    """The choice as it is promised, found by trying them all."""
    possible = [
        choice
        for size in range(1, len(exercises) + 1)
        for choice in combinations(range(len(exercises)), size)
        if goes_together([exercises[place] for place in choice], room)
    ]
    # `max` keeps the first of equals, which has the fewest exercises, and of those the first in the list.
    return max(possible, key=lambda choice: sum(exercises[place][0] for place in choice), default=())


def goes_together(choice, room) -> bool:
    minutes, own, deep = zip(*choice, strict=True)
    lighter = sum(deep) == 0 or (sum(deep) == 1 and len(choice) >= ENOUGH)
    return sum(minutes) <= room and any(own) and lighter


def choices(exercises, room) -> Choices:
    minutes, own, deep = zip(*exercises, strict=True) if exercises else ((), (), ())
    return Choices(minutes, own, deep, room)


@given(few, st.integers(0, 60), st.integers(0, 20))
def test_no_choice_is_better(exercises, room, breaks):
    assert choices(exercises, room).best(room - breaks) == best_of_all(exercises, room - breaks)


def test_sixty_exercises_can_be_chosen_from():
    """How soon, `python -m bench.plans` says; trying every choice would not end at all."""
    random = Random(1)
    exercises = [
        exercise(f"exercise-{number:02}", random.randint(5, 60), depth=random.randint(1, 3)) for number in range(60)
    ]
    plan = make_plan(exercises, Wishes(minutes=480, group=12, module="sleep", max_depth=3))
    assert sum(item.minutes for item in plan.items) == 480
