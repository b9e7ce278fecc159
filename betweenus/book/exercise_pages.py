"""How the book shows exercises: a card and a timetable on each page, an index, ready-made plans."""

from pathlib import Path
from posixpath import dirname, relpath

from docutils import nodes
from sphinx.application import Sphinx

from betweenus.book.planner import planner_content
from betweenus.exercises import Exercise, exercises_of, read_exercise
from betweenus.exercises.exercise import FOR_LEADERS, FORMATS, SECTIONS, module_titles, plain
from betweenus.exercises.facts import facts
from betweenus.handouts.directives import links, links_html
from betweenus.handouts.documents import PLAN
from betweenus.handouts.plan import name_of
from betweenus.plans.formats import left_out, needed, title
from betweenus.plans.plan import READY_MADE, PlanError, ready_made
from betweenus.project.directive import ProjectDirective, part, project_of
from betweenus.stage.slides import exercise_slides, plan_slides

FOLDER = "exercises/"


class ExerciseDirective(ProjectDirective):
    """What the directives share: the exercises, and how to link to them."""

    def exercises(self) -> list[Exercise]:
        for path in self.project.exercises_folder.glob("*.md"):
            self.env.note_dependency(str(path))
        return exercises_of(self.project)

    def link(self, exercise: Exercise) -> str:
        return self.env.app.builder.get_relative_uri(self.env.docname, f"{FOLDER}{exercise.name}")


class TimetableDirective(ExerciseDirective):
    """```{timetable}```: the exercise's card, and its steps with a running clock."""

    def run(self):
        exercise = read_exercise(self.project, Path(self.env.doc2path(self.env.docname)))
        html = self.render(
            "book/timetable.html",
            exercise=exercise,
            facts=facts(self.project, exercise),
            slides=exercise_slides(exercise),
            module_page=self.address(f"book/modules/{exercise.front.module}"),
        )
        printed = links_html(exercise, self.env.docname, self.project.words)
        return [part(html, scripts=["exercises.js"]), part(printed)]


class ExercisesDirective(ExerciseDirective):
    """```{exercises}```: the index of all exercises, with a form that filters them, and the planner."""

    def run(self):
        exercises = self.exercises()
        html = self.render(
            "book/index.html",
            exercises=exercises,
            modules=module_titles(self.project),
            formats=FORMATS,
            link=self.link,
            content=planner_content(exercises, self.project.words),
        )
        return [part(html, scripts=["filter.js", "planner.js"])]


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
        plan = ready_made(self.exercises(), module, minutes)
        printed = links(name_of(module, minutes), PLAN, self.project.words)
        html = self.render(
            "book/plan.html",
            plan=plan,
            link=self.link,
            title=title(plan, self.project),
            left_out=left_out(plan, self.project.words),
            needed=needed(plan),
            slides=plan_slides(plan),
            printed=[(link.label, relpath(link.path, dirname(self.env.docname))) for link in printed],
        )
        return part(html, scripts=["exercises.js"])


def mark_sections(app: Sphinx, doctree: nodes.document) -> None:
    """Mark the sections of an exercise's page that the facilitator's view shows and hides."""
    if not app.env.docname.startswith(FOLDER):
        return
    words = project_of(app).words
    headings = [plain(words(SECTIONS[key])) for key in FOR_LEADERS]
    for section in doctree.findall(nodes.section):
        if plain(section[0].astext()) in headings:
            section["classes"].append("for-facilitators")
