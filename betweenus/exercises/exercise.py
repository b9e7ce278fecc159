"""An exercise file: a front matter with what a program needs, and sections with what a person needs."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from markdown_it import MarkdownIt
from pydantic import Field, model_validator

from betweenus.evidence import claims_of
from betweenus.project import Project, SourceError, of_project
from betweenus.project.course import ANY_MODULE, Model
from betweenus.project.sources import hint, line_with, read_front_matter
from betweenus.project.text import Text
from betweenus.project.words import N_, Words

# The sections of an exercise in their order, each with its heading.
SECTIONS = {
    "for-whom": N_("For whom, and for whom not"),
    "prepare": N_("Prepare"),
    "words-to-say": N_("Words to say"),
    "notes": N_("Facilitator's notes"),
    "formats": N_("In the room, online and on paper"),
    "adaptations": N_("Adaptations"),
    "if-something-comes-up": N_("If something comes up"),
    "debrief": N_("Debrief"),
    "take-home": N_("Take home"),
}
# The sections that only those who lead need.
FOR_LEADERS = ("prepare", "words-to-say", "notes", "if-something-comes-up", "debrief")
FORMATS = {"in-room": N_("in a room"), "online": N_("online"), "paper": N_("on paper")}
# What a paragraph of the section "formats" begins with, in bold.
FORMAT_LEADS = {"in-room": N_("In the room."), "online": N_("Online."), "paper": N_("On paper.")}
ANY_MODULE_TITLE = N_("Opening and closing")


class Step(Model):
    """One part of an exercise.

    Attributes:
        name: a few words.
        minutes: how long it takes.
        text: what the leaders do.
        show: what people see of it, on the screen and on their sheet.
        cards: whether it is what people do with the cards; `show` then stands on the back of each.
    """

    name: Text
    minutes: Annotated[int, Field(ge=1, le=60)]
    text: Text
    show: Text
    cards: bool = False


class Group(Model):
    """How many people the exercise is for."""

    min: Annotated[int, Field(ge=1)]
    max: Annotated[int, Field(le=60)]

    @model_validator(mode="after")
    def in_order(self) -> "Group":
        if self.min > self.max:
            raise ValueError(f"min is {self.min} and max is {self.max}; the smaller number is min")
        return self


class Objectives(Model):
    """What people take along."""

    knowledge: Text
    skill: Text
    attitude: Text


class FrontMatter(Model):
    """What a program needs to know of an exercise."""

    title: Text
    module: Annotated[str, Field(description="as in course.yml, or group for any module")]
    part: Annotated[Literal["opening", "main", "closing"], Field(description="its place in a meeting")] = "main"
    depth: Annotated[int, Field(ge=1, le=3, description="1 asks nothing personal, 3 goes deep")]
    group: Group
    shape: Annotated[tuple[Text, ...], Field(min_length=1)]
    formats: Annotated[tuple[Literal["in-room", "online", "paper"], ...], Field(min_length=1)]
    materials: tuple[Text, ...]
    objectives: Objectives
    claims: tuple[str, ...] = ()
    not_together_if: Text
    safety: Annotated[Text | None, Field(description="what to watch for; depth 3 needs it")] = None
    way_out: Annotated[Text | None, Field(description="how to leave unseen; depth 3 needs it")] = None
    cards: tuple[Text, ...] = ()
    cards_for: Annotated[
        int | None, Field(ge=1, description="how many people share a set of the cards; without it, all share one")
    ] = None
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def goes_deep_with_care(self) -> "FrontMatter":
        if self.depth < 3:
            return self
        if self.part != "main":
            raise ValueError(f"an exercise of depth 3 stands in the middle of a meeting, not at its {self.part}")
        for name in ("safety", "way_out"):
            if not getattr(self, name):
                raise ValueError(f"`{name}` is missing; an exercise of depth 3 needs it")
        return self

    @model_validator(mode="after")
    def says_what_to_do_with_cards(self) -> "FrontMatter":
        marked = len([step for step in self.steps if step.cards])
        if self.cards and marked != 1:
            raise ValueError(
                f"`cards: true` stands at {marked} steps; write it at the one in which people use the cards: what they "
                "see of it is printed on the back of each"
            )
        if marked and not self.cards:
            raise ValueError("a step has `cards: true`, and there are no `cards`; take it out, or add some")
        return self

    @property
    def cards_how(self) -> str:
        """What people do with the cards."""
        return next((step.show for step in self.steps if step.cards), "")


@dataclass(frozen=True)
class Section:
    """The Markdown below a heading, and the line of the file at which it begins."""

    text: str
    line: int


@dataclass(frozen=True)
class Exercise:
    """An exercise as read.

    Attributes:
        path: its file.
        front: its front matter.
        sections: by their keys in `SECTIONS`.
    """

    path: Path
    front: FrontMatter
    sections: dict[str, Section]

    @property
    def name(self) -> str:
        return self.path.stem

    @property
    def minutes(self) -> int:
        return sum(step.minutes for step in self.front.steps)

    def timetable(self) -> list[tuple[int, Step]]:
        """Each step with the minute at which it begins."""
        steps = self.front.steps
        begins = [sum(step.minutes for step in steps[:index]) for index in range(len(steps))]
        return list(zip(begins, steps, strict=True))


@of_project
def exercises_of(project: Project) -> list[Exercise]:
    """All exercises, in the order of their file names.

    Raises:
        SourceError: from the first file that is wrong.
    """
    return [read_exercise(project, path) for path in sorted(project.exercises_folder.glob("*.md"))]


def module_titles(project: Project) -> dict[str, str]:
    """What exercises are sorted by: those for any module, then each module, with their titles."""
    return {ANY_MODULE: project.words(ANY_MODULE_TITLE), **project.course.titles}


def read_exercise(project: Project, path: Path) -> Exercise:
    """Read an exercise file.

    Raises:
        SourceError: naming file, line, field or section, and what would be right.
    """
    front, text, first_line = read_front_matter(path, FrontMatter, "an exercise")
    refuse_unknown(project, path, front)
    sections = read_sections(path, text, first_line, project.words)
    check_leads(path, sections["formats"], [project.words(FORMAT_LEADS[name]) for name in front.formats])
    check_leads(path, sections["adaptations"], project.course.adaptations)
    return Exercise(path, front, sections)


def refuse_unknown(project: Project, path: Path, front: FrontMatter) -> None:
    """Refuse a module or a claim that the course doesn't have."""
    modules = [ANY_MODULE, *project.course.titles]
    if front.module not in modules:
        message = f"`module` is {front.module!r}, which is not in course.yml; {hint(front.module, modules)}"
        raise SourceError(path, line_with(path, "module:"), message)
    for claim in front.claims:
        if claim not in claims_of(project):
            message = f"`claims` names {claim}, which is not in seeds/claims.yml."
            raise SourceError(path, line_with(path, "claims:"), message)


