"""What the planner on the index of exercises is given, so that its plans are like those made elsewhere."""

from collections.abc import Iterable
from typing import Any

from betweenus.exercises.exercise import Exercise
from betweenus.plans.plan import BREAK, DEEP, LABELS, LONGEST_WITHOUT_BREAK
from betweenus.project.words import Words
from betweenus.stage.slides import exercise_slides, pause_slides


def planner_content(exercises: Iterable[Exercise], words: Words) -> dict[str, Any]:
    """What can be put into a plan, and the limits by which the planner advises, ready for JSON."""
    pause = {
        "kind": "break",
        "title": words(LABELS["break"]),
        "minutes": BREAK,
        "slides": pause_slides("break", BREAK),
    }
    return {
        "exercises": {exercise.name: part_of(exercise) for exercise in exercises},
        "break": pause,
        "deep": DEEP,
        "longest": LONGEST_WITHOUT_BREAK,
    }


def part_of(exercise: Exercise) -> dict[str, Any]:
    return {
        "kind": exercise.front.part,
        "title": exercise.front.title,
        "minutes": exercise.minutes,
        "depth": exercise.front.depth,
        "slides": exercise_slides(exercise),
    }
