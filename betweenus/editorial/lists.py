"""How the lists and limits in `seeds/editorial/` are read. A course without a list is not checked for it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from betweenus.project.course import Model
from betweenus.project.project import Project
from betweenus.project.sources import line_of, read_yaml, yaml_tree


def compiled(pattern: Any) -> re.Pattern:
    if not isinstance(pattern, str):
        raise ValueError("write a regular expression, in quotes if need be")
    try:
        return re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        raise ValueError(f"is no regular expression: {error}") from None


Expression = Annotated[re.Pattern, BeforeValidator(compiled)]
Filled = Annotated[str, Field(pattern=r"\S")]


class Term(Model):
    """What a rule looks for in a text.

    Attributes:
        pattern: a regular expression; letter case doesn't count.
        unless: a wider expression in which it doesn't count.
    """

    pattern: Expression
    unless: Expression | None = None

    def found(self, text: str) -> Iterator[re.Match]:
        allowed = [match.span() for match in self.unless.finditer(text)] if self.unless else []
        for match in self.pattern.finditer(text):
            if not any(start < match.end() and match.start() < end for start, end in allowed):
                yield match


def file_of(project: Project, name: str) -> Path:
    return project.root / "seeds" / "editorial" / name


def read_list(project: Project, name: str, kind: Any) -> Any:
    """What stands in a list of the course; nothing if it has no such list.

    Raises:
        SourceError: naming file, line, field and what would be right.
    """
    path = file_of(project, name)
    return read_yaml(path, kind) if path.exists() else None


def lines_of_list(project: Project, name: str) -> dict[str, int]:
    """The words of a plain list, one a line, with their lines; `#` begins a remark."""
    path = file_of(project, name)
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    words = ((line.strip(), number) for number, line in enumerate(lines, start=1))
    return {word: number for word, number in words if word and not word.startswith("#")}


class Lines:
    """Where the values of a list stand in its file."""

    def __init__(self, path: Path):
        self.path = path
        self.tree = yaml_tree(path)

    def __call__(self, *steps: int | str) -> int:
        return 1 + line_of(self.tree, steps)
