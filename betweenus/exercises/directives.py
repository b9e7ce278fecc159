"""```{timetable}```: an exercise's card and its steps with a running clock."""

from pathlib import Path

from docutils import nodes
from jinja2 import Environment, PackageLoader
from sphinx.util.docutils import SphinxDirective

from betweenus.exercises.exercise import read_exercise
from betweenus.exercises.stage import exercise_slides

templates = Environment(loader=PackageLoader("betweenus", "exercises"), autoescape=True, trim_blocks=True)


class TimetableDirective(SphinxDirective):
    def run(self):
        exercise = read_exercise(Path(self.env.doc2path(self.env.docname)))
        template = templates.get_template("timetable.html")
        html = template.render(exercise=exercise, slides=exercise_slides(exercise))
        return [nodes.raw("", html, format="html")]
