"""Session plans: which exercises fit a time, a group and a format, and when each one begins."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from betweenus.exercises.exercise import FORMATS, Exercise, Step
from betweenus.plans.choice import Choices
from betweenus.plans.reasons import PlanError, Reason
from betweenus.project.course import ANY_MODULE
from betweenus.project.words import N_

BREAK = 10  # minutes
STRETCH = 75  # minutes that people sit before a break
LONGEST_WITHOUT_BREAK = 90  # minutes
FAIR_SHARE = {"opening": 1 / 4, "closing": 1 / 10}
LONGEST = 480  # minutes
DEPTHS = (1, 2, 3)
DEEP = 3  # a depth that wants something lighter before it and after it

# The plans that stand ready in the book and on paper.
READY_MADE = (60, 90, 120, 180)  # minutes
TYPICAL_GROUP = 12  # people

# A plan of all modules.
MIXED = "mixed"

# What a part is called that is no exercise.
LABELS = {"break": N_("Break"), "spare": N_("Spare time, for questions and for what takes longer")}


@dataclass(frozen=True)
class Wishes:
    """What a session is to be.

    Attributes:
        minutes: from the first word to the last.
        group: number of people, leaders not counted.
        module: a module's name, such as `communication`, or `MIXED`.
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
        kind: exercise, break or spare.
        minutes: how long it takes.
        exercise: None for a break and for spare time.
    """

    kind: str
    minutes: int
    exercise: Exercise | None = None

    @property
    def label(self) -> str:
        """What a break or spare time is called, before it is translated."""
        return LABELS[self.kind]


@dataclass(frozen=True)
class Row:
    """A line of a plan: a step of an exercise, or with no step a break or spare time.

    Attributes:
        begin: the minute at which it begins.
        minutes: how long it takes.
        item: the part that it belongs to.
        step: of the part's exercise.
    """

    begin: int
    minutes: int
    item: Item
    step: Step | None = None


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
    left_out: tuple[tuple[Exercise, Reason], ...]

    def rows(self) -> list[Row]:
        rows, begin = [], 0
        for item in self.items:
            steps = item.exercise.front.steps if item.exercise else (None,)
            for step in steps:
                rows.append(Row(begin, step.minutes if step else item.minutes, item, step))
                begin += rows[-1].minutes
        return rows


def clock(start: time, minute: int) -> time:
    """The time of day so many minutes after a start; past midnight it begins again at 00:00."""
    return (datetime.combine(date.min, start) + timedelta(minutes=minute)).time()


def make_plan(exercises: Iterable[Exercise], wishes: Wishes) -> Plan:
    """Fill the time with an opening, exercises that fit, breaks and a closing.

    The same wishes always make the same plan. It takes the exercises that leave the least time over;
    among those, the fewest; among those, the first in the order of their file names.

    Raises:
        PlanError: when nothing fits.
    """
    check_wishes(wishes)
    looked_at = look_at(exercises, wishes)
    unfit = {each.name: reason for each in looked_at if (reason := why_not(each, wishes))}
    fitting = [each for each in looked_at if each.name not in unfit]
    mains = [each for each in fitting if each.front.part == "main"]
    if not any(is_own(each, wishes) for each in mains):
        raise nothing_fits(looked_at, unfit, wishes)
    opening = framing(fitting, "opening", wishes)
    closing = framing(fitting, "closing", wishes)
    frame = sum(each.minutes for each in (*opening, *closing))
    chosen, pauses = choose(mains, wishes.minutes - frame, wishes)
    if not chosen:
        raise too_short(mains, frame, wishes)
    middle = with_breaks(in_order(chosen), pauses)
    spare = wishes.minutes - frame - sum(item.minutes for item in middle)
    items = [*parts(opening), *middle, *([Item("spare", spare)] if spare else []), *parts(closing)]
    return Plan(wishes, tuple(items), tuple(left_out(looked_at, items, unfit, chosen)))


def check_wishes(wishes: Wishes) -> None:
    if not 1 <= wishes.minutes <= LONGEST:
        raise PlanError("minutes", minutes=wishes.minutes, longest=LONGEST)
    if wishes.group < 1:
        raise PlanError("group", group=wishes.group)
    if wishes.format not in FORMATS:
        raise PlanError("format", format=wishes.format, known=", ".join(FORMATS))
    if wishes.max_depth not in DEPTHS:
        raise PlanError("depth", depth=wishes.max_depth)


def look_at(exercises: Iterable[Exercise], wishes: Wishes) -> list[Exercise]:
    """The exercises of the module, and those of any."""
    found = [each for each in exercises if each.front.module == ANY_MODULE or is_own(each, wishes)]
    if not any(is_own(each, wishes) for each in found):
        raise PlanError("module", module=wishes.module)
    return found


def is_own(exercise: Exercise, wishes: Wishes) -> bool:
    """Whether an exercise is of what the session is about."""
    return exercise.front.module != ANY_MODULE if wishes.module == MIXED else exercise.front.module == wishes.module


def why_not(exercise: Exercise, wishes: Wishes) -> Reason | None:
    """The first reason why an exercise does not suit the group, if there is one."""
    front = exercise.front
    if wishes.group < front.group.min:
        return Reason("group-too-small", front.group.min)
    if wishes.group > front.group.max:
        return Reason("group-too-large", front.group.max)
    if wishes.format not in front.formats:
        return Reason("format", wishes.format)
    if front.depth > wishes.max_depth:
        return Reason("depth", front.depth)
    return None


def nothing_fits(looked_at: list[Exercise], unfit: dict[str, Reason], wishes: Wishes) -> PlanError:
    mains = [each for each in looked_at if each.front.part == "main" and each.name in unfit]
    return PlanError("nothing-fits", module=wishes.module, unfit=[(each, unfit[each.name]) for each in mains])


def framing(fitting: list[Exercise], part: str, wishes: Wishes) -> list[Exercise]:
    """The opening or closing: the longest where it takes a fair share of the time, else the shortest.

    The longest opening is the one with the agreements, for which even an hour has room.
    """
    found = sorted((each for each in fitting if each.front.part == part), key=lambda each: each.minutes)
    if found and found[-1].minutes <= wishes.minutes * FAIR_SHARE[part]:
        return found[-1:]
    return found[:1]


def choose(mains: list[Exercise], room: int, wishes: Wishes) -> tuple[list[Exercise], int]:
    """The exercises that fill the room best, and how many breaks stand between them."""
    choices = Choices(
        [each.minutes for each in mains],
        own=[is_own(each, wishes) for each in mains],
        deep=[each.front.depth == DEEP for each in mains],
        room=room,
    )
    for pauses in range(breaks_wanted(wishes), -1, -1):
        chosen = choices.best(room - pauses * BREAK)
        if len(chosen) > pauses:
            return [mains[place] for place in chosen], pauses
    return [], 0


def breaks_wanted(wishes: Wishes) -> int:
    wanted = wishes.minutes > LONGEST_WITHOUT_BREAK if wishes.breaks is None else wishes.breaks
    return max(1, (wishes.minutes - 1) // (STRETCH + BREAK)) if wanted else 0


def in_order(chosen: list[Exercise]) -> list[Exercise]:
    """From light to deep, and one of the lightest last when the deepest would be."""
    ordered = sorted(chosen, key=lambda each: each.front.depth)
    if ordered[-1].front.depth == DEEP:
        ordered.append(ordered.pop(1))
    return ordered


def parts(exercises: Iterable[Exercise]) -> Iterator[Item]:
    return (Item("exercise", each.minutes, each) for each in exercises)


def with_breaks(exercises: list[Exercise], pauses: int) -> list[Item]:
    """Put breaks between exercises, so that the stretches are as even as exercises allow."""
    items = list(parts(exercises))
    total = sum(item.minutes for item in items)
    placed, gone, given = items[:1], items[0].minutes, 0
    for place, item in enumerate(items[1:], start=1):
        due = total * (given + 1) / (pauses + 1)
        last_chance = len(items) - place <= pauses - given
        if given < pauses and (last_chance or gone + item.minutes / 2 >= due):
            placed.append(Item("break", BREAK))
            given += 1
        placed.append(item)
        gone += item.minutes
    return placed


def too_short(mains: list[Exercise], frame: int, wishes: Wishes) -> PlanError:
    shortest = min(each.minutes for each in mains if is_own(each, wishes))
    numbers = {"minutes": wishes.minutes, "frame": frame, "shortest": shortest, "needed": frame + shortest}
    return PlanError("too-short", module=wishes.module, **numbers)


def left_out(
    looked_at: list[Exercise], items: list[Item], unfit: dict[str, Reason], chosen: list[Exercise]
) -> Iterator[tuple[Exercise, Reason]]:
    """What is not in the plan, each with the reason."""
    used = {item.exercise.name for item in items if item.exercise}
    for each in looked_at:
        if each.name not in used:
            yield each, unfit.get(each.name) or other_choice(each, chosen)


def other_choice(exercise: Exercise, chosen: list[Exercise]) -> Reason:
    """Why an exercise that suits the group is not in."""
    if exercise.front.part != "main":
        return Reason(exercise.front.part)
    if exercise.front.depth == DEEP and len(chosen) < 3:
        return Reason("nothing-lighter")
    return Reason("no-time")


def ready_made(exercises: list[Exercise], module: str, minutes: int) -> Plan:
    """The plan of a module that stands ready for a length.

    Raises:
        PlanError: when nothing fits.
    """
    return make_plan(exercises, Wishes(minutes, TYPICAL_GROUP, module))
