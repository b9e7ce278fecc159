"""The markup that the tests of vitest run on: what Python really renders."""

import json
from contextlib import chdir
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from betweenus import Reflection
from betweenus.book.config import EXIT_LABEL, EXIT_URL
from betweenus.exercises import read_exercises
from betweenus.stage.slides import exercise_slides, stage_view
from betweenus.stage.slides import templates as stage_templates


def write_markup(path: Path, root: Path) -> None:
    """Write the markup of each kind of reflection, the quick exit and the stage, by name."""
    with chdir(root):
        examples = {kind.kind: kind.example().markup for kind in Reflection.__subclasses__()}
        pages = {"exit": exit_markup(root), "stage": stage_markup()}
    path.write_text(json.dumps(examples | pages), encoding="utf-8")


def exit_markup(root) -> str:
    """The quick exit as every page of the book has it."""
    theme = Environment(loader=FileSystemLoader(root / "betweenus" / "book" / "theme"), undefined=StrictUndefined)
    template = theme.get_template("exit.html", globals={"_": str})
    return template.render(betweenus_exit_url=EXIT_URL, betweenus_exit_label=EXIT_LABEL)


def stage_markup() -> str:
    """The stage as the page of an exercise has it."""
    entry = stage_templates.get_template("stage/entry.html")
    return entry.render(slides=exercise_slides(read_exercises()[0])) + stage_view(EXIT_URL, EXIT_LABEL)
