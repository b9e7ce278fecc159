"""A review, as its file in `reviews/` says it, and the criteria in `reviews/criteria.yml`."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from betweenus.project import Project, SourceError, of_project
from betweenus.project.course import Model, Name
from betweenus.project.sources import hint, line_of, read_yaml, yaml_tree
from betweenus.project.text import Text, prose

# What can be reviewed: whatever people read as a page.
PAGES = ("book/**/*.md", "exercises/*.md", "notebooks/*.ipynb")
Said = Annotated[str, AfterValidator(lambda text: prose(text) if text.strip() else "")]
Digest = Annotated[str, Field(pattern=r"^sha256:[0-9a-f]{64}$", description="of its words, as `review sign` writes it")]


class Verdict(StrEnum):
    """What a reviewer says in the end."""

    APPROVES = "approves"
    APPROVES_IF = "approves-if"
    OBJECTS = "objects"


class Criterion(Model):
    """Something that a page can be reviewed for."""

    name: Annotated[Name, Field(description="by which reviews call it")]
    says: Annotated[Text, Field(description="what readers see, as words that go after “reviewed for”")]
    asks: Annotated[Text, Field(description="what a reviewer is asked to look at")]


class Reviewer(Model):
    """Who reviewed; never more of them than readers may know."""

    name: Text
    profession: Annotated[Text, Field(description="or “lay reader”")]
    register_entry: Annotated[
        Said, Field(alias="register", description="where the profession can be looked up, with the number; or empty")
    ]
    country: Text
    conflicts: Annotated[Said, Field(description="interests that a reader may want to know of; empty: none declared")]


class Review(Model):
    """A review: one person on some pages, on one day.

    Attributes:
        reviewer: who.
        asked_by: who asked for it, such as the publisher of a copy.
        criteria: what the pages were reviewed for.
        files: the digest of the words of each page, by its path.
        verdict: what the reviewer says in the end.
        notes: the condition, the objection, or whatever else readers need to know.
        date: on which it was given.
        next: by which the pages want another look.
    """

    reviewer: Reviewer
    asked_by: Text
    criteria: Annotated[tuple[Name, ...], Field(min_length=1)]
    files: Annotated[dict[str, Digest], Field(min_length=1)]
    verdict: Verdict
    notes: Said
    date: date
    next: date

    @field_validator("notes")
    @classmethod
    def say_why(cls, notes: str, before: ValidationInfo) -> str:
        verdict = before.data.get("verdict", Verdict.APPROVES)
        if verdict is not Verdict.APPROVES and not notes:
            raise ValueError(f"is empty; who says `{verdict}` says why, or on which condition")
        return notes

    @field_validator("date")
    @classmethod
    def is_past(cls, day: date) -> date:
        if day > date.today():
            raise ValueError("this day is still to come; write the one on which the review was given")
        return day

    @field_validator("next")
    @classmethod
    def comes_later(cls, day: date, before: ValidationInfo) -> date:
        if day <= before.data.get("date", date.min):
            raise ValueError("is not after `date`; write the day by which another look is due")
        return day


@of_project
def criteria_of(project: Project) -> dict[str, Criterion]:
    """What can be reviewed for, by name; nothing where the course says nothing of it.

    Raises:
        SourceError: naming file, line, field and what would be right.
    """
    if not project.criteria_file.is_file():
        return {}
    return {criterion.name: criterion for criterion in read_yaml(project.criteria_file, list[Criterion])}


@of_project
def reviews_of(project: Project) -> dict[str, Review]:
    """All reviews by the name of their file, the oldest first.

    Raises:
        SourceError: naming file, line, field and what would be right.
    """
    read = {path.stem: read_review(project, path) for path in review_files(project)}
    return dict(sorted(read.items(), key=lambda named: (named[1].date, named[0])))


def review_files(project: Project) -> list[Path]:
    files = sorted((*project.reviews_folder.glob("*.yml"), *project.reviews_folder.glob("*.yaml")))
    return [path for path in files if path != project.criteria_file]


@of_project
def pages_of(project: Project) -> list[str]:
    """The path of every page that can be reviewed."""
    found = {path for pattern in PAGES for path in project.files(pattern)}
    return sorted(path.relative_to(project.root).as_posix() for path in found)


def read_review(project: Project, path: Path) -> Review:
    """Read a review.

    Raises:
        SourceError: also for a page or a criterion that there isn't.
    """
    review = read_yaml(path, Review)
    for error in unknown_names(project, path, review):
        raise error
    return review


def unknown_names(project: Project, path: Path, review: Review) -> Iterator[SourceError]:
    criteria, pages = criteria_of(project), pages_of(project)
    for place, name in enumerate(review.criteria):
        if name not in criteria:
            line = line_in(path, "criteria", place)
            yield SourceError(path, line, f"`criteria`: there is no criterion {name!r}; {hint(name, criteria)}")
    for name in review.files:
        if name not in pages:
            message = f"`files`: there is no page {name!r}; write the path that it has now, with its ending."
            yield SourceError(path, line_in(path, "files", name), message)


def line_in(path: Path, *steps: int | str) -> int:
    return 1 + line_of(yaml_tree(path), steps)


def check_reviews(project: Project) -> Iterator[SourceError]:
    """Criteria and reviews that can't be read, or that name what there isn't."""
    criteria_of(project)
    for path in review_files(project):
        try:
            read_review(project, path)
        except SourceError as error:
            yield error
