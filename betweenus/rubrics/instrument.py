"""An instrument, as `seeds/rubrics/instruments.yml` says it: its items, and what it is held against."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter, model_validator

from betweenus.editorial.lists import Expression
from betweenus.exercises import exercises_of
from betweenus.exercises.form import forms_of
from betweenus.handouts.documents import kind_of, kinds_of
from betweenus.project import Project, SourceError, of_project
from betweenus.project.course import Model, Name
from betweenus.project.sources import heading_of, hint, line_of, read_yaml, yaml_tree
from betweenus.project.text import Text
from betweenus.rubrics.counting import RULES
from betweenus.rubrics.unit import NOT_APPLICABLE, Mark, Unit


class Counted(Model):
    """How a program marks an item.

    Attributes:
        rule: its name among the rules of the engine.
        like: what the rule looks for.
        limit: the number that the rule asks for, or allows.
        long: how many words make a text long enough for the rule to apply.
        keys: the facts or the section of an exercise that the rule asks for.
    """

    rule: str
    like: Expression | None = None
    limit: Annotated[float, Field(ge=0)] | None = None
    long: Annotated[int, Field(ge=0)] = 0
    keys: tuple[str, ...] = ()

    @model_validator(mode="after")
    def is_known(self) -> "Counted":
        if self.rule not in RULES:
            raise ValueError(f"there is no rule {self.rule!r}; {hint(self.rule, RULES)}")
        for name in RULES[self.rule].needs:
            if not getattr(self, name):
                raise ValueError(f"the rule {self.rule} needs `{name}`")
        return self


class Always(Model):
    """A mark that is the same for everything, with the reason."""

    mark: Mark
    because: Text


class Item(Model):
    """One item of an instrument.

    Attributes:
        id: its number in the instrument.
        part: of the instrument, to which it belongs.
        says: what it asks for, in words of our own.
        counted: how a program marks it; people mark the others.
        always: the mark that it has for everything.
    """

    id: Annotated[int, Field(ge=1)]
    part: Text
    says: Text
    counted: Counted | None = None
    always: Always | None = None

    @property
    def by_hand(self) -> bool:
        return not (self.counted or self.always)


class Instrument(Model):
    """An instrument, whole.

    Attributes:
        name: by which marks call it.
        title: what it is called.
        marks: what an item can be given, from the lowest.
        labels: a word for each mark.
        score: the share of what can be had, or the mean of the marks.
        total: whether its parts are also taken together.
        pages: what it is held against: pages and exercises, by their paths; `*` stands for any.
        handouts: what it is held against: sheets, by the beginning of their files' names.
        items: all of them, in their order.
    """

    name: Name
    title: Text
    marks: Annotated[tuple[int, ...], Field(min_length=2)] = (0, 1)
    labels: dict[Mark, Text]
    score: Literal["share", "mean"] = "share"
    total: bool = True
    pages: tuple[str, ...] = ()
    handouts: tuple[str, ...] = ()
    items: Annotated[tuple[Item, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def is_whole(self) -> "Instrument":
        ids = [item.id for item in self.items]
        if len({*ids}) < len(ids):
            raise ValueError("two items have the same `id`; each has its own")
        if missing := [str(mark) for mark in (*self.marks, NOT_APPLICABLE) if mark not in self.labels]:
            raise ValueError(f"`labels` has no word for {', '.join(missing)}")
        return self

    @property
    def scored(self) -> dict[str, list[int]]:
        """The items of everything that has a score of its own: of each part, and of all under an empty name."""
        parts: dict[str, list[int]] = {}
        for item in self.items:
            parts.setdefault(item.part, []).append(item.id)
        everything = {"": [item.id for item in self.items]}
        return parts | everything if self.total and len(parts) > 1 else everything if self.total else parts

    @property
    def of_exercises(self) -> bool:
        """Whether some of its rules can be asked of exercises alone."""
        return any(item.counted and RULES[item.counted.rule].of_exercises for item in self.items)

    @property
    def by_hand(self) -> list[Item]:
        return [item for item in self.items if item.by_hand]


def file_of(project: Project) -> Path:
    return project.rubrics_folder / "instruments.yml"


@of_project
def instruments_of(project: Project) -> dict[str, Instrument]:
    """The instruments that a course is held against, by name; a course without any has none.

    Raises:
        SourceError: naming file, line, field and what would be right.
    """
    path = file_of(project)
    if not path.is_file():
        return {}
    return {instrument.name: instrument for instrument in read_yaml(path, list[Instrument])}


@of_project
def units_of(project: Project) -> dict[str, dict[str, Unit]]:
    """What each instrument is held against, by its name and in its order.

    Raises:
        SourceError: for a page or a sheet that there isn't.
    """
    return {name: dict(found(project, place)) for place, name in enumerate(instruments_of(project))}


def found(project: Project, place: int) -> Iterator[tuple[str, Unit]]:
    instrument = list(instruments_of(project).values())[place]
    path = file_of(project)
    for number, pattern in enumerate(instrument.pages):
        pages = sorted(project.root.glob(pattern))
        if not pages:
            line = 1 + line_of(yaml_tree(path), (place, "pages", number))
            raise SourceError(path, line, f"{instrument.name}: there is no page {pattern!r}.")
        for page in pages:
            if instrument.of_exercises and page.parent != project.exercises_folder:
                line = 1 + line_of(yaml_tree(path), (place, "pages", number))
                raise SourceError(
                    path, line, f"{instrument.name}: its rules are for exercises, and {page.name} is none."
                )
            name = page.relative_to(project.root).as_posix()
            yield name, Unit(name, page, titles_of(project).get(page) or heading_of(page))
    known = sheets_of(project) if instrument.handouts else {}
    for number, name in enumerate(instrument.handouts):
        if name not in known:
            line = 1 + line_of(yaml_tree(path), (place, "handouts", number))
            raise SourceError(path, line, f"{instrument.name}: there is no sheet {name!r}; {hint(name, known)}")
        yield name, known[name]


@of_project
def titles_of(project: Project) -> dict[Path, str]:
    """The titles of exercises and forms, which no heading of theirs says."""
    return {each.path: each.front.title for each in (*exercises_of(project), *forms_of(project))}


@of_project
def sheets_of(project: Project) -> dict[str, Unit]:
    """Everything that is printed of exercises and forms, by the beginning of its files' names."""
    forms = {form.name: Unit(form.name, form.path, form.front.title, kind_of(form).label) for form in forms_of(project)}
    return forms | {
        name: Unit(name, exercise.path, exercise.front.title, kind.label)
        for exercise in exercises_of(project)
        for name, kind in kinds_of(exercise).items()
    }


def instruments_schema() -> dict:
    return TypeAdapter(list[Instrument]).json_schema()
