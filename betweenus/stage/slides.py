"""The stage: what a group sees of an exercise or a plan, step by step, and the leaders' notes beside it."""

from dataclasses import asdict, dataclass
from datetime import time
from typing import Any

from betweenus.exercises.exercise import Exercise
from betweenus.plans.plan import Plan, clock
from betweenus.project.settings import Settings
from betweenus.project.words import Words

# As many as can be read from the last row; a publisher's list begins with the nearest.
HELP_LINES = 3

@dataclass(frozen=True)
class Slide:
    """What stands on the stage at one time.

    Attributes:
        title: of the exercise, or what the time is for.
        step: its name; a break has none.
        minutes: how long it takes.
        show: what people see of it.
        notes: what the leaders do; only the second window has it.
        begins: the time of day it is planned for, such as `18:30`.
    """

    title: str
    step: str
    minutes: int
    show: str
    notes: str
    begins: str = ""


def exercise_slides(exercise: Exercise) -> list[dict[str, Any]]:
    """The slides of one exercise, ready for JSON."""
    return [asdict(slide) for slide in steps_of(exercise)]


def plan_slides(plan: Plan, start: time | None = None) -> list[dict[str, Any]]:
    """The slides of a session plan, ready for JSON.

    Args:
        plan: a plan with all its breaks.
        start: the time of day it begins; without it no slide says when it is planned for.
    """
    slides, minute = [], 0
    for item in plan.items:
        pause = Slide(item.title, "", item.minutes, show="", notes="")
        for slide in steps_of(item.exercise) if item.exercise else [pause]:
            slides.append(asdict(slide) | {"begins": clock(start, minute) if start else ""})
            minute += slide.minutes
    return slides


def steps_of(exercise: Exercise) -> list[Slide]:
    title = exercise.front.title
    return [Slide(title, step.name, step.minutes, step.show, step.text) for step in exercise.front.steps]


def stage_view(settings: Settings, words: Words) -> str:
    """The markup of stage and second window, once a page that has something to show on it."""
    return words.render("stage/view.html", help_lines=settings.services[:HELP_LINES], settings=settings)
