"""Reads every source file and says what is wrong with it."""

from collections.abc import Callable, Iterator
from pathlib import Path

from betweenus.book.config import check_config
from betweenus.evidence.check import check_evidence
from betweenus.figures.check import check_figures
from betweenus.handouts.make import handouts_from, sources
from betweenus.project import SourceError


def problems(root: Path) -> list[SourceError]:
    """Everything that is wrong with a project; a file that can't be read hides what comes after it."""
    checks = (config, check_evidence, figures, exercises_and_forms)
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


def exercises_and_forms(root: Path) -> Iterator[SourceError]:
    """What is wrong with an exercise or a form, or can't be set on paper."""
    for path in sources(root).values():
        try:
            handouts_from(root, [path])
        except SourceError as error:
            yield error
