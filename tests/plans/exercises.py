"""Exercises that a plan can be made of, without a file."""

from pathlib import Path

from betweenus.exercises.exercise import Exercise, FrontMatter, Group, Step


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


# For a day: two modules, and of every part, depth and format some, for groups of all sizes.
A_DAY = [
    exercise("hello", 5, "group", "opening", group=(2, 24)),
    exercise("questions", 10, "group", "opening", group=(6, 24)),
    exercise("agreements", 15, "group", "opening", group=(4, 24)),
    exercise("lights-out", 5, "group", "closing", group=(2, 24)),
    exercise("one-small-thing", 10, "group", "closing", group=(2, 24)),
    exercise("looking-back", 12, "group", "closing", group=(4, 24), formats=("in-room", "online")),
    exercise("sayings", 20, group=(3, 24)),
    exercise("a-nap", 40, group=(4, 24)),
    exercise("a-headline", 30, group=(3, 16), formats=("in-room", "online")),
    exercise("the-hour-before", 44, depth=2, group=(4, 24)),
    exercise("thanks", 15, depth=2, group=(2, 24)),
    exercise("a-bad-night", 50, depth=3, group=(4, 12)),
    exercise("pictures", 15, "dreams", group=(6, 24)),
    exercise("a-flight", 30, "dreams", group=(3, 24)),
    exercise("a-letter", 35, "dreams", depth=2, group=(2, 12)),
    exercise("a-nightmare", 45, "dreams", depth=3, group=(6, 15), formats=("in-room", "paper")),
]
