"""Session plans: which exercises fit a time, a group and a format, and when each one begins."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import combinations

from betweenus.exercises.exercise import FORMATS, Exercise

BREAK = 10  # minutes
STRETCH = 75  # minutes that people sit before a break
LONGEST_WITHOUT_BREAK = 90  # minutes
FAIR_SHARE = {"opening": 1 / 4, "closing": 1 / 10}
SPARE = "Spare time, for questions and for what takes longer"
LONGEST = 480  # minutes


# The plans that stand ready in the book and on paper.
READY_MADE = (60, 90, 180)  # minutes
TYPICAL_GROUP = 12  # people


class PlanError(ValueError):
    """No plan can meet the wishes; the message says why, and what would be possible."""


@dataclass(frozen=True)
class Wishes:
    """What a session is to be.

    Attributes:
        minutes: from the first word to the last.
        group: number of people, leaders not counted.
        module: a module's name, such as `communication`.
        format: in-room, online or paper.
        max_depth: 1 to 3; depth 3 is not for people who meet for the first time, so it has to be asked for.
        breaks: whether there are breaks; None leaves it to the length.
    """

    minutes: int
    group: int
    module: str
    format: str = "in-room"
    max_depth: int = 2
    breaks: bool | None = None


@dataclass(frozen=True)
class Item:
    """A part of a session.

    Attributes:
        title: of the exercise, or what the time is for.
        minutes: how long it takes.
        exercise: None for a break and for spare time.
    """

    title: str
    minutes: int
    exercise: Exercise | None = None


@dataclass(frozen=True)
class Row:
    """A line of a plan: a step of an exercise, a break or spare time, and the minute it begins."""

    begin: int
    minutes: int
    part: str
    step: str
    text: str


@dataclass(frozen=True)
class Plan:
    """A session plan.

    Attributes:
        wishes: what it was made for.
        items: its parts, whose minutes add up to those wished for.
        left_out: exercises that were looked at, each with the reason why it is not in.
    """

    wishes: Wishes
    items: tuple[Item, ...]
    left_out: tuple[tuple[Exercise, str], ...]

    def rows(self) -> list[Row]:
        rows, begin = [], 0
        for item in self.items:
            steps = item.exercise.front.steps if item.exercise else ()
            for step in steps:
                rows.append(Row(begin, step.minutes, item.title, step.name, step.text))
                begin += step.minutes
            if not steps:
                rows.append(Row(begin, item.minutes, item.title, "", ""))
                begin += item.minutes
        return rows


def clock(start: time, minute: int) -> str:
    """The time of day so many minutes after a start; past midnight it begins again at 00:00."""
    return (datetime.combine(date.min, start) + timedelta(minutes=minute)).strftime("%H:%M")


def make_plan(exercises: Iterable[Exercise], wishes: Wishes) -> Plan:
    """Fill the time with an opening, exercises that fit, breaks and a closing.

    The same wishes always make the same plan. It takes the exercises that leave the least time over;
    among those, the fewest; among those, the first in the order of their file names.

    Raises:
        PlanError: when nothing fits.
    """
    check_wishes(wishes)
    looked_at = [each for each in exercises if each.front.module in (wishes.module, "group")]
    if not any(each.front.module == wishes.module for each in looked_at):
        raise PlanError(f"There are no exercises of the module {wishes.module!r}.")
    reasons = {each.name: why_not(each, wishes) for each in looked_at}
    fitting = [each for each in looked_at if not reasons[each.name]]
    mains = [each for each in fitting if each.front.part == "main"]
    if not any(each.front.module == wishes.module for each in mains):
        raise PlanError(nothing_fits(looked_at, reasons, wishes))
    opening = framing(fitting, "opening", wishes)
    closing = framing(fitting, "closing", wishes)
    frame = sum(each.minutes for each in (opening, closing) if each)
    chosen, pauses = choose(mains, wishes.minutes - frame, wishes)
    if not chosen:
        raise PlanError(too_short(mains, frame, wishes))
    items = with_breaks([Item(each.front.title, each.minutes, each) for each in in_order(chosen)], pauses)
    spare = wishes.minutes - frame - sum(item.minutes for item in items)
    if spare:
        items.append(Item(SPARE, spare))
    if opening:
        items.insert(0, Item(opening.front.title, opening.minutes, opening))
    if closing:
        items.append(Item(closing.front.title, closing.minutes, closing))
    used = {item.exercise.name for item in items if item.exercise}
    left_out = [
        (each, reasons[each.name] or other_choice(each, chosen))
        for each in looked_at
        if each.name not in used
    ]
    return Plan(wishes, tuple(items), tuple(left_out))


def check_wishes(wishes: Wishes) -> None:
    if not 1 <= wishes.minutes <= LONGEST:
        raise PlanError(f"A session of {wishes.minutes} minutes can't be planned; take 1 to {LONGEST}.")
    if wishes.group < 1:
        raise PlanError(f"A group of {wishes.group} has nobody in it; take 1 or more.")
    if wishes.format not in FORMATS:
        raise PlanError(f"There is no format {wishes.format!r}; take one of {', '.join(FORMATS)}.")
    if wishes.max_depth not in (1, 2, 3):
        raise PlanError(f"A depth of {wishes.max_depth} is not known; take 1, 2 or 3.")


def why_not(exercise: Exercise, wishes: Wishes) -> str:
    """The first reason why an exercise does not suit the group; empty when it does."""
    front = exercise.front
    if wishes.group < front.group.min:
        return f"needs {front.group.min} people or more"
    if wishes.group > front.group.max:
        return f"is for {front.group.max} people at most"
    if wishes.format not in front.formats:
        return f"is not made for {wishes.format}"
    if front.depth > wishes.max_depth:
        return f"goes to depth {front.depth}"
    return ""


def nothing_fits(looked_at: list[Exercise], reasons: dict[str, str], wishes: Wishes) -> str:
    said = [
        f"{each.front.title} {reasons[each.name]}"
        for each in looked_at
        if each.front.part == "main" and reasons[each.name]
    ]
    return f"No exercise of {wishes.module} fits: {'; '.join(said)}."


def framing(fitting: list[Exercise], part: str, wishes: Wishes) -> Exercise | None:
    """The opening or closing: the longest where it takes a fair share of the time, else the shortest.

    The longest opening is the one with the agreements, for which even an hour has room.
    """
    found = sorted((each for each in fitting if each.front.part == part), key=lambda each: each.minutes)
    if not found:
        return None
    return found[-1] if found[-1].minutes <= wishes.minutes * FAIR_SHARE[part] else found[0]


def choose(mains: list[Exercise], room: int, wishes: Wishes) -> tuple[list[Exercise], int]:
    """The exercises that fill the room best, and how many breaks stand between them."""
    for pauses in range(breaks_wanted(wishes), -1, -1):
        chosen = best_choice(mains, room - pauses * BREAK, wishes)
        if len(chosen) > pauses:
            return chosen, pauses
    return [], 0


def breaks_wanted(wishes: Wishes) -> int:
    wanted = wishes.minutes > LONGEST_WITHOUT_BREAK if wishes.breaks is None else wishes.breaks
    return max(1, (wishes.minutes - 1) // (STRETCH + BREAK)) if wanted else 0


def best_choice(mains: list[Exercise], room: int, wishes: Wishes) -> list[Exercise]:
    """The exercises that fill the room best, at least one of them of the module."""
    choices = [
        choice
        for size in range(1, len(mains) + 1)
        for choice in combinations(mains, size)
        if sum(each.minutes for each in choice) <= room and goes_together(choice, wishes)
    ]
    # `max` keeps the first of equals, which has the fewest and the earliest exercises.
    return list(max(choices, key=lambda choice: sum(each.minutes for each in choice), default=()))


def goes_together(choice: tuple[Exercise, ...], wishes: Wishes) -> bool:
    """What goes deep stands among lighter exercises: one before it, and one after it."""
    deep = [each for each in choice if each.front.depth == 3]
    of_module = any(each.front.module == wishes.module for each in choice)
    return of_module and (not deep or (len(deep) == 1 and len(choice) >= 3))


def in_order(chosen: list[Exercise]) -> list[Exercise]:
    """From light to deep, and one of the lightest last when the deepest would be."""
    ordered = sorted(chosen, key=lambda each: each.front.depth)
    if ordered[-1].front.depth == 3:
        ordered.append(ordered.pop(1))
    return ordered


def with_breaks(items: list[Item], pauses: int) -> list[Item]:
    """Put breaks between exercises, so that the stretches are as even as exercises allow."""
    total = sum(item.minutes for item in items)
    placed, gone, given = items[:1], items[0].minutes, 0
    for place, item in enumerate(items[1:], start=1):
        due = total * (given + 1) / (pauses + 1)
        last_chance = len(items) - place <= pauses - given
        if given < pauses and (last_chance or gone + item.minutes / 2 >= due):
            placed.append(Item("Break", BREAK))
            given += 1
        placed.append(item)
        gone += item.minutes
    return placed


def too_short(mains: list[Exercise], frame: int, wishes: Wishes) -> str:
    shortest = min(each.minutes for each in mains if each.front.module == wishes.module)
    return (
        f"{wishes.minutes} minutes are too short: opening and closing take {frame}, and the shortest "
        f"exercise of {wishes.module} that fits takes {shortest}. Plan {frame + shortest} minutes or more."
    )


def other_choice(exercise: Exercise, chosen: list[Exercise]) -> str:
    if exercise.front.part != "main":
        return f"another {exercise.front.part} fits this length better"
    if exercise.front.depth == 3 and len(chosen) < 3:
        return "goes deep, and there is no time for a lighter exercise before it and after it"
    return "no time is left for it"


def ready_made(exercises: list[Exercise], module: str, minutes: int) -> Plan:
    """The plan of a module that stands ready for a length.

    Raises:
        PlanError: when nothing fits.
    """
    return make_plan(exercises, Wishes(minutes, TYPICAL_GROUP, module))
