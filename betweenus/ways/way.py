"""A short way through a module: some sections of its page and some reflections of its notebook, in an order.

They are named in `seeds/short-ways.yml`, where it also says how long things take. A course without the file has none.
"""

import json
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Annotated

from docutils.nodes import make_id
from markupsafe import Markup
from pydantic import Field, model_validator

from betweenus.editorial.lists import Filled
from betweenus.editorial.notebooks import reflections_in
from betweenus.editorial.prose import Heading, Text, number_of_words, texts_of
from betweenus.editorial.prose import Part as Prose
from betweenus.project import Project, SourceError, of_project
from betweenus.project.course import Model
from betweenus.project.sources import hint, line_of, read_yaml, yaml_tree
from betweenus.project.text import prose
from betweenus.sittings.part import Minutes, part_with

# Among the minutes of reflections: those for a figure in a section.
FIGURE = "figure"


class UnknownWay(ValueError):
    """There is no short way through this module; the message says through which there is."""


class Stop(Model):
    """A section of the module's page by its heading, or a reflection of its notebook by its id."""

    section: Filled | None = None
    reflection: Filled | None = None

    @model_validator(mode="after")
    def one_of_the_two(self) -> "Stop":
        if (self.section is None) == (self.reflection is None):
            raise ValueError("is a section or a reflection, one of the two")
        return self


class Ways(Model):
    """What `seeds/short-ways.yml` says."""

    words_a_minute: Annotated[int, Field(ge=50, le=500, description="at which sections are read")]
    source: Annotated[Filled, Field(description="of that number: a key of seeds/references.bib")]
    minutes: Annotated[
        dict[Filled, Minutes], Field(description="what each kind of reflection takes, and a figure in a section")
    ]
    most: Annotated[int, Field(ge=5, description="minutes that a way may take")] = 30
    ways: Annotated[
        dict[Filled, Annotated[tuple[Stop, ...], Field(min_length=2)]],
        Field(description="by the name of the module; the last stop is a Plan"),
    ]


@dataclass(frozen=True)
class Part:
    """A part of a way.

    Attributes:
        name: what people read: a heading.
        kind: of which kind the reflection is; nothing for a section.
        minutes: how long it takes.
        path: the file that it stands in.
        anchor: its place on the page that is made of it.
        cell: its cell in a notebook.
    """

    name: str
    kind: str
    minutes: int
    path: Path
    anchor: str
    cell: str = ""


# The address of a part, seen from where its way stands.
Link = Callable[[Part], str]


@dataclass(frozen=True)
class ShortWay:
    """A way through a module, which shows itself in a notebook.

    Attributes:
        project: whose it is.
        module: its name.
        parts: in their order.
    """

    project: Project
    module: str
    parts: tuple[Part, ...]

    @property
    def minutes(self) -> int:
        return sum(part.minutes for part in self.parts)

    def html(self, link: Link) -> Markup:
        return self.project.words.render("ways/short_way.html", way=self, link=link)

    def in_notebook(self) -> Markup:
        """As JupyterLab shows it: with links to source files, and to cells as JupyterLab names them."""
        folder = notebook_of(self.project, self.module).parent

        def link(part: Part) -> str:
            file = Path(os.path.relpath(part.path, folder)).as_posix()
            return f"{file}#cell-id={part.cell}" if part.cell else file

        return self.html(link)

    def __repr__(self) -> str:
        return f"short_way({self.module!r})"

    def _repr_mimebundle_(self, **kwargs):
        return {"text/html": self.in_notebook(), "text/plain": repr(self)}, {"text/html": {"short_way": self.module}}


def short_way(module: str) -> ShortWay:
    """The short way through a module, for its notebook: `short_way("sleep")`.

    Raises:
        UnknownWay: when there is none.
    """
    return way_through(Project.here(), module)


def way_through(project: Project, module: str) -> ShortWay:
    """The short way through a module.

    Raises:
        UnknownWay: when there is none.
        SourceError: when something on it isn't there.
    """
    ways = ways_of(project)
    known = ways.ways if ways else {}
    if module not in known:
        told = hint(module, known) if known else "seeds/short-ways.yml has none."
        raise UnknownWay(f"There is no short way through {module!r}; {told}")
    parts = [part_at(project, module, place) for place in range(len(known[module]))]
    return ShortWay(project, module, tuple(parts))


