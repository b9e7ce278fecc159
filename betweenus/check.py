"""Reads every source file and says what is wrong with it."""

from collections.abc import Callable, Iterator
from datetime import date

from betweenus.book.colours import check_colours
from betweenus.book.config import check_config
from betweenus.book.help import check_help, stale
from betweenus.book.publisher import unnamed
from betweenus.book.toc import check_toc
from betweenus.editorial import editorial_problems
from betweenus.evidence.check import check_evidence
from betweenus.figures.check import check_figures
from betweenus.handouts.make import check_handouts
from betweenus.modules.try_it import check_invitations
from betweenus.project import Project, SourceError
from betweenus.reviews.review import check_reviews
from betweenus.reviews.standing import overdue
from betweenus.rubrics.marks import check_rubrics
from betweenus.rubrics.standing import old_marks
from betweenus.search.words import check_search
from betweenus.sittings.check import check_sittings
from betweenus.ways.check import check_next_steps, check_ways

Check = Callable[[Project], Iterator[SourceError]]
CHECKS: tuple[Check, ...] = (
    check_config,
    check_colours,
    check_toc,
    check_help,
    check_evidence,
    check_figures,
    check_handouts,
    check_reviews,
    check_search,
    check_sittings,
    check_ways,
    check_invitations,
    check_next_steps,
    editorial_problems,
    check_rubrics,
)


def problems(project: Project) -> list[SourceError]:
    """Everything that is wrong with a project; a file that can't be read hides what comes after it."""
    found = [problem for check in CHECKS for problem in until_unreadable(check, project)]
    return list({str(problem): problem for problem in found}.values())


def notices(project: Project, today: date) -> Iterator[str]:
    """What is worth a look and stops nothing."""
    yield from stale(project, today)
    yield from unnamed(project)
    yield from overdue(project, today)
    yield from old_marks(project)


def until_unreadable(check: Check, project: Project) -> Iterator[SourceError]:
    try:
        yield from check(project)
    except SourceError as error:
        yield error
