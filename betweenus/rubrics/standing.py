"""How a page stands against an instrument: every mark with what earns it, the scores, and how far raters agree."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product

from betweenus.project import Project, of_project
from betweenus.rubrics.counting import RULES
from betweenus.rubrics.instrument import Instrument, Item, instruments_of, units_of
from betweenus.rubrics.marks import Rater, raters_of
from betweenus.rubrics.material import Material, material_of
from betweenus.rubrics.unit import NOT_APPLICABLE, Mark, Unit


@dataclass(frozen=True)
class Shown:
    """A mark as it is shown.

    Attributes:
        by: who gave it; empty where a program counted, or where it is the same for all.
        mark: the mark.
        quote: words that earn it.
        because: what was counted, or what a person said beside the words.
    """

    by: str
    mark: Mark
    quote: str = ""
    because: str = ""


@dataclass(frozen=True)
class Marking:
    """What one rater gave to one unit, or what a program did where nobody marks by hand.

    Attributes:
        by: what the rater is called.
        marks: for every item of the instrument, counted ones too.
        old: the day of the marking, if words have changed since.
    """

    by: str
    marks: dict[int, Mark]
    old: date | None = None


@dataclass(frozen=True)
class Standing:
    """A unit against an instrument.

    Attributes:
        unit: what was marked.
        items: each item with its marks.
        markings: one a rater, or that of the program alone.
    """

    unit: Unit
    items: list[tuple[Item, list[Shown]]]
    markings: list[Marking]


@dataclass(frozen=True)
class Agreement:
    """How far two raters agree on the items that they marked by hand.

    Attributes:
        pairs: how many items both marked, in the words that stand there now.
        equal: how many got the same mark.
        kappa: chance-corrected, weighted by distance where there are more than two marks; none where it isn't defined.
    """

    pairs: int
    equal: int
    kappa: float | None

    @property
    def percent(self) -> float:
        return 100 * self.equal / self.pairs


@of_project
def standings_of(project: Project) -> dict[str, list[Standing]]:
    """Everything that each instrument is held against, by the instrument's name."""
    return {
        name: [standing_of(project, instrument, unit) for unit in units_of(project)[name].values()]
        for name, instrument in instruments_of(project).items()
    }


def standing_of(project: Project, instrument: Instrument, unit: Unit) -> Standing:
    material = material_of(project, unit)
    fixed = {item.id: shown for item in instrument.items for shown in without_hands(project, material, item)}
    markings = list(markings_of(project, instrument, unit, {number: shown.mark for number, shown in fixed.items()}))
    items = [
        (item, [fixed[item.id]] if item.id in fixed else list(by_hand(project, instrument, unit, item)))
        for item in instrument.items
    ]
    return Standing(unit, items, markings)


def without_hands(project: Project, material: Material, item: Item) -> Iterator[Shown]:
    if item.always:
        yield Shown("", item.always.mark, because=item.always.because)
    elif item.counted:
        finding = RULES[item.counted.rule].find(project, material, item.counted)
        yield Shown("", finding.mark, because=finding.counted)


def by_hand(project: Project, instrument: Instrument, unit: Unit, item: Item) -> Iterator[Shown]:
    for rater in raters_of(project):
        if marked := rater.of(instrument.name, unit.name):
            given = marked.items[item.id]
            yield Shown(rater.rater, given.mark, given.quote or "", given.because or "")


def markings_of(project: Project, instrument: Instrument, unit: Unit, fixed: dict[int, Mark]) -> Iterator[Marking]:
    if not instrument.by_hand:
        yield Marking("", fixed)
        return
    for rater in raters_of(project):
        if marked := rater.of(instrument.name, unit.name):
            given = {number: each.mark for number, each in marked.items.items()}
            yield Marking(rater.rater, fixed | given, None if marked.digest == unit.digest(project) else marked.date)


def scores_of(instrument: Instrument, marking: Marking) -> dict[str, float | None]:
    """The score of each part, and of all under an empty name; none where nothing applies."""
    return {
        part: score(instrument, [marking.marks[number] for number in ids]) for part, ids in instrument.scored.items()
    }


def score(instrument: Instrument, marks: list[Mark]) -> float | None:
    applying = [mark for mark in marks if mark != NOT_APPLICABLE]
    if not applying:
        return None
    mean = sum(applying) / len(applying)
    return 100 * mean / max(instrument.marks) if instrument.score == "share" else mean


def agreement(project: Project, instrument: Instrument) -> Agreement | None:
    """How far the first two raters agree; nothing where there are no two."""
    raters = raters_of(project)[:2]
    pairs = [
        pair
        for unit in units_of(project)[instrument.name].values()
        for pair in pairs_of(project, instrument, unit, raters)
    ]
    if len(raters) < 2 or not pairs:
        return None
    return Agreement(len(pairs), sum(a == b for a, b in pairs), kappa(instrument.marks, pairs))


def pairs_of(project: Project, instrument: Instrument, unit: Unit, raters: list[Rater]) -> list[tuple[Mark, Mark]]:
    """The marks of two raters for the same items of the same words."""
    marked = [rater.of(instrument.name, unit.name) for rater in raters]
    if not all(each and each.digest == unit.digest(project) for each in marked):
        return []
    return [tuple(each.items[item.id].mark for each in marked) for item in instrument.by_hand]


def kappa(marks: tuple[int, ...], pairs: list[tuple[Mark, Mark]]) -> float | None:
    """Cohen's kappa, with linear weights; of two marks it is the plain one."""
    span = max(marks) - min(marks)

    def distance(one: Mark, other: Mark) -> float:
        if NOT_APPLICABLE in (one, other):
            return float(one != other)
        return abs(one - other) / span

    seen = sum(distance(*pair) for pair in pairs) / len(pairs)
    by_chance = sum(distance(one, other) for (one, _), (_, other) in product(pairs, pairs)) / len(pairs) ** 2
    return 1 - seen / by_chance if by_chance else None


def old_marks(project: Project) -> Iterator[str]:
    """A sentence for each rater with marks of words that have changed since. It stops nothing."""
    for rater in raters_of(project):
        changed = {
            marked.unit: None
            for marked in rater.marks
            if marked.digest != units_of(project)[marked.instrument][marked.unit].digest(project)
        }
        if changed:
            yield f"seeds/rubrics: {rater.rater}: words have changed since they were marked: {', '.join(changed)}."
