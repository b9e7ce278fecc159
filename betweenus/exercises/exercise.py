"""An exercise file: a front matter with what a program needs, and sections with what a person needs."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from markdown_it import MarkdownIt
from pydantic import BaseModel, ConfigDict, Field, model_validator

from betweenus.evidence import read_claims
from betweenus.evidence.claims import Module, Text
from betweenus.project import SourceError, find_root, read_front_matter

SECTIONS = (
    "For whom, and for whom not",
    "Prepare",
    "Words to say",
    "Facilitator's notes",
    "In the room, online and on paper",
    "Adaptations",
    "If something comes up",
    "Debrief",
    "Take home",
)
# What a paragraph of these sections begins with, in bold.
FORMATS = {"in-room": "In the room.", "online": "Online.", "paper": "On paper."}
NAMES = {"in-room": "in a room", "online": "online", "paper": "on paper"}
MODULES = {
    "group": "Opening and closing",
    "emotional-intimacy": "Emotional intimacy",
    "hormones": "Hormones",
    "communication": "Communication",
    "challenges": "Challenges",
}
ADAPTATIONS = (
    "Language and culture.",
    "Disability.",
    "Single people.",
    "Same-gender couples and other constellations.",
    "Low literacy.",
)


class Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Step(Model):
    """One part of an exercise.

    Attributes:
        name: a few words.
        minutes: how long it takes.
        text: what the leaders do.
        show: what people see of it, on the screen and on their sheet.
    """

    name: Text
    minutes: Annotated[int, Field(ge=1, le=60)]
    text: Text
    show: Text


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
    module: Annotated[Module | Literal["group"], Field(description="group: for any module")]
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


@dataclass(frozen=True)
class Exercise:
    """An exercise as read.

    Attributes:
        name: of its file, without ending.
        front: its front matter.
        sections: the Markdown below each heading of `SECTIONS`.
    """

    name: str
    front: FrontMatter
    sections: dict[str, str]

    @property
    def minutes(self) -> int:
        return sum(step.minutes for step in self.front.steps)

    def timetable(self) -> list[tuple[int, Step]]:
        """Each step with the minute at which it begins."""
        steps = self.front.steps
        begins = [sum(step.minutes for step in steps[:index]) for index in range(len(steps))]
        return list(zip(begins, steps, strict=True))

    def card(self) -> dict[str, str]:
        """What its page and its run sheet say first: the name of each line, and its words."""
        front = self.front
        part = {"opening": ", to open a meeting", "closing": ", to close a meeting"}.get(front.part, "")
        depth = {1: ": nothing personal is asked", 3: ": goes deep"}.get(front.depth, "")
        lines = {
            "Time": f"{self.minutes} minutes",
            "Module": f"{MODULES[front.module]}{part}",
            "Group": f"{front.group.min} to {front.group.max} people; {', '.join(front.shape)}",
            "Depth": f"{front.depth} of 3{depth}",
            "Works": ", ".join(NAMES[name] for name in front.formats),
            "You need": ", ".join(front.materials) or "nothing",
            "Aim: knowledge": front.objectives.knowledge,
            "Aim: skill": front.objectives.skill,
            "Aim: attitude": front.objectives.attitude,
            "Not together if": front.not_together_if,
            "Watch for": front.safety,
            "The way out": front.way_out,
        }
        return {name: words for name, words in lines.items() if words}


def exercises_folder(root: Path) -> Path:
    return root / "exercises"


def read_exercises(root: Path | None = None) -> list[Exercise]:
    """All exercises, in the order of their file names.

    Raises:
        SourceError: from the first file that is wrong.
    """
    return [read_exercise(path) for path in sorted(exercises_folder(root or find_root()).glob("*.md"))]


def read_exercise(path: Path) -> Exercise:
    """Read an exercise file.

    Raises:
        SourceError: naming file, line, field or section, and what would be right.
    """
    front, text, first_line = read_front_matter(path, FrontMatter, "an exercise")
    known = read_claims(find_root(path.parent))
    for claim in front.claims:
        if claim not in known:
            raise SourceError(path, None, f"`claims` names {claim}, which is not in seeds/claims.yml.")
    sections = read_sections(path, text, first_line)
    check_leads(path, sections, "In the room, online and on paper", [FORMATS[name] for name in front.formats])
    check_leads(path, sections, "Adaptations", ADAPTATIONS)
    return Exercise(path.stem, front, sections)


def read_sections(path: Path, text: str, first_line: int) -> dict[str, str]:
    """Split the text at its headings, which are those of `SECTIONS` in their order."""
    lines = text.splitlines()
    tokens = MarkdownIt().parse(text)
    headings = [
        (token.map[0], tokens[place + 1].content.replace("’", "'"))
        for place, token in enumerate(tokens)
        if token.type == "heading_open" and token.tag == "h2"
    ]
    for wanted, (line, heading) in zip(SECTIONS, headings, strict=False):
        if heading != wanted:
            raise SourceError(path, first_line + line, f"this section is {heading!r}; here comes {wanted!r}.")
    if len(headings) < len(SECTIONS):
        raise SourceError(path, None, f"the section {SECTIONS[len(headings)]!r} is missing.")
    if len(headings) > len(SECTIONS):
        line, heading = headings[len(SECTIONS)]
        raise SourceError(path, first_line + line, f"{heading!r} is one section too many.")
    ends = [line for line, _ in headings[1:]] + [len(lines)]
    sections = {}
    for (line, heading), end in zip(headings, ends, strict=True):
        sections[heading] = "\n".join(lines[line + 1 : end]).strip()
        if not sections[heading]:
            raise SourceError(path, first_line + line, f"the section {heading!r} is empty.")
    return sections


def check_leads(path: Path, sections: dict[str, str], name: str, wanted: list[str] | tuple[str, ...]) -> None:
    leads = re.findall(r"^\*\*(.+?)\*\*", sections[name], flags=re.MULTILINE)
    for lead in wanted:
        if lead not in leads:
            raise SourceError(path, None, f"the section {name!r} has no paragraph that begins with **{lead}**")
