"""Exercises that a plan can be made of, without a file."""

import json
from pathlib import Path

from betweenus.exercises.exercise import Exercise, FrontMatter, Group, Step

TABLE = json.loads((Path(__file__).parent / "plans-of-today.json").read_text(encoding="utf-8"))


def exercise(
    name: str,
    minutes: int,
    module: str = "sleep",
    part: str = "main",
    depth: int = 1,
    group: tuple[int, int] = (1, 60),
    formats: tuple[str, ...] = ("in-room", "online", "paper"),
) -> Exercise:
    """An exercise of one step, with what a plan reads and nothing else."""
    front = FrontMatter.model_construct(
        title=name.capitalize(),
        module=module,
        part=part,
        depth=depth,
        group=Group(min=group[0], max=group[1]),
        formats=formats,
        materials=(),
        steps=(Step.model_construct(name="Talk", minutes=minutes, text="Talk.", show="Talk."),),
    )
    return Exercise(Path(f"{name}.md"), front, {})


def exercises_of_a_day() -> list[Exercise]:
    """Those for which `plans-of-today.json` has the plans."""
    return [
        exercise(name, minutes, module, part, depth, (fewest, most), tuple(formats.split()))
        for name, (module, part, depth, minutes, fewest, most, formats) in TABLE["exercises"].items()
    ]
