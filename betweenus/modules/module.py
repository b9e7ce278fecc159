"""What a page of a module says of itself at a glance: of how many it is one, how long it takes, where one can write."""

from dataclasses import dataclass
from pathlib import Path

from docutils.nodes import make_id

from betweenus.editorial.prose import Text, texts_of
from betweenus.project import Project, of_project
from betweenus.project.course import Module
from betweenus.project.text import prose
from betweenus.sittings.part import parts_of
from betweenus.ways.way import minutes_to_read, notebook_of, ways_of


@dataclass(frozen=True)
class Summary:
    """The section that sums a page up.

    Attributes:
        title: its heading.
        anchor: its place on the page.
        minutes: that it takes to read; none where nobody said how fast people read.
    """

    title: str
    anchor: str
    minutes: int | None


@dataclass(frozen=True)
class AtAGlance:
    """A page of a module.

    Attributes:
        module: whose page it is.
        number: which of the modules that is, from 1.
        path: the page.
        is_beside: whether it stands beside the module's own page.
        minutes: that it takes to read; none where nobody said how fast people read.
        summary: the section that sums it up, if it has one.
        notebook: the module's own pages, if it has some.
        parts: how many parts these have.
    """

    module: Module
    number: int
    path: Path
    is_beside: bool
    minutes: int | None
    summary: Summary | None
    notebook: Path | None
    parts: int


@of_project
def module_pages(project: Project) -> dict[Path, AtAGlance]:
    """Every page of a module, in the order of the modules."""
    return {
        path: at_a_glance(project, module, number, path)
        for number, module in enumerate(project.course.modules, start=1)
        for path in project.pages_of(module.name)
        if path in texts_of(project)
    }


def at_a_glance(project: Project, module: Module, number: int, path: Path) -> AtAGlance:
    text = texts_of(project)[path]
    notebook = notebook_of(project, module.name)
    return AtAGlance(
        module,
        number,
        path,
        is_beside=path != project.pages_of(module.name)[0],
        minutes=minutes_to_read(project, text.paragraphs, text.markdown) if ways_of(project) else None,
        summary=summary_of(project, text),
        notebook=notebook if notebook in texts_of(project) else None,
        parts=len(parts_of(project).get(notebook, ())),
    )


def summary_of(project: Project, text: Text) -> Summary | None:
    for section in text.sections:
        if prose(section.text) in project.course.summaries:
            reading = (text.paragraphs_of(section), text.markdown_of(section))
            minutes = minutes_to_read(project, *reading) if ways_of(project) else None
            return Summary(prose(section.text), make_id(section.text), minutes)
    return None
