"""What a course asks of each kind of page, as `seeds/editorial/limits.yml` says it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from betweenus.editorial.lists import Expression, Filled, Lines, file_of, read_list
from betweenus.editorial.prose import Text, texts_of
from betweenus.project import SourceError
from betweenus.project.course import Model
from betweenus.project.project import Project, of_project

FILE = "limits.yml"
# In a pattern it stands for the name of the file.
NAME = "{name}"


def one_or_more(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def a_pattern(pattern: str) -> str:
    try:
        re.compile(pattern.replace(NAME, "name"))
    except re.error as error:
        raise ValueError(f"is no regular expression: {error}") from None
    return pattern


Globs = Annotated[tuple[Filled, ...], BeforeValidator(one_or_more)]


class Range(Model):
    """Two numbers, ends included."""

    min: Annotated[int, Field(ge=0)] = 0
    max: Annotated[int, Field(ge=1)]

    @model_validator(mode="after")
    def in_order(self) -> "Range":
        if self.min > self.max:
            raise ValueError(f"min is {self.min} and max is {self.max}; the smaller number is min")
        return self

    def __contains__(self, number: int) -> bool:
        return self.min <= number <= self.max

    def __str__(self) -> str:
        return f"{self.min} to {self.max}"


class Headings(Model):
    """The headings of the second level with which a page begins and ends."""

    first: tuple[Filled, ...] = ()
    last: tuple[Filled, ...] = ()


class Sections(Model):
    """Sections of one sort.

    Attributes:
        call: what they are called in messages, such as “questions”.
        like: what is in their headings.
        number: how many there are.
        words: how long each is.
    """

    call: Filled
    like: Expression
    number: int | None = None
    words: Range | None = None


class Has(Model):
    """Something that stands in the Markdown.

    Attributes:
        pattern: a regular expression, in which `^` and `$` are the ends of a line, letter case counts, and
            `{name}` is the name of the file.
        section: the heading of the section in which it stands; anywhere, if left out.
        at_least: how many different ones there are.
        all: what the pattern finds, from the first to the last.
        what: what that is, as words that go after “missing here:”.
    """

    pattern: Annotated[str, AfterValidator(a_pattern)]
    section: Filled | None = None
    at_least: Annotated[int, Field(ge=1)] = 1
    all: tuple[str, ...] = ()
    what: Filled


class Contents(Model):
    """Where in `_toc.yml` a page stands.

    Attributes:
        part: the caption of its part.
        before: the files of this part that come later.
    """

    part: Filled
    before: Filled | None = None


class Reflections(Model):
    """The reflections of a notebook.

    Attributes:
        at_least: how many there are.
        kinds: of how many kinds.
        first: of which kind the first is.
        last: by its name, among how many of the last ones a kind is.
        each: by its name, how many of a kind there are at least.
    """

    at_least: int = 0
    kinds: int = 0
    first: str | None = None
    last: dict[str, Annotated[int, Field(ge=1)]] = {}
    each: dict[str, int] = {}


class Kind(Model):
    """A kind of page, and what each page of that kind has to be.

    Attributes:
        kind: what it is called in messages, such as “a module's page”.
        files: patterns of paths, such as `book/modules/*.md`.
        without: those of them that are of another kind (`except` in the file).
        of_modules: whether there is one for each module, and no other.
        reading_grade: the highest grade at which it reads.
        words: its length.
        sheets: how many sheets a form takes, at most, on any paper.
        headings: with which it begins and ends.
        sections: of one sort.
        has: what stands in it.
        contents: where it stands in the contents.
        linked_from: the page that has a link to it.
        links_to_exercises: whether it has a link to each exercise of its module.
        badges_of: the kind of claims whose badges it has, every one.
        reflections: what a notebook asks.
    """

    kind: Filled
    files: Globs
    without: Annotated[Globs, Field(alias="except")] = ()
    of_modules: bool = False
    reading_grade: Annotated[float, Field(gt=0)] | None = None
    words: Range | None = None
    sheets: Annotated[int, Field(ge=1)] | None = None
    headings: Headings = Headings()
    sections: Sections | None = None
    has: tuple[Has, ...] = ()
    contents: Contents | None = None
    linked_from: Filled | None = None
    links_to_exercises: bool = False
    badges_of: Filled | None = None
    reflections: Reflections | None = None


@of_project
def kinds_of(project: Project) -> tuple[Kind, ...]:
    return read_list(project, FILE, tuple[Kind, ...]) or ()


@of_project
def texts_by_kind(project: Project) -> list[tuple[Kind, list[Text]]]:
    """Each kind of page with its pages."""
    texts = texts_of(project)
    return [(kind, [texts[path] for path in files_of(project, kind) if path in texts]) for kind in kinds_of(project)]


def files_of(project: Project, kind: Kind) -> list[Path]:
    paths = {path for pattern in kind.files for path in project.files(pattern)}
    return sorted(paths - {path for pattern in kind.without for path in project.root.glob(pattern)})


def pages_asked(project: Project, field: str) -> Iterator[tuple[Kind, Text]]:
    """Every page of whose kind something is asked, with the kind."""
    for kind, texts in texts_by_kind(project):
        if getattr(kind, field):
            for text in texts:
                yield kind, text


def kinds(project: Project) -> Iterator[SourceError]:
    """Kinds of which there is no page, or not one for each module."""
    for number, (kind, texts) in enumerate(texts_by_kind(project)):
        if not texts:
            path = file_of(project, FILE)
            message = f"{kind.kind}: no page, notebook or exercise is called {' or '.join(kind.files)}."
            yield SourceError(path, Lines(path)(number, "files"), message)
        if kind.of_modules:
            yield from not_of_modules(project, kind, {text.path.stem: text for text in texts})


def not_of_modules(project: Project, kind: Kind, texts: dict[str, Text]) -> Iterator[SourceError]:
    modules = [module.name for module in project.course.modules]
    for number, name in enumerate(modules):
        if name not in texts:
            line = Lines(project.course_file)("modules", number)
            message = f"the module {name} has no file {' or '.join(kind.files)} ({kind.kind}); write it."
            yield SourceError(project.course_file, line, message)
    for name, text in texts.items():
        if name not in modules:
            yield text.problem(
                f"{name} is no module of course.yml, and so this is not {kind.kind}; add the module, or say so under "
                f"`except` in seeds/editorial/{FILE}."
            )
