"""What a search finds: pages with their parts, questions, and words that are explained."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx

from betweenus.exercises import exercises_of
from betweenus.exercises.exercise import Exercise
from betweenus.project import Project
from betweenus.project.directive import project_of, told_by
from betweenus.search.words import Kind, named, search_words_of

SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+")
LINE = 160  # letters that one line may have
# What nobody looks for, or what stands elsewhere too.
UNSAID = (
    nodes.comment,
    nodes.literal_block,
    nodes.raw,
    nodes.section,
    nodes.title,
    addnodes.glossary,
    addnodes.toctree,
)


class Part(NamedTuple):
    """A section: where it is on its page, its heading, and its text."""

    anchor: str
    heading: str
    text: str


@dataclass
class Entry:
    """Something that can be found.

    Attributes:
        page: its name.
        kind: what one does with it.
        title: its heading.
        line: what it is about, in one line.
        parts: its text; the first part is the place that the title leads to.
        leads: whether it is the page of a module.
    """

    page: str
    kind: Kind
    title: str
    line: str
    parts: list[Part]
    leads: bool = False


def entries_of(app: Sphinx) -> Iterator[Entry]:
    """Everything that can be found, page by page."""
    said = search_words_of(project_of(app))
    for page in sorted(app.env.found_docs):
        if not named(page, said.leave_out):
            yield from of_page(app, page, said.kind_of(page), said.leave_out_sections)


def of_page(app: Sphinx, page: str, kind: Kind, leave_out: tuple[str, ...]) -> Iterator[Entry]:
    project, doctree = project_of(app), app.env.get_doctree(page)
    title = app.env.titles[page].astext()
    parts = [part for part in parts_of(doctree) if part.heading not in leave_out]
    if exercise := exercise_at(project, page):
        yield Entry(page, kind, title, exercise.front.objectives.skill, [Part("", title, in_short(exercise))])
    elif kind == "question":
        yield from (Entry(page, kind, part.heading, in_a_line(part.text), [part]) for part in parts[1:])
    elif parts:
        # Its own heading is where the page begins.
        lists_lines = "help-lines" in told_by(doctree, "kind")
        topics = project.help.topics.values() if lists_lines else ()
        first = Part("", title, " ".join([parts[0].text, *(f"{topic}." for topic in topics)]))
        lines = countries(project) if lists_lines else []
        leads = page in (f"book/modules/{name}" for name in project.course.titles)
        yield Entry(page, kind, title, in_a_line(parts[0].text), [first, *parts[1:], *lines], leads)
    yield from terms_of(doctree, page)


def parts_of(doctree: nodes.document) -> Iterator[Part]:
    for section in doctree.findall(nodes.section):
        yield Part(section["ids"][0], heading_of(section), tidy("".join(said(section))))


def heading_of(section: nodes.section) -> str:
    title = section.next_node(nodes.title)
    return tidy(title.astext()) if title else ""


def said(node: nodes.Node) -> Iterator[str]:
    """The words of a part of a page, without those of the sections in it."""
    for child in node.children:
        if isinstance(child, nodes.Text):
            yield child.astext()
        elif not isinstance(child, UNSAID) and child.get("refdomain") != "cite":
            yield from said(child)
            if not isinstance(child, nodes.Inline):
                yield " "


def tidy(text: str) -> str:
    """A text with one space between its words, and none where a citation stood."""
    return re.sub(r"\s+([.,;:!?])", r"\1", " ".join(text.split()))


def in_a_line(text: str) -> str:
    """The first sentences, as many as a line has room for."""
    first, *more = SENTENCE_ENDS.split(text)
    for sentence in more:
        if len(first) + len(sentence) >= LINE:
            break
        first += f" {sentence}"
    return first if len(first) <= LINE else first[:LINE].rpartition(" ")[0].rstrip(",;:") + " …"


def terms_of(doctree: nodes.document, page: str) -> Iterator[Entry]:
    """The words that a glossary explains."""
    for item in doctree.findall(nodes.definition_list_item):
        terms = [term for term in item.children if isinstance(term, nodes.term) and term["ids"]]
        if terms:
            text = tidy("".join(said(item.children[-1])))
            title = ", ".join(term.astext() for term in terms)
            yield Entry(page, "word", title, in_a_line(text), [Part(terms[0]["ids"][0], title, text)])


def exercise_at(project: Project, page: str) -> Exercise | None:
    paths = {
        exercise.path.relative_to(project.root).with_suffix("").as_posix(): exercise
        for exercise in exercises_of(project)
    }
    return paths.get(page)


def in_short(exercise: Exercise) -> str:
    """What an exercise is for, and what people see of it."""
    front = exercise.front
    aims = (front.objectives.skill, front.objectives.knowledge, front.objectives.attitude)
    return tidy(" ".join([*aims, *(step.show for step in front.steps), *front.cards]))


def countries(project: Project) -> list[Part]:
    """Each country by its name and those of its lines. What these are for is not told of each, so that nobody who
    looks for it is sent to a country that may not be theirs."""
    shown = project.chosen_countries or project.help.countries
    return [Part(each.anchor, each.country, tidy(", ".join(line.name for line in each.lines))) for each in shown]
