"""From a place in a text to the part of the own pages that fits."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from betweenus.editorial.notebooks import reflections_in
from betweenus.editorial.prose import texts_of
from betweenus.project import Project, SourceError, of_project
from betweenus.project.sources import hint
from betweenus.project.text import prose
from betweenus.sittings.part import Part, part_with
from betweenus.ways.way import lead_of

DIRECTIVE = re.compile(r"^```\{try-it\} *(\S*) *$", re.MULTILINE)


class UnknownReflection(ValueError):
    """There is no such reflection; the message says what would be right."""


@dataclass(frozen=True)
class Invitation:
    """To a reflection of a notebook.

    Attributes:
        title: the heading above it.
        notebook: in which it is.
        anchor: its place on the page that is made of the notebook.
        part: the part that it is in, if the notebook has parts.
        art: the artwork of the module, if it is a module's notebook.
    """

    title: str
    notebook: Path
    anchor: str
    part: Part | None
    art: str | None


@of_project
def places(project: Project) -> dict[str, tuple[Path, int]]:
    """The notebook and the cell of each reflection, by its id."""
    notebooks = [text for text in texts_of(project).values() if text.path.suffix == ".ipynb"]
    return {id: (text.path, cell) for text in notebooks for id, _, cell in reflections_in(text)}


def invitation(project: Project, id: str) -> Invitation:
    """To a reflection.

    Raises:
        UnknownReflection: when there is no such thing.
    """
    known = places(project)
    if id not in known:
        raise UnknownReflection(f"there is no reflection {id!r}; {hint(id, known)}")
    notebook, cell = known[id]
    part = part_with(project, notebook, cell)
    heading, _ = lead_of(texts_of(project)[notebook], cell)
    art = {module.name: module.art for module in project.course.modules}.get(notebook.stem)
    return Invitation(prose(heading), notebook, part.anchor if part else f"at-{id}", part, art)


def check_invitations(project: Project) -> Iterator[SourceError]:
    """Invitations to what there isn't."""
    for text in texts_of(project).values():
        for found in DIRECTIVE.finditer(text.markdown):
            try:
                invitation(project, found[1])
            except UnknownReflection as error:
                line = text.first_line + text.markdown[: found.start()].count("\n")
                yield SourceError(text.path, line, f"{error}")
