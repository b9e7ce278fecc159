"""The shapes that everything is drawn with, as SVG with attributes only: no style, no ids, so that one drawing can
stand on a page as often as it likes, under the page's policy."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import acos, atan2, cos, hypot, pi, radians, sin, sqrt

Point = tuple[float, float]
# In which direction the second circle is hatched.
SLANT = radians(-45)


def number(value: float) -> str:
    """A length to a hundredth."""
    return f"{round(value, 2) + 0:g}"


def point(place: Point) -> str:
    return " ".join(map(number, place))


@dataclass(frozen=True)
class Circle:
    """A circle, and what is drawn in it."""

    x: float
    y: float
    r: float

    def at(self, angle: float) -> Point:
        return self.x + self.r * cos(angle), self.y + self.r * sin(angle)

    def drawn(self, look: str, line: float = 0) -> str:
        """The circle, filled or as a line.

        Args:
            look: the class that says what colour it has.
            line: how wide its line is; without, it is filled.
        """
        place = f'cx="{number(self.x)}" cy="{number(self.y)}" r="{number(self.r)}"'
        return f'<circle class="{look}"{width(line)} {place}/>'

    def hatched(self, look: str, step: float, line: float, slant: float = SLANT) -> str:
        """Lines that end at the circle: each is a chord of it."""
        along, across = (cos(slant), sin(slant)), (-sin(slant), cos(slant))
        count = int((self.r - step / 2) / step)
        chords = []
        for turn in range(-count, count + 1):
            away = turn * step
            half = sqrt(self.r**2 - away**2)
            middle = (self.x + away * across[0], self.y + away * across[1])
            ends = [(middle[0] + way * half * along[0], middle[1] + way * half * along[1]) for way in (-1, 1)]
            chords.append("M" + "L".join(map(point, ends)))
        return path(look, "".join(chords), line)

    def dots(self, look: str, count: int, size: float) -> str:
        """Dots on its line: dashes of no length, with round ends."""
        place = f'cx="{number(self.x)}" cy="{number(self.y)}" r="{number(self.r)}"'
        return f'<circle class="{look}"{dotted(size, 2 * pi * self.r / count)} {place}/>'

    def places(self, count: int) -> Iterator[Point]:
        for turn in range(count):
            yield self.at(2 * pi * turn / count - pi / 2)

    def overlap(self, other: "Circle", look: str) -> str:
        """What lies in both circles."""
        apart = hypot(other.x - self.x, other.y - self.y)
        towards = atan2(other.y - self.y, other.x - self.x)
        half = acos((apart**2 + self.r**2 - other.r**2) / (2 * apart * self.r))
        first, last = self.at(towards - half), self.at(towards + half)
        return path(look, f"M{point(first)}{arc(self.r, last)}{arc(other.r, first)}Z")


def arc(radius: float, end: Point, large: bool = False) -> str:
    """The part of a path that turns to the right around a circle."""
    return f"A{number(radius)} {number(radius)} 0 {int(large)} 1 {point(end)}"


def path(look: str, steps: str, line: float = 0) -> str:
    return f'<path class="{look}"{width(line)} d="{steps}"/>'


def width(line: float) -> str:
    return f' stroke-width="{number(line)}"' if line else ""


def dotted(size: float, apart: float) -> str:
    return f'{width(2 * size)} stroke-linecap="round" stroke-dasharray="0 {number(apart)}"'
