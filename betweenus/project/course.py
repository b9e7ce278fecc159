"""What a course is, apart from its pages: `course.yml`."""

from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from betweenus.art import ARTWORK
from betweenus.project.sources import hint, read_yaml
from betweenus.project.text import Text

NAME = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
# Exercises of no module, which open and close meetings.
ANY_MODULE = "group"

Name = Annotated[str, Field(pattern=NAME, description="lower-case words joined by hyphens")]


def artwork(name: str) -> str:
    if name not in ARTWORK:
        raise ValueError(f"there is no artwork {name!r}; {hint(name, ARTWORK)}")
    return name


class Model(BaseModel):
    """What stands in a source file: nothing may stand there that nobody reads."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Module(Model):
    """A part of the course: a page in `book/modules/`, a notebook, exercises and claims."""

    name: Annotated[Name, Field(description="of its page and its notebook")]
    title: Annotated[Text, Field(description="what people read")]
    art: Annotated[
        str,
        AfterValidator(artwork),
        Field(description="the artwork of its page and its card", json_schema_extra={"enum": list(ARTWORK)}),
    ] = "overlap"
    line: Annotated[str, Field(description="what its card on the cover says of it")] = ""


class Source(Model):
    """Where claims come from, such as an article."""

    letter: Annotated[str, Field(pattern=r"^[A-Z]$", description="with which the ids of its claims begin")]
    title: Annotated[Text, Field(description="what people read")]


class Course(Model):
    """A course.

    Attributes:
        id: tells the answers kept for this course from those of another at the same address; never changed.
        modules: in their order.
        sources: of its claims, in their order.
        summaries: headings of the sections that sum a page up, such as “Key points”
        adaptations: what each exercise says how to adapt to, such as “Disability.”
    """

    id: Annotated[Name, Field(description="answers are kept under it: it is never changed")]
    modules: Annotated[tuple[Module, ...], Field(min_length=1, description="in their order")]
    sources: Annotated[tuple[Source, ...], Field(description="of the claims, in their order")] = ()
    summaries: Annotated[
        tuple[Text, ...], Field(description="headings of the sections of modules' pages that sum them up")
    ] = ()
    adaptations: Annotated[
        tuple[Text, ...],
        Field(description="what the paragraphs of each exercise's section on adaptations begin with, in bold"),
    ] = ()

    @model_validator(mode="after")
    def names_are_its_own(self) -> "Course":
        for kind, names in (("modules", list(self.titles)), ("sources", list(self.source_titles))):
            if len(names) < len(getattr(self, kind)):
                raise ValueError(f"two of the `{kind}` have the same name; give each its own")
        if ANY_MODULE in self.titles:
            raise ValueError(f"no module can be called {ANY_MODULE!r}: exercises for any module have this name")
        return self

    @property
    def titles(self) -> dict[str, str]:
        """The title of each module by its name."""
        return {module.name: module.title for module in self.modules}

    @property
    def source_titles(self) -> dict[str, str]:
        """The title of each source by its letter."""
        return {source.letter: source.title for source in self.sources}


def read_course(path: Path) -> Course:
    """Read `course.yml`.

    Raises:
        SourceError: naming file, line, field and what would be right.
    """
    return read_yaml(path, Course)
