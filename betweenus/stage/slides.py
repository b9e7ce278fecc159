"""What stands on the stage of an exercise or a plan, step by step, and what the leaders have beside it."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import time
from typing import Any

from markupsafe import Markup

from betweenus.exercises.exercise import Exercise
from betweenus.plans.plan import LABELS, Plan
from betweenus.project import Project

# As many as can be read from the last row; a publisher's list begins with the nearest.
HELP_LINES = 3
DAY = 24 * 60  # minutes


@dataclass(frozen=True)
class Slide:
    """What stands on the stage at one time.

    Attributes:
        kind: step, break or spare; the last two show nothing but what they are called.
        minutes: how long it takes.
        title: of the exercise.
        step: its name.
        show: what people see of it.
        notes: what the leaders do; only the second window has it.
        begins: the time of day it is planned for, in minutes after midnight.
    """

    kind: str
    minutes: int
    title: str = ""
    step: str = ""
    show: str = ""
    notes: str = ""
    begins: int | None = None


def exercise_slides(exercise: Exercise) -> list[dict[str, Any]]:
    """The slides of one exercise, ready for JSON."""
    title = exercise.front.title
    steps = exercise.front.steps
    return [asdict(Slide("step", step.minutes, title, step.name, step.show, step.text)) for step in steps]


def pause_slides(kind: str, minutes: int) -> list[dict[str, Any]]:
    """The one slide of a break or of spare time, ready for JSON."""
    return [asdict(Slide(kind, minutes))]


def plan_slides(plan: Plan, start: time | None = None) -> list[dict[str, Any]]:
    """The slides of a session plan, ready for JSON.

    Args:
        plan: a plan with all its breaks.
        start: the time of day it begins; without it no slide says when it is planned for.
    """
    slides = [
        slide
        for item in plan.items
        for slide in (exercise_slides(item.exercise) if item.exercise else pause_slides(item.kind, item.minutes))
    ]
    return slides if start is None else list(planned(slides, start))


def planned(slides: list[dict[str, Any]], start: time) -> Iterator[dict[str, Any]]:
    """The slides with the time of day that each is planned for."""
    begins = start.hour * 60 + start.minute
    for slide in slides:
        yield slide | {"begins": begins % DAY}
        begins += slide["minutes"]


def stage_view(project: Project) -> Markup:
    """The markup of stage and second window, once a page that has something to show on it."""
    words, settings, countries = project.words, project.settings, project.chosen_countries
    in_countries = [line for country in countries for line in country.lines]
    return words.render(
        "stage/view.html",
        help_lines=[*settings.services, *in_countries, *project.help.everywhere][:HELP_LINES],
        countries=countries,
        settings=settings,
        labels={kind: words(label) for kind, label in LABELS.items()},
    )
