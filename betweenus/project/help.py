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


def address(scheme: str, number: str) -> str:
    return f"{scheme}:" + re.sub(r"[ -]", "", number)


class Texts(Model):
    """A number that takes texts, as the page says from which it was copied."""

    number: Annotated[Number, Field(description="to send a text to, in figures")]
    word: Annotated[str | None, Field(pattern=r"^\w+$", description="with which a text has to begin")] = None
    hours: Annotated[Text | None, Field(description="when someone answers")] = None

    @property
    def link(self) -> str:
        """What opens an empty text, or one with the word in it; the `&` is for older iPhones."""
        return address("sms", self.number) + (f"?&body={self.word}" if self.word else "")

    def told(self, words: Words) -> str:
        """How to write, in words."""
        how = (
            words("text %(word)s to %(number)s", word=self.word, number=self.number)
            if self.word
            else words("text %(number)s", number=self.number)
        )
        return ", ".join(filter(None, (how, self.hours)))


class Dialled(Model):
    """What has a number to ring, or has none."""

    number: Annotated[Number | None, Field(description="to ring, in figures")] = None
    text: Annotated[Texts | None, Field(description="a number that takes texts")] = None

    @property
    def link(self) -> str:
        return address("tel", self.number or "")


class Line(Dialled):
    """Someone who helps. One of number, page and other ways has to be there."""

    name: Annotated[Text, Field(description="of the line or the service")]
    who: Annotated[Text, Field(alias="for", description="for whom it is, as words that go after “for”")]
    hours: Annotated[Text | None, Field(description="when someone answers, and whether it is free")] = None
    also: Annotated[Text | None, Field(description="other ways, such as a chat")] = None
    traces: Annotated[
        Text | None,
        Field(description="whether a call shows on the bill or in the phone's list, where its page says so"),
    ] = None
    page: Annotated[Address | None, Field(description="its own page")] = None
    checked: Annotated[Checked, Field(description="the day on which a person rang it or looked it up")]

    @model_validator(mode="after")
    def can_be_reached(self) -> "Line":
        if not (self.number or self.text or self.also or self.page):
            raise ValueError("says no way to reach it; write `number`, `text`, `page` or `also`")
        return self

    def contact(self, words: Words) -> str:
        """How to reach it: the number with its hours, then other ways."""
        by_phone = ", ".join(filter(None, (self.number, self.hours)))
        by_text = self.text.told(words) if self.text else ""
        return "; ".join(filter(None, (by_phone, by_text, self.also, self.traces))) or self.page or ""

    def first_way(self, words: Words) -> str:
        """The one way that there is room for."""
        return self.number or (self.text.told(words) if self.text else "") or self.also or self.page or ""

    def facts(self, words: Words) -> str:
        """Everything but the name, as sentences."""
        told = words("For %(who)s", who=self.who), words("Checked on %(day)s", day=words.day(self.checked))
        return " ".join(f"{each.rstrip('.')}." for each in (self.contact(words), *told))


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

    @property
    def anchor(self) -> str:
        """Where it stands on the page."""
        return "in-" + re.sub(r"\W+", "-", self.country.lower()).strip("-")

    def about(self, topic: str) -> list[TopicLine]:
        return [line for line in self.lines if topic in line.topics]

    @property
    def copied(self) -> list[tuple[str, Copied]]:
        """Everything that was copied, each with what it is called."""
        return [*((each.number, each) for each in self.emergency), *((line.name, line) for line in self.lines)]

    @property
    def numbers(self) -> str:
        """The emergency numbers, shortly."""
        return " · ".join(f"{each.number} ({each.who})" if each.who else each.number for each in self.emergency)


class Help(Model):
    """All that a course knows of help."""

    everywhere: Annotated[tuple[CopiedLine, ...], Field(description="lists of lines, for every country")] = ()
    topics: Annotated[dict[Name, Text], Field(description="what lines are about, in their order, by a name")] = {}
    countries: Annotated[tuple[Country, ...], Field(description="in the order in which they stand")] = ()

    @property
    def copied(self) -> list[tuple[str, Copied]]:
        """What holds for every country, each with what it is called."""
        return [(line.name, line) for line in self.everywhere]


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
