"""Session plans on paper: one that was made, and the ones that stand ready."""

from collections.abc import Iterator
from datetime import time

from betweenus.exercises import exercises_of
from betweenus.handouts.documents import PLAN, Handout, common
from betweenus.handouts.pdf import compile_pdf
from betweenus.plans.formats import printed_notes, printed_rows, title, title_with_times
from betweenus.plans.plan import READY_MADE, Plan, ready_made
from betweenus.project import Project


def name_of(module: str, minutes: int) -> str:
    return f"plan-{module}-{minutes}"


def plans_of(project: Project) -> Iterator[Plan]:
    """The ready-made plans of every module that has exercises.

    Raises:
        PlanError: when a module has no plan of one of the lengths.
        SourceError: from the first exercise that is wrong.
    """
    exercises = exercises_of(project)
    with_exercises = {exercise.front.module for exercise in exercises}
    for module in project.course.titles:
        for minutes in READY_MADE if module in with_exercises else ():
            yield ready_made(exercises, module, minutes)


def plan_handouts(project: Project) -> Iterator[Handout]:
    """The same on paper, with room for the clock times."""
    for plan in plans_of(project):
        yield Handout(name_of(plan.wishes.module, plan.wishes.minutes), PLAN, content(project, plan))


def plan_pdf(project: Project, plan: Plan, start: time, *, paper: str = "a4", large: bool = False) -> bytes:
    """Set a session plan with its clock times, notes below it, and the help lines.

    Args:
        project: to which the plan belongs.
        plan: what to set.
        start: when it begins.
        paper: "a4" or "letter".
        large: whether to set it in large print, 18 points or more.

    Returns:
        The PDF, tagged (PDF/UA-1).

    Raises:
        HandoutError: when Typst can't set it.
    """
    return compile_pdf("plan", content(project, plan, start) | {"paper": paper, "large": large})


def content(project: Project, plan: Plan, start: time | None = None) -> dict:
    """What the template reads: each part with the time of day, or without a start with room for it."""
    words = project.words
    return common(project, PLAN) | {
        "title": title_with_times(plan, start, project) if start else title(plan, project),
        "timed": start is not None,
        "rows": [row._asdict() for row in printed_rows(plan, words, start)],
        "notes": printed_notes(plan, words),
    }
