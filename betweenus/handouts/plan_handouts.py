"""The session plans that stand ready, to print."""

from collections.abc import Iterator
from pathlib import Path

from betweenus.exercises import read_exercises
from betweenus.plans.plan import READY_MADE, ready_made
from betweenus.plans.formats import printed_notes, printed_rows, title
from betweenus.project import Project
from betweenus.handouts.documents import PLAN, Handout, common


def name_of(module: str, minutes: int) -> str:
    return f"plan-{module}-{minutes}"


def plan_handouts(root: Path) -> Iterator[Handout]:
    """The ready-made plans of every module that has exercises.

    Raises:
        PlanError: when a module has no plan of one of the lengths.
        SourceError: from the first exercise that is wrong.
    """
    exercises, project = read_exercises(root), Project(root)
    modules = dict.fromkeys(exercise.front.module for exercise in exercises)
    for module in modules:
        if module == "group":
            continue
        for minutes in READY_MADE:
            plan = ready_made(exercises, module, minutes)
            content = {
                "title": title(plan, project),
                "clock": "From minute",
                "rows": [row._asdict() for row in printed_rows(plan, project.words)],
                "notes": printed_notes(plan, project.words),
            }
            yield Handout(name_of(module, minutes), PLAN, common(root) | content)
