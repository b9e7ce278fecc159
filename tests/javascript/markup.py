"""The markup that the tests of vitest run on: what Python really renders of the tiny course."""

import json
from contextlib import chdir
from pathlib import Path

from betweenus import Reflection
from betweenus.book.planner import MINUTES, abouts, planner_content
from betweenus.exercises import exercises_of
from betweenus.exercises.exercise import FORMATS, module_titles
from betweenus.project import Project
from betweenus.sittings.part import parts_of
from betweenus.stage.slides import exercise_slides, stage_view


def write_markup(path: Path, project: Project) -> None:
    """Write the markup of each kind of reflection, the quick exit, the stage and the planner, by name."""
    with chdir(project.root):
        examples = {kind.kind: kind.example().markup for kind in Reflection.__subclasses__()}
    pages = {
        "exit": exit_markup(project),
        "stage": stage_markup(project),
        "evening": evening_markup(project),
        "sitting": sitting_markup(project, examples["card-sort"]),
    }
    path.write_text(json.dumps(examples | pages), encoding="utf-8")


def exit_markup(project: Project) -> str:
    """The quick exit as every page of the book has it."""
    return project.words.render("browser/exit.html", settings=project.settings)


def stage_markup(project: Project) -> str:
    """The stage as the page of an exercise has it."""
    slides = exercise_slides(exercises_of(project)[0])
    return project.words.render("stage/entry.html", slides=slides) + stage_view(project)


def sitting_markup(project: Project, reflection: str) -> str:
    """A page in parts with one reflection, in the first of them."""
    (parts,) = parts_of(project).values()
    context = {"count": len(parts), "after_last": "parts", "docname": "night"}

    def render(template: str, **more) -> str:
        return project.words.render(f"sittings/{template}.html", **context, **more)

    contents = render("bar") + render("start") + render("parts", parts=[(part, part.heading.text) for part in parts])
    sections = (
        f'<section class="part" id="{part.anchor}"><h2>{part.heading.text}</h2>{render("head", part=part)}'
        f"{reflection if part.number == 1 else ''}{render('foot', part=part)}</section>"
        for part in parts
    )
    return f'<main class="sitting">{contents}{"".join(sections)}</main>'


def evening_markup(project: Project) -> str:
    """The page of an evening: the planner, and the index of exercises. Nothing was printed yet."""
    exercises = exercises_of(project)
    return project.words.render(
        "book/evening.html",
        exercises=exercises,
        modules=module_titles(project),
        abouts={name: project.course.titles[name] for name in abouts(exercises, project.course)},
        lengths=MINUTES,
        typical=12,
        usual=90,
        largest=60,
        editions=[("a4", "A4"), ("a4-large", "A4, large print")],
        formats=FORMATS,
        link=lambda exercise: f"{exercise.name}.html",
        handouts="handouts/",
        ready={},
        content=planner_content(project, project.root / "nothing-printed"),
    )
