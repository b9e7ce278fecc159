"""Which exercises fill a time best. It knows numbers alone: an exercise is its place in a list."""

from collections.abc import Sequence

ENOUGH = 3  # exercises where one goes deep: one before it, and one after it

# What choices have in common that nothing added to them later can tell apart: their minutes, whether one of
# them is of the module, whether one goes deep, and how many they are, of which no more than `ENOUGH` matters.
Kind = tuple[int, bool, bool, int]
# How many exercises, and their places in the list; the smaller of two is the better.
Choice = tuple[int, tuple[int, ...]]


class Choices:
    """The choices that can be made among exercises.

    Of all choices of one kind only the best is kept: the one with the fewest exercises, and among those the
    first in the order of the list. So the work grows with the exercises, and not with their combinations.

    Args:
        minutes: of each exercise.
        own: whether it is of the module; a choice has one at least that is.
        deep: whether it goes deep; a choice has one at most that does, and it stands among lighter ones.
        room: minutes that a choice may take.
    """

    def __init__(self, minutes: Sequence[int], own: Sequence[bool], deep: Sequence[bool], room: int):
        self._room = room
        self._counted = ENOUGH if any(deep) else 0  # where nothing goes deep, no number matters
        self._best: dict[Kind, Choice] = {(0, False, False, 0): (0, ())}
        for place in reversed(range(len(minutes))):
            self._add(place, minutes[place], own[place], deep[place])

    def best(self, room: int) -> tuple[int, ...]:
        """The places of the exercises that leave the least of a room; none when nothing fits."""
        possible = [
            (-minutes, choice)
            for (minutes, own, deep, number), choice in self._best.items()
            if minutes <= room and own and (number >= ENOUGH or not deep)
        ]
        _, (_, places) = min(possible, default=(0, (0, ())))
        return places

    def _add(self, place: int, more: int, is_own: bool, is_deep: bool) -> None:
        """Make each choice also with one more exercise."""
        for (minutes, own, deep, number), (size, places) in list(self._best.items()):
            if minutes + more > self._room or (deep and is_deep):
                continue
            kind = (minutes + more, own or is_own, deep or is_deep, min(number + 1, self._counted))
            choice = (size + 1, (place, *places))
            self._best[kind] = min(choice, self._best.get(kind, choice))
