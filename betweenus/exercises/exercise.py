"""What a program needs to know of an exercise: its front matter, checked."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from betweenus.evidence import read_claims
from betweenus.evidence.claims import Module, Text
from betweenus.project import SourceError, check_yaml, find_root

FENCE = "---"


class Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Step(Model):
    """One part of an exercise: its name, its length in minutes, and what happens."""

    name: Text
    minutes: Annotated[int, Field(ge=1, le=120)]
    text: Text


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


class Exercise(Model):
    """The front matter of an exercise file."""

    title: Text
    module: Module
    depth: Annotated[int, Field(ge=1, le=3, description="1 asks nothing personal, 3 goes deep")]
    group: Group
    shape: tuple[Text, ...]
    formats: tuple[Literal["in-room", "online", "paper"], ...]
    materials: tuple[Text, ...]
    objectives: Objectives
    claims: tuple[str, ...]
    not_together_if: Text
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]

    @property
    def minutes(self) -> int:
        return sum(step.minutes for step in self.steps)

    def timetable(self) -> list[tuple[int, Step]]:
        """Each step with the minute at which it begins."""
        begins = [sum(step.minutes for step in self.steps[:index]) for index in range(len(self.steps))]
        return list(zip(begins, self.steps, strict=True))


def read_exercise(path: Path) -> Exercise:
    """Read the front matter of an exercise.

    Raises:
        SourceError: naming file, line, field and what would be right.
    """
    text = path.read_text(encoding="utf-8")
    parts = text.split(FENCE, 2)
    if parts[0].strip() or len(parts) < 3:
        raise SourceError(path, 1, "an exercise begins with its front matter, between two lines of `---`.")
    exercise = check_yaml(parts[1], Exercise, path)
    known = read_claims(find_root(path.parent))
    for claim in exercise.claims:
        if claim not in known:
            raise SourceError(path, None, f"`claims` names {claim}, which is not in seeds/claims.yml.")
    return exercise
