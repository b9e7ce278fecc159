"""Programmes: meetings put together by hand, as lists of exercises and breaks with their minutes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from betweenus.editorial.limits import Range
from betweenus.editorial.lists import Filled, Lines, file_of, read_list
from betweenus.editorial.prose import texts_of
from betweenus.editorial.rooms import exercises
from betweenus.project import SourceError
from betweenus.project.course import Model
from betweenus.project.project import Project
from betweenus.project.sources import hint

FILE = "programmes.yml"
LINK = re.compile(r"\[(?P<title>.+?)\]\([^)]*exercises/(?P<name>[\w-]+)\.md\)")
DEEP = 3


class Programmes(Model):
    """What holds for every meeting on a page of programmes. A meeting is a list whose lines end in minutes.

    Attributes:
        page: the page.
        unit: the word for minutes.
        last: how the last line of a meeting begins.
        at_least: how many meetings there are.
        minutes: how long a meeting may be.
        people: for how many people every exercise has to work.
        format: in which every exercise has to work.
        first: the part to which the first exercise belongs.
        first_depth: how deep the first may go.
        after_depth_3: how many minutes have to come after an exercise that goes deep.
    """

    page: Filled
    unit: Filled
    last: Filled | None = None
    at_least: int = 1
    minutes: Annotated[tuple[int, ...], Field(min_length=1)]
    people: Range | None = None
    format: str | None = None
    first: str | None = None
    first_depth: int = DEEP
    after_depth_3: int = 0


@dataclass(frozen=True)
class Item:
    """A line of a meeting.

    Attributes:
        line: its number.
        text: its words.
        minutes: how long it takes; nothing if it doesn't say.
        title: of an exercise, as its link says.
        name: of the exercise.
    """

    line: int
    text: str
    minutes: int | None
    title: str | None = None
    name: str | None = None


Meeting = list[Item]
Wrong = Iterator[tuple[Item, str]]


def programmes(project: Project) -> Iterator[SourceError]:
    """Meetings that don't add up, call an exercise otherwise than it is, or go deep at the wrong time."""
    rules = read_list(project, FILE, Programmes)
    if not rules:
        return
    path = project.root / rules.page
    text = texts_of(project).get(path)
    if not text:
        own = file_of(project, FILE)
        yield SourceError(own, Lines(own)("page"), f"there is no page {rules.page}; name one that there is.")
        return
    found = list(meetings(text.markdown, text.first_line, rules.unit))
    if len(found) < rules.at_least:
        yield text.problem(f"there are {len(found)} meetings here, and it takes {rules.at_least}.")
    known = exercises(project)
    for meeting in found:
        for item, message in (*misread(meeting, rules), *misnamed(meeting, known), *badly_put(meeting, known, rules)):
            yield SourceError(path, item.line, message)


def meetings(markdown: str, first_line: int, unit: str) -> Iterator[Meeting]:
    minutes = re.compile(rf": (\d+) {re.escape(unit)}$")
    meeting: Meeting = []
    for number, line in enumerate((*markdown.splitlines(), ""), start=first_line):
        if line.startswith("- "):
            meeting.append(item_of(number, line[2:].strip(), minutes))
            continue
        if any(item.minutes is not None for item in meeting):
            yield meeting
        meeting = []


def item_of(number: int, text: str, minutes: re.Pattern) -> Item:
    time, link = minutes.search(text), LINK.match(text)
    return Item(number, text, int(time[1]) if time else None, **(link.groupdict() if link else {}))


def misread(meeting: Meeting, rules: Programmes) -> Wrong:
    """Lines without minutes, a meeting without its last line, or of another length than there are."""
    for item in meeting:
        if item.minutes is None:
            yield item, f"how long does this take? End the line with “: 15 {rules.unit}”."
    if rules.last and not meeting[-1].text.startswith(rules.last):
        yield meeting[-1], f"the last line of a meeting begins with {rules.last!r}; add it."
    total = sum(item.minutes or 0 for item in meeting)
    if total not in rules.minutes:
        lengths = ", ".join(map(str, rules.minutes))
        yield meeting[0], f"this meeting takes {total} minutes in all; a meeting takes one of {lengths}."


def misnamed(meeting: Meeting, known: dict) -> Wrong:
    """Exercises with another title or time than their own."""
    for item in meeting:
        if not item.name:
            continue
        exercise = known.get(item.name)
        if not exercise:
            yield item, f"there is no exercise {item.name}; {hint(item.name, known)}"
            continue
        if item.title != exercise.front.title:
            yield item, f"this exercise is called {exercise.front.title!r}; write its title."
        if item.minutes is not None and item.minutes != exercise.minutes:
            yield item, f"this exercise takes {exercise.minutes} minutes, and not {item.minutes}."


def badly_put(meeting: Meeting, known: dict, rules: Programmes) -> Wrong:
    """Exercises that don't suit the group, or stand where they can't."""
    found = [(place, item, known[item.name]) for place, item in enumerate(meeting) if item.name in known]
    for _, item, exercise in found[:1]:
        if rules.first and exercise.front.part != rules.first:
            yield item, f"a meeting begins with an exercise of the part {rules.first!r}; put one first."
        if exercise.front.depth > rules.first_depth:
            yield item, f"a meeting begins no deeper than depth {rules.first_depth}; put another exercise first."
    for place, item, exercise in found:
        front, people = exercise.front, rules.people
        rest = sum(later.minutes or 0 for later in meeting[place + 1 :])
        if front.depth == DEEP and rest < rules.after_depth_3:
            yield item, f"{rest} minutes come after this, and it takes {rules.after_depth_3} after what goes deep."
        if people and not (front.group.min <= people.min and front.group.max >= people.max):
            yield item, f"this exercise is for {front.group.min} to {front.group.max} people; take one for {people}."
        if rules.format and rules.format not in front.formats:
            yield item, f"this exercise doesn't work {rules.format!r}; take one that does."
