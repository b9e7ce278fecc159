"""What can be guessed of others' answers from what a match shows: exactly, by going through every case."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from math import prod
from typing import NamedTuple

# One in three: see `Match` for why.
SET_ASIDE = Fraction(1, 3)
# What somebody thinks beforehand: that another chooses a thing is as likely as not.
EVEN = Fraction(1, 2)


class Case(NamedTuple):
    """One way in which the others answer one thing, and in which the lots for it fall.

    Attributes:
        chosen: by each of the others, whether they chose it.
        shown: whether someone who chose it too is ever shown it.
        weight: how likely the case is.
    """

    chosen: tuple[bool, ...]
    shown: bool
    weight: Fraction


def cases(people: int, looks: int, expected: Fraction) -> Iterator[Case]:
    """Every case there is for a thing that one person chose.

    Args:
        people: how many take part, that one included.
        looks: how often the page is loaded anew and all give the same answers; each time new lots are drawn.
        expected: how likely that one thinks it beforehand that another chooses it.
    """
    for chosen, in_play in product(product((True, False), repeat=people - 1), product((True, False), repeat=looks)):
        weights = [expected if yes else 1 - expected for yes in chosen]
        weights += [1 - SET_ASIDE if lot else SET_ASIDE for lot in in_play]
        yield Case(chosen, all(chosen) and any(in_play), prod(weights))


def sure_of_no(people: int = 2, looks: int = 1, expected: Fraction = EVEN) -> Fraction:
    """How likely it is that a certain other person did not choose what is not shown to someone who did."""
    hidden = [case for case in cases(people, looks, expected) if not case.shown]
    return sum(case.weight for case in hidden if not case.chosen[0]) / sum(case.weight for case in hidden)


def learnt_by_choosing_all(looks: int = 1) -> Fraction:
    """How much of what the other of two people chose is shown to someone who chooses everything."""
    chosen = [case for case in cases(2, looks, EVEN) if case.chosen[0]]
    return sum(case.weight for case in chosen if case.shown) / sum(case.weight for case in chosen)


def picture(things: int) -> dict[str, int]:
    """How many of so many things that one of two people chose are shown, set aside, and not chosen by the other."""
    counted = {"shown": EVEN * (1 - SET_ASIDE), "aside": EVEN * SET_ASIDE, "no": 1 - EVEN}
    return {"things": things, **{kind: int(things * share) for kind, share in counted.items()}}


def in_hundred(share: Fraction) -> int:
    """So many in a hundred, and a hundred only where it is certain."""
    return 100 if share == 1 else min(99, round(100 * share))