def read_sections(path: Path, text: str, first_line: int, words: Words) -> dict[str, Section]:
    """Split the text at its headings, which are those of `SECTIONS` in their order."""
    lines = text.splitlines()
    headings = headings_of(text)
    wanted = [words(heading) for heading in SECTIONS.values()]
    for right, (line, heading) in zip(wanted, headings, strict=False):
        if plain(heading) != plain(right):
            raise SourceError(path, first_line + line, f"this section is {heading!r}; here comes {right!r}.")
    if len(headings) < len(wanted):
        raise SourceError(path, None, f"the section {wanted[len(headings)]!r} is missing.")
    if len(headings) > len(wanted):
        line, heading = headings[len(wanted)]
        raise SourceError(path, first_line + line, f"{heading!r} is one section too many.")
    ends = [line for line, _ in headings[1:]] + [len(lines)]
    sections = {}
    for key, (line, heading), end in zip(SECTIONS, headings, ends, strict=True):
        begin = next((place for place in range(line + 1, end) if lines[place].strip()), None)
        if begin is None:
            raise SourceError(path, first_line + line, f"the section {heading!r} is empty.")
        sections[key] = Section("\n".join(lines[begin:end]).rstrip(), first_line + begin)
    return sections


def headings_of(text: str) -> list[tuple[int, str]]:
    """Each heading of the second level with its line, counted from 0."""
    tokens = MarkdownIt().parse(text)
    return [
        (token.map[0], tokens[place + 1].content)
        for place, token in enumerate(tokens)
        if token.type == "heading_open" and token.tag == "h2"
    ]


def plain(heading: str) -> str:
    return heading.replace("’", "'")


def check_leads(path: Path, section: Section, wanted: Iterable[str]) -> None:
    leads = re.findall(r"^\*\*(.+?)\*\*", section.text, flags=re.MULTILINE)
    for lead in wanted:
        if lead not in leads:
            message = f"no paragraph of this section begins with **{lead}**; each has one, in bold."
            raise SourceError(path, section.line, message)
