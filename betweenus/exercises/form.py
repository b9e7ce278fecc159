"""Forms on paper: one Markdown file each, in `book/facilitators/forms/`, which is a page of the book, too."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from betweenus.project import Project, of_project
from betweenus.project.course import Model
from betweenus.project.sources import read_front_matter
from betweenus.project.text import Text


class FormFrontMatter(Model):
    """What a program needs to know of a form."""

    title: Text
    slips: Annotated[int, Field(ge=1, le=8, description="how many copies a sheet is cut into")] = 1
    help: Annotated[bool, Field(description="whether the help lines stand at its end")] = False
    sheets: Annotated[tuple[Text, ...], Field(description="the form once for each, such as before and after")] = ()
    evening: Annotated[
        Literal["person", "leader"] | None, Field(description="who gets it at every meeting, if anybody does")
    ] = None
    with_exercises: Annotated[
        tuple[str, ...], Field(description="the exercises without which nobody needs it, by the names of their files")
    ] = ()
    answers: Annotated[tuple[Text, ...], Field(description="to choose from for each point of a numbered list")] = ()
    no_answer: Annotated[Text | None, Field(description="the choice not to answer, which stands last")] = None


@dataclass(frozen=True)
class Form:
    """A form as read.

    Attributes:
        path: its file.
        front: its front matter.
        text: its Markdown.
        first_line: the line at which the Markdown begins.
    """

    path: Path
    front: FormFrontMatter
    text: str
    first_line: int

    @property
    def name(self) -> str:
        return self.path.stem


@of_project
def forms_of(project: Project) -> list[Form]:
    """All forms, in the order of their file names.

    Raises:
        SourceError: from the first file that is wrong.
    """
    return [read_form(path) for path in sorted(project.forms_folder.glob("*.md"))]


def read_form(path: Path) -> Form:
    """Read a form.

    Raises:
        SourceError: naming file, line, field, and what would be right.
    """
    return Form(path, *read_front_matter(path, FormFrontMatter, "a form"))
