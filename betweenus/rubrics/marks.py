"""The marks that people gave, one file a rater in `seeds/rubrics/`, each with the words that earn it."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import Field, model_validator

from betweenus.editorial.prose import texts_of
from betweenus.project import Project, SourceError, of_project
from betweenus.project.course import Model
from betweenus.project.sources import hint, line_of, read_yaml, yaml_tree
from betweenus.project.text import Text
from betweenus.reviews.content import content_of, reader_of
from betweenus.rubrics.instrument import Instrument, instruments_of, units_of
from betweenus.rubrics.unit import NOT_APPLICABLE, Mark, Unit

Digest = Annotated[
    str, Field(pattern=r"^sha256:[0-9a-f]{64}$", description="of its words, as `rubric blank` writes it")
]


class Given(Model):
    """A mark, and what earns it.

    Attributes:
        mark: one of the instrument's, or `na`.
        quote: words that stand there, for which it is given.
        because: what is to be said beside them, or where there are none to quote.
    """

    mark: Mark
    quote: Text | None = None
    because: Text | None = None

    @model_validator(mode="after")
    def says_why(self) -> "Given":
        if not (self.quote or self.because):
            raise ValueError("says no reason; write `quote`, words that stand there, or `because`")
        return self


class Marked(Model):
    """What one page or sheet got for one instrument.

    Attributes:
        instrument: by its name.
        unit: the path of a page, or the name of a sheet.
        date: on which it was marked.
        digest: of the words that were marked.
        items: the marks by the numbers of their items.
    """

    instrument: str
    unit: str
    date: date
    digest: Digest
    items: dict[int, Given]


class Rater(Model):
    """A person who marked, and everything they marked.

    Attributes:
        rater: what they are called on the page, such as “First rater”.
        who: who they are, as far as readers need it to weigh their marks.
        marks: all they gave.
    """

    rater: Text
    who: Text
    marks: tuple[Marked, ...]

    def of(self, instrument: str, unit: str) -> Marked | None:
        return next((each for each in self.marks if (each.instrument, each.unit) == (instrument, unit)), None)


def files_of(project: Project) -> list[Path]:
    return [path for path in sorted(project.rubrics_folder.glob("*.yml")) if path.name != "instruments.yml"]


@of_project
def raters_of(project: Project) -> list[Rater]:
    """Those who marked, in the order of their files' names.

    Raises:
        SourceError: naming file, line, field and what would be right.
    """
    return [read_rater(project, path) for path in files_of(project)]


def read_rater(project: Project, path: Path) -> Rater:
    rater = read_yaml(path, Rater)
    for problem in problems_of(project, path, rater):
        raise problem
    return rater


def check_rubrics(project: Project) -> Iterator[SourceError]:
    """Instruments and marks that can't be read, and marks that can't be so."""
    units_of(project)
    for path in files_of(project):
        yield from problems_of(project, path, read_yaml(path, Rater))


def problems_of(project: Project, path: Path, rater: Rater) -> Iterator[SourceError]:
    tree = yaml_tree(path)
    for place, marked in enumerate(rater.marks):
        for steps, message in wrong_in(project, rater, place, marked):
            yield SourceError(path, 1 + line_of(tree, ("marks", place, *steps)), message)


def wrong_in(project: Project, rater: Rater, place: int, marked: Marked) -> Iterator[tuple[tuple, str]]:
    """What can't be so of the marks of a unit: the steps to it in the file, and why."""
    instruments, units = instruments_of(project), units_of(project)
    instrument = instruments.get(marked.instrument)
    if not instrument:
        yield ("instrument",), f"there is no instrument {marked.instrument!r}; {hint(marked.instrument, instruments)}"
        return
    unit = units[instrument.name].get(marked.unit)
    if not unit:
        known = hint(marked.unit, units[instrument.name])
        yield ("unit",), f"{instrument.title} is not held against {marked.unit!r}; {known}"
        return
    if rater.of(instrument.name, unit.name) is not marked:
        yield ("unit",), f"{marked.unit} is marked twice for {instrument.title}; keep one."
    yield from wrong_items(instrument, marked)
    yield from wrong_quotes(project, unit, marked)


def wrong_items(instrument: Instrument, marked: Marked) -> Iterator[tuple[tuple, str]]:
    """An instrument is used whole: every item that is left to people has a mark of its scale."""
    wanted = {item.id: item for item in instrument.by_hand}
    for number, item in wanted.items():
        if number not in marked.items:
            yield ("items",), f"{marked.unit}: item {number} of {instrument.title} has no mark ({item.says})."
    for number, given in marked.items.items():
        if number not in wanted:
            yield ("items", number), f"{marked.unit}: item {number} of {instrument.title} is not marked by hand."
        elif given.mark not in (*instrument.marks, NOT_APPLICABLE):
            scale = ", ".join(map(str, (*instrument.marks, NOT_APPLICABLE)))
            yield (
                ("items", number, "mark"),
                f"{marked.unit}: item {number} has the mark {given.mark}; take one of {scale}.",
            )


def wrong_quotes(project: Project, unit: Unit, marked: Marked) -> Iterator[tuple[tuple, str]]:
    """Words that don't stand there; of words that have changed since, nobody can say."""
    if marked.digest != unit.digest(project):
        return
    standing = words_on(project, unit)
    for number, given in marked.items.items():
        if given.quote and plain(given.quote) not in standing:
            yield ("items", number, "quote"), f"these words don't stand in {unit.name}: {given.quote}"


def words_on(project: Project, unit: Unit) -> str:
    """Everything that stands on a page, with and without its markup, as plain letters."""
    path = unit.path.relative_to(project.root).as_posix()
    spoken = " ".join(part.text for part in texts_of(project)[unit.path].everything)
    return plain(" ".join((spoken, *content_of(reader_of(project), path).sentences)))


def plain(text: str) -> str:
    """Letters, figures and marks that end a sentence, however quotation marks and spaces are set."""
    return re.sub(r"\s+", " ", re.sub(r"[‘’'“”\"*_]", "", text)).strip().lower()
