"""How the book shows exercises: a card and a timetable on each page, an index, ready-made plans."""

import json
from pathlib import Path
from posixpath import dirname, relpath

from docutils import nodes
from markupsafe import Markup
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from betweenus.exercises.exercise import (
    MODULES,
    NAMES,
    Exercise,
    exercises_folder,
    read_exercise,
    read_exercises,
)
from betweenus.plans.plan import READY_MADE, PlanError, ready_made
from betweenus.plans.formats import needed, title
from betweenus.stage.slides import exercise_slides, plan_slides
from betweenus.handouts.directives import handout_links, links, links_html
from betweenus.handouts.documents import PLAN
from betweenus.handouts.plan_handouts import name_of
from betweenus.project import find_root, templates_in

# Sections that only those who lead need.
FOR_FACILITATORS = ("Prepare", "Words to say", "Facilitator's notes", "If something comes up", "Debrief")

templates = templates_in("exercises")
templates.globals.update(FORMATS=NAMES, MODULES=MODULES)


def render(name: str, **context) -> nodes.raw:
    return nodes.raw("", templates.get_template(f"book/{name}").render(**context), format="html")


def as_json(content) -> Markup:
    """JSON that can stand inside a script element."""
    return Markup(json.dumps(content, ensure_ascii=False).replace("<", "\\u003c"))


class ExerciseDirective(SphinxDirective):
    """What the directives share: where exercises are, and how to link to them."""

    def read_all(self) -> list[Exercise]:
        root = find_root(Path(self.env.srcdir))
        for path in exercises_folder(root).glob("*.md"):
            self.env.note_dependency(str(path))
        return read_exercises(root)

    def link(self, exercise: Exercise) -> str:
        return self.env.app.builder.get_relative_uri(self.env.docname, f"exercises/{exercise.name}")


class TimetableDirective(ExerciseDirective):
    """```{timetable}```: the exercise's card, and its steps with a running clock."""

    def run(self):
        exercise = read_exercise(Path(self.env.doc2path(self.env.docname)))
        module = exercise.front.module
        page = f"book/modules/{module}"
        known = page in self.env.found_docs
        address = self.env.app.builder.get_relative_uri(self.env.docname, page) if known else ""
        links = nodes.raw("", links_html(handout_links(exercise), self.env.docname), format="html")
        slides = exercise_slides(exercise)
        return [render("timetable.html", exercise=exercise, slides=slides, module_page=address), links]


class ExercisesDirective(ExerciseDirective):
    """```{exercises}```: the index of all exercises, with a form that filters them, and the planner."""

    def run(self):
        exercises = self.read_all()
        content = {
            exercise.name: {
                "title": exercise.front.title,
                "minutes": exercise.minutes,
                "depth": exercise.front.depth,
                "part": exercise.front.part,
                "steps": [step.model_dump() for step in exercise.front.steps],
            }
            for exercise in exercises
        }
        return [render("index.html", exercises=exercises, link=self.link, content=as_json(content))]


class PlansDirective(ExerciseDirective):
    """```{plans} communication```: the ready-made plans of a module, for a group of twelve."""

    required_arguments = 1

    def run(self):
        module = self.arguments[0]
        try:
            return [self.show(module, minutes) for minutes in READY_MADE]
        except PlanError as error:
            raise self.error(str(error)) from None

    def show(self, module: str, minutes: int) -> nodes.raw:
        plan = ready_made(self.read_all(), module, minutes)
        context = {
            "title": title(plan),
            "needed": needed(plan),
            "slides": plan_slides(plan),
            "printed": [(link.label, self.to(link.path)) for link in links(name_of(module, minutes), PLAN)],
        }
        return render("plan.html", plan=plan, link=self.link, **context)

    def to(self, path: str) -> str:
        return relpath(path, dirname(self.env.docname))


def mark_sections(app: Sphinx, doctree: nodes.document) -> None:
    """Mark the sections of an exercise's page that the facilitator's view shows and hides."""
    if not app.env.docname.startswith("exercises/"):
        return
    for section in doctree.findall(nodes.section):
        if section[0].astext().replace("’", "'") in FOR_FACILITATORS:
            section["classes"].append("for-facilitators")
