"""Reads every source file and says what is wrong with it."""

from collections.abc import Callable, Iterator
from pathlib import Path

from betweenus.book.config import check_config
from betweenus.evidence.check import check_evidence
from betweenus.exercises import read_exercise
from betweenus.figures.check import check_figures
from betweenus.project import SourceError


def problems(root: Path) -> list[SourceError]:
    """Everything that is wrong with a project; a file that can't be read hides what comes after it."""
    checks = (config, check_evidence, figures, exercises)
    found = [problem for check in checks for problem in until_unreadable(check, root)]
    return list({str(problem): problem for problem in found}.values())


def until_unreadable(check: Callable[[Path], Iterator[SourceError]], root: Path) -> Iterator[SourceError]:
    try:
        yield from check(root)
    except SourceError as error:
        yield error


def config(root: Path) -> Iterator[SourceError]:
    check_config(root / "_config.yml")
    yield from ()


def figures(root: Path) -> Iterator[SourceError]:
    check_figures()
    yield from ()


def exercises(root: Path) -> Iterator[SourceError]:
    for path in sorted((root / "exercises").glob("*.md")):
        try:
            read_exercise(path)
        except SourceError as error:
            yield error
