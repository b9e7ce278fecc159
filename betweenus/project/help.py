"""Where help is: the lines that a course lists by country, and the services that a publisher names."""

import re
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, field_validator, model_validator

from betweenus.project.course import Model, Name
from betweenus.project.sources import SourceError, hint, line_of, read_yaml, yaml_tree
from betweenus.project.text import Address, Text
from betweenus.project.words import Words

DATED = r"^\d{4}(-\d{2}(-\d{2})?)?$"
# The last day that a year or a month without a day can mean.
LAST_DAY = {4: "-12-31", 7: "-28", 10: ""}


def in_quotes(value: Any) -> Any:
    if isinstance(value, int):
        raise ValueError("put the number in quotes, so that no zero is lost")
    return value


def dialled(value: str) -> str:
    if not re.fullmatch(r"\+?[0-9]([0-9 -]*[0-9])?", value):
        raise ValueError("write the number alone, in figures; what else there is to say has fields of its own")
    return value


def is_past(day: date) -> date:
    if day > date.today():
        raise ValueError("this day is still to come; write the one on which it was checked")
    return day


def as_text(value: Any) -> Any:
    """A year is a number to YAML, and a whole date a date."""
    return str(value) if isinstance(value, int | date) else value


Number = Annotated[str, BeforeValidator(in_quotes), AfterValidator(dialled)]
Checked = Annotated[date, AfterValidator(is_past)]


class Dialled(Model):
    """What has a number to ring, or has none."""

    number: Annotated[Number | None, Field(description="to ring, in figures")] = None

    @property
    def link(self) -> str:
        return "tel:" + re.sub(r"[ -]", "", self.number or "")


class Line(Dialled):
    """Someone who helps. One of number, page and other ways has to be there."""

    name: Annotated[Text, Field(description="of the line or the service")]
    who: Annotated[Text, Field(alias="for", description="for whom it is, as words that go after “for”")]
    hours: Annotated[Text | None, Field(description="when someone answers, and whether it is free")] = None
    also: Annotated[Text | None, Field(description="other ways, such as a text or a chat")] = None
    page: Annotated[Address | None, Field(description="its own page")] = None
    checked: Annotated[Checked, Field(description="the day on which a person rang it or looked it up")]

    @model_validator(mode="after")
    def can_be_reached(self) -> "Line":
        if not (self.number or self.also or self.page):
            raise ValueError("says no way to reach it; write `number`, `page` or `also`")
        return self

    @property
    def contact(self) -> str:
        """How to reach it: the number with its hours, then other ways."""
        by_phone = ", ".join(filter(None, (self.number, self.hours)))
        return "; ".join(filter(None, (by_phone, self.also))) or self.page or ""

    def facts(self, words: Words) -> str:
        """Everything but the name, as sentences."""
        told = words("For %(who)s", who=self.who), words("Checked on %(day)s", day=words.day(self.checked))
        return " ".join(f"{each.rstrip('.')}." for each in (self.contact, *told))


class Copied(Model):
    """What was copied from a page.

    Attributes:
        source: the page.
        dated: the date that the page shows or that its words give: a year, a month or a day.
        checked: the day on which the page was looked up.
    """

    source: Annotated[Address, Field(description="the page that it was copied from")]
    dated: Annotated[
        str | None,
        BeforeValidator(as_text),
        Field(pattern=DATED, description="the date that the page shows, such as 2024, 2024-05 or 2024-05-31"),
    ] = None
    checked: Annotated[Checked, Field(description="the day on which the page was looked up")]

    @field_validator("dated")
    @classmethod
    def is_a_date(cls, dated: str | None) -> str | None:
        if dated:
            date.fromisoformat(last_day(dated))
        return dated

    @property
    def as_of(self) -> date:
        """The day up to which it may have been true, at the latest."""
        return min(self.checked, date.fromisoformat(last_day(self.dated))) if self.dated else self.checked

    def date_in(self, words: Words) -> str:
        """The date of the page in words, as exactly as it is known."""
        year, *rest = (self.dated or "").split("-")
        if not rest:
            return year
        first = date.fromisoformat(last_day(self.dated or ""))
        return words.day(first) if len(rest) == 2 else words.month(first)


def last_day(dated: str) -> str:
    return dated + LAST_DAY[len(dated)]


class Emergency(Dialled, Copied):
    """A number for when there is danger, and how to use it without a word."""

    number: Annotated[Number, Field(description="to ring, in figures")]
    who: Annotated[Text | None, Field(alias="for", description="whom it reaches, where there are several")] = None
    silent: Annotated[Text | None, Field(description="what to do for those who can't speak, as sentences")] = None


class CopiedLine(Line, Copied):
    """A line that was copied from a page."""


class TopicLine(CopiedLine):
    """A line of a country."""

    topics: Annotated[tuple[Name, ...], Field(min_length=1, description="what it is about, by the names in `topics`")]


class Country(Model):
    """A country, with the emergency number first."""

    country: Annotated[Text, Field(description="its name")]
    emergency: Annotated[tuple[Emergency, ...], Field(min_length=1, description="numbers for when there is danger")]
    lines: Annotated[tuple[TopicLine, ...], Field(description="in the order in which they stand")] = ()

    def about(self, topic: str) -> list[TopicLine]:
        return [line for line in self.lines if topic in line.topics]

    @property
    def numbers(self) -> str:
        """The emergency numbers, shortly."""
        return " · ".join(f"{each.number} ({each.who})" if each.who else each.number for each in self.emergency)


class Help(Model):
    """All that a course knows of help."""

    everywhere: Annotated[tuple[CopiedLine, ...], Field(description="lists of lines, for every country")] = ()
    topics: Annotated[dict[Name, Text], Field(description="what lines are about, in their order, by a name")] = {}
    countries: Annotated[tuple[Country, ...], Field(description="in the order in which they stand")] = ()


def read_help(path: Path) -> Help:
    """Read the file of lines; a course without one lists none.

    Raises:
        SourceError: naming file, line, field and what would be right.
    """
    if not path.is_file():
        return Help()
    found = read_yaml(path, Help)
    names = [country.country for country in found.countries]
    for place, country in enumerate(found.countries):
        if country.country in names[:place]:
            row = line_of(yaml_tree(path), ("countries", place))
            raise SourceError(path, 1 + row, f"{country.country} stands here a second time; put its lines together.")
        for number, line in enumerate(country.lines):
            for topic in line.topics:
                if topic not in found.topics:
                    row = line_of(yaml_tree(path), ("countries", place, "lines", number, "topics"))
                    raise SourceError(path, 1 + row, f"{line.name}: no topic {topic!r}; {hint(topic, found.topics)}")
    return found
