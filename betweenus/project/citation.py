"""How a course is cited, `CITATION.cff`: the one place that says how old its words are."""

from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, Field, field_validator

from betweenus.project.sources import read_yaml
from betweenus.project.words import Words


class Citation(BaseModel):
    """The part of `CITATION.cff` that the engine reads.

    Attributes:
        released: the day on which its words were given out as they are.
    """

    released: Annotated[date | None, Field(alias="date-released")] = None

    @field_validator("released")
    @classmethod
    def has_come(cls, day: date | None) -> date | None:
        if day and day > date.today():
            raise ValueError("this day is still to come; write the one from which the words are")
        return day

    def age_in(self, words: Words) -> str:
        """How old the words are, as a sentence; nothing where no day is named."""
        return words("Words of %(month)s.", month=words.month(self.released)) if self.released else ""


def read_citation(path: Path) -> Citation:
    """Read the file; a course without one says nothing.

    Raises:
        SourceError: naming file, line, field and what would be right.
    """
    return read_yaml(path, Citation) if path.is_file() else Citation()
