"""What an instrument is held against, a page, an exercise or a sheet, and the marks that it can get."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from betweenus.project import Project
from betweenus.reviews.content import content_of, reader_of

NOT_APPLICABLE = "na"
Mark = int | Literal["na"]


@dataclass(frozen=True)
class Unit:
    """A page, an exercise or a sheet.

    Attributes:
        name: by which marks call it: the path of a page, the beginning of a sheet's files' names.
        path: its source.
        title: of its source.
        kind: of a sheet, what it is, as a message of the catalogue.
    """

    name: str
    path: Path
    title: str
    kind: str = ""

    def digest(self, project: Project) -> str:
        """Changes with the words of its source, and with what that shows from elsewhere."""
        return content_of(reader_of(project), self.path.relative_to(project.root).as_posix()).digest
