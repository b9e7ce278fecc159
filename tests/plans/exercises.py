"""Exercises that a plan can be made of, without a file."""

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
    return Exercise(name, front, {})
