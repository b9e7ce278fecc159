"""How long a plan takes to make, by the number of exercises that it can be made of.

python -m bench.plans
"""

import statistics
import time
from random import Random

from betweenus.plans.plan import Wishes, make_plan
from tests.plans.exercises import exercise

RUNS = 7


def main() -> None:
    for number in (6, 20, 60, 200):
        random = Random(number)
        exercises = [
            exercise(f"exercise-{place:03}", random.randint(5, 60), depth=random.randint(1, 3))
            for place in range(number)
        ]
        taken = [seconds(exercises) for _ in range(RUNS)]
        print(f"{number} exercises: {statistics.median(taken):.3f} s ({min(taken):.3f} to {max(taken):.3f})")


def seconds(exercises: list) -> float:
    begin = time.perf_counter()
    make_plan(exercises, Wishes(minutes=480, group=12, module="sleep", max_depth=3))
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()