@of_project
def ways_of(project: Project) -> Ways | None:
    """The short ways of a course, if it has some.

    Raises:
        SourceError: naming line, field and what would be right.
    """
    path = project.short_ways_file
    return read_yaml(path, Ways) if path.exists() else None


def problem(project: Project, message: str, *steps: str | int) -> SourceError:
    """What is wrong in `seeds/short-ways.yml`, at the line to which steps lead."""
    path = project.short_ways_file
    return SourceError(path, 1 + line_of(yaml_tree(path), steps), message)


def part_at(project: Project, module: str, place: int) -> Part:
    """The part that a stop of a way names.

    Raises:
        SourceError: when there is no such thing.
    """
    stop = ways_of(project).ways[module][place]
    try:
        return section_part(project, module, stop) if stop.section else reflection_part(project, module, stop)
    except LookupError as error:
        raise problem(project, str(error.args[0]), "ways", module, place) from None


def section_part(project: Project, module: str, stop: Stop) -> Part:
    text = text_at(project, page_of(project, module))
    sections = {section.text: section for section in text.sections}
    if stop.section not in sections:
        where = text.path.relative_to(project.root).as_posix()
        raise LookupError(f"there is no section {stop.section!r} in {where}; {hint(stop.section, sections)}")
    section = sections[stop.section]
    minutes = minutes_to_read(project, text.paragraphs_of(section), text.markdown_of(section))
    return Part(prose(section.text), "", minutes, text.path, make_id(section.text))


def minutes_to_read(project: Project, paragraphs: Sequence[Prose], markdown: str) -> int:
    """How long a text takes, for a course that says how fast people read; its figures are found in its Markdown."""
    ways = ways_of(project)
    figures = markdown.count("```{chart}")
    minutes = figures * minutes_of(ways, FIGURE) if figures else 0
    return ceil(number_of_words(paragraphs) / ways.words_a_minute + minutes)


def reflection_part(project: Project, module: str, stop: Stop) -> Part:
    text = text_at(project, notebook_of(project, module))
    found = {id: (kind, cell) for id, kind, cell in reflections_in(text)}
    if stop.reflection not in found:
        where = text.path.relative_to(project.root).as_posix()
        raise LookupError(f"there is no reflection {stop.reflection!r} in {where}; {hint(stop.reflection, found)}")
    kind, cell = found[stop.reflection]
    heading, words = lead_of(text, cell)
    ways = ways_of(project)
    minutes = ceil(words / ways.words_a_minute + minutes_of(ways, kind))
    part = part_with(project, text.path, cell)
    anchor = part.anchor if part else f"at-{stop.reflection}"
    return Part(prose(heading), kind, minutes, text.path, anchor, cell_id(text.path, cell))


def minutes_of(ways: Ways, kind: str) -> int:
    if kind not in ways.minutes:
        raise LookupError(f"`minutes` doesn't say how long {kind} takes; add it")
    return ways.minutes[kind]


def cell_id(notebook: Path, number: int) -> str:
    return json.loads(notebook.read_text(encoding="utf-8"))["cells"][number - 1].get("id", "")


def lead_of(text: Text, cell: int) -> tuple[str, int]:
    """The heading above a cell of a notebook, and the words from there to the cell."""
    above = [heading for heading in text.headings if heading.cell < cell]
    heading: Heading = above[-1]
    words = [part for part in text.paragraphs if heading.cell <= part.cell < cell]
    return heading.text, number_of_words(words)


def text_at(project: Project, path: Path) -> Text:
    texts = texts_of(project)
    if path not in texts:
        raise LookupError(f"there is no {path.relative_to(project.root).as_posix()}")
    return texts[path]


def page_of(project: Project, module: str) -> Path:
    return project.pages_of(module)[0]


def notebook_of(project: Project, module: str) -> Path:
    return project.root / "notebooks" / f"{module}.ipynb"
