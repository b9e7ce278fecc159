"""How the book shows exercises: a card and a timetable on each page, an index, ready-made plans."""

from pathlib import Path
from posixpath import dirname, relpath

from docutils import nodes
from markupsafe import Markup
from sphinx.application import Sphinx

from betweenus.book.planner import LARGEST, MINUTES, abouts, planner_content
from betweenus.exercises import Exercise, exercises_of, read_exercise
from betweenus.exercises.exercise import FOR_LEADERS, FORMATS, SECTIONS, module_titles, plain
from betweenus.exercises.facts import facts
from betweenus.handouts.directives import links_html
from betweenus.handouts.documents import FOLDER as HANDOUTS
from betweenus.handouts.documents import SHEET, editions
from betweenus.handouts.packs import READY_EDITIONS, key, pack_name, pieces_of_plan
from betweenus.handouts.plan import plans_of
from betweenus.plans.formats import about_title, left_out, needed, title
from betweenus.plans.plan import TYPICAL_GROUP, Plan, PlanError
from betweenus.project.directive import ProjectDirective, part, project_of
from betweenus.stage.slides import exercise_slides

FOLDER = "exercises/"
EVENING = "book/facilitators/evening"
USUAL_MINUTES = 90
# The facts that stand first; the others follow the steps.
STRIP = ("time", "group", "depth", "not-together-if")


class ExerciseDirective(ProjectDirective):
    """What the directives share: the exercises, and how to link to them."""

    def exercises(self) -> list[Exercise]:
        for path in self.project.exercises_folder.glob("*.md"):
            self.env.note_dependency(str(path))
        return exercises_of(self.project)

    def link(self, exercise: Exercise) -> str:
        return self.env.app.builder.get_relative_uri(self.env.docname, f"{FOLDER}{exercise.name}")


class TimetableDirective(ExerciseDirective):
    """```{timetable}```: an exercise's facts, what can be done with it, its steps, and what else there is to know."""

    def run(self):
        exercise = read_exercise(self.project, Path(self.env.doc2path(self.env.docname)))
        html = self.render(
            "book/timetable.html",
            exercise=exercise,
            facts=facts(self.project, exercise),
            strip=STRIP,
            slides=exercise_slides(exercise),
            module_page=self.address(f"book/modules/{exercise.front.module}"),
            evening=self.address(EVENING),
            printed=links_html(exercise, self.env.docname, self.project.words),
        )
        return [part(html, scripts=["exercises.js"])]


class EveningDirective(ExerciseDirective):
    """```{evening}```: the planner with its packs, the plans that stand ready, and the index of all exercises."""

    def run(self):
        for path in self.project.forms_folder.glob("*.md"):
            self.env.note_dependency(str(path))
        exercises, words = self.exercises(), self.project.words
        folder = Path(self.env.app.outdir) / HANDOUTS
        titles = {name: about_title(name, self.project) for name in abouts(exercises, self.project.course)}
        try:
            ready = {name: [self.ready(plan) for plan in plans] for name, plans in self.plans().items()}
        except PlanError as error:
            raise self.error(str(error)) from None
        html = self.render(
            "book/evening.html",
            exercises=exercises,
            modules=module_titles(self.project),
            abouts=titles,
            lengths=MINUTES,
            typical=TYPICAL_GROUP,
            usual=USUAL_MINUTES,
            largest=LARGEST,
            editions=[(key(edition), edition.label(words)) for edition in editions(SHEET)],
            formats=FORMATS,
            link=self.link,
            handouts=self.to(f"{HANDOUTS}/"),
            ready=ready,
            content=planner_content(self.project, folder),
        )
        return [part(html, scripts=["filter.js", "planner.js"])]

    def plans(self) -> dict[str, list[Plan]]:
        found = {}
        for plan in plans_of(self.project):
            found.setdefault(plan.wishes.module, []).append(plan)
        return found

    def ready(self, plan: Plan) -> Markup:
        """A plan that stands ready, with its packs."""
        words = self.project.words
        files = [(edition.label(words), f"{HANDOUTS}/{edition.file_of(pack_name(plan))}") for edition in READY_EDITIONS]
        return self.render(
            "book/plan.html",
            plan=plan,
            link=self.link,
            title=title(plan, self.project),
            left_out=left_out(plan, words),
            needed=needed(plan),
            pieces=[(piece.label, piece.copies(TYPICAL_GROUP)) for piece in pieces_of_plan(self.project, plan)],
            packs=[(label, self.to(path)) for label, path in files],
        )

    def to(self, path: str) -> str:
        """The address of a file of the book from this page."""
        return relpath(path, dirname(self.env.docname)) + ("/" if path.endswith("/") else "")


def mark_sections(app: Sphinx, doctree: nodes.document) -> None:
    """Mark the sections of an exercise's page that the facilitator's view shows and hides."""
    if not app.env.docname.startswith(FOLDER):
        return
    words = project_of(app).words
    headings = [plain(words(SECTIONS[key])) for key in FOR_LEADERS]
    for section in doctree.findall(nodes.section):
        if plain(section[0].astext()) in headings:
            section["classes"].append("for-facilitators")
