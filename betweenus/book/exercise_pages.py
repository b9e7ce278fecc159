"""How the book shows exercises: a card and a timetable on each page, an index, ready-made plans."""

from pathlib import Path
from posixpath import dirname, relpath

from docutils import nodes
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
from betweenus.book.planner import planner_content
from betweenus.plans.plan import READY_MADE, PlanError, ready_made
from betweenus.plans.formats import left_out, needed, title
from betweenus.stage.slides import exercise_slides, plan_slides
from betweenus.handouts.directives import handout_links, links, links_html
from betweenus.handouts.documents import PLAN
from betweenus.handouts.plan_handouts import name_of
from betweenus.project import Project, find_root, templates_in

# Sections that only those who lead need.
FOR_FACILITATORS = ("Prepare", "Words to say", "Facilitator's notes", "If something comes up", "Debrief")

templates = templates_in("exercises")


def render(name: str, **context) -> nodes.raw:
    return nodes.raw("", templates.get_template(f"book/{name}").render(**context), format="html")


class ExerciseDirective(SphinxDirective):
    """What the directives share: where exercises are, and how to link to them."""

    @property
    def project(self) -> Project:
        return Project.here(Path(self.env.srcdir))

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
        facts = {name.lower(): (name, says) for name, says in exercise.card().items()}
        html = render("timetable.html", exercise=exercise, facts=facts, slides=slides, module_page=address)
        return [html, links]


class ExercisesDirective(ExerciseDirective):
    """```{exercises}```: the index of all exercises, with a form that filters them, and the planner."""

    def run(self):
        exercises = self.read_all()
        content = planner_content(exercises, self.project.words)
        modules = {"modules": MODULES, "formats": NAMES}
        return [render("index.html", exercises=exercises, link=self.link, content=content, **modules)]


class PlansDirective(ExerciseDirective):
    """```{plans} communication```: the ready-made plans of a module, for a group of twelve."""

    required_arguments = 1

    def run(self):
        module = self.arguments[0]
        try:
            return [self.show(module, minutes) for minutes in READY_MADE]
        except PlanError as error:
            raise self.error(error.said(self.project.words)) from None

    def show(self, module: str, minutes: int) -> nodes.raw:
        plan = ready_made(self.read_all(), module, minutes)
        context = {
            "title": title(plan, self.project),
            "left_out": left_out(plan, self.project.words),
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
