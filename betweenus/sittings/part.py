"""The parts of a notebook: the sections whose first cell says in its metadata how long they take, and with whom.

    "metadata": {"betweenus": {"minutes": 5, "with": "alone"}}

With `"open_end": true` it is said to last as long as one likes, and at least so many minutes. A notebook without any is
a page in one piece.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter, ValidationError

from betweenus.editorial.prose import Heading, Text, texts_of
from betweenus.project import Project, SourceError
from betweenus.project.course import Model
from betweenus.project.project import of_project
from betweenus.project.sources import explain

OURS = "betweenus"
NOT_SHOWN = "remove-cell"

Minutes = Annotated[int, Field(ge=1, le=30)]
Company = Literal["alone", "someone", "either"]


class About(Model):
    """What the metadata of a part's first cell says, under `betweenus`."""

    minutes: Annotated[Minutes, Field(description="that the part takes")]
    company: Annotated[Company, Field(alias="with", description="whom it is for")]
    open_end: Annotated[bool, Field(description="whether it goes on as long as one likes")] = False


@dataclass(frozen=True)
class Part:
    """A part of a notebook.

    Attributes:
        number: from 1.
        heading: its title, and where it stands.
        section: which of the sections of the page it is, from 0.
        about: how long it takes, and with whom.
        cells: the numbers of its cells.
    """

    number: int
    heading: Heading
    section: int
    about: About
    cells: range

    @property
    def anchor(self) -> str:
        """Its address on the page, which says nothing of what it is about."""
        return f"part-{self.number}"


@of_project
def parts_of(project: Project) -> dict[Path, tuple[Part, ...]]:
    """The parts of each notebook that has some.

    Raises:
        SourceError: naming the cell, and what would be right.
    """
    notebooks = [text for text in texts_of(project).values() if text.path.suffix == ".ipynb"]
    found = {text.path: parts_in(text) for text in notebooks}
    return {path: parts for path, parts in found.items() if parts}


def parts_in(text: Text) -> tuple[Part, ...]:
    cells = json.loads(text.path.read_text(encoding="utf-8"))["cells"]
    said = {number: about for number, cell in enumerate(cells, start=1) if (about := about_of(text, number, cell))}
    for number in said:
        check_begins(text, number)
    sections = [each for each in text.sections if is_shown(cells[each.cell - 1])]
    begun = [(section, heading) for section, heading in enumerate(sections) if heading.cell in said]
    return tuple(
        Part(number, heading, section, said[heading.cell], range(heading.cell, end_of(heading, sections, len(cells))))
        for number, (section, heading) in enumerate(begun, start=1)
    )


def end_of(heading: Heading, sections: list[Heading], last: int) -> int:
    """The number of the first cell after a section."""
    return min((each.cell for each in sections if each.cell > heading.cell), default=last + 1)


def about_of(text: Text, number: int, cell: dict[str, Any]) -> About | None:
    said = cell["metadata"].get(OURS)
    if said is None:
        return None
    try:
        return TypeAdapter(About).validate_python(said)
    except ValidationError as error:
        message = explain(error.errors()[0], said)
        raise SourceError(text.path, None, f"in the metadata, `{OURS}`: {message}", cell=number) from None


def check_begins(text: Text, number: int) -> None:
    """A part begins with its heading, and has no other."""
    headings = [each for each in text.headings if each.cell == number and each.level <= 2]
    if [each.level for each in headings] != [2] or headings[0].first != 1:
        message = f"`{OURS}` makes it a part, and a part begins with its title; begin it with one heading, `## …`."
        raise SourceError(text.path, None, message, cell=number)


def is_shown(cell: dict[str, Any]) -> bool:
    return NOT_SHOWN not in cell["metadata"].get("tags", [])


def part_with(project: Project, path: Path, cell: int) -> Part | None:
    """The part of a notebook in which a cell is."""
    return next((part for part in parts_of(project).get(path, ()) if cell in part.cells), None)
