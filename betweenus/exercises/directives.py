"""```{timetable}```: an exercise's card and its steps with a running clock."""

from pathlib import Path

from docutils import nodes
from jinja2 import Environment, PackageLoader
from sphinx.util.docutils import SphinxDirective

from betweenus.exercises.exercise import read_exercise
from betweenus.handouts.directives import links_html

templates = Environment(loader=PackageLoader("betweenus", "exercises"), autoescape=True, trim_blocks=True)


class TimetableDirective(SphinxDirective):
    def run(self):
        exercise = read_exercise(Path(self.env.doc2path(self.env.docname)))
        html = templates.get_template("timetable.html").render(exercise=exercise)
        html += links_html(exercise, self.env.docname)
        return [nodes.raw("", html, format="html")]
