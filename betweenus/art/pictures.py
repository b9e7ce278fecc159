"""The artwork: everything is drawn with two circles, one solid, the other's hatched, and a lamp where they overlap.

Each picture is a function of how much wider than on a page it is drawn, so that lines have the same width in pixels
on a card and across a cover.
"""

from collections.abc import Callable
from math import cos, radians, sin

from betweenus.art.shapes import Circle, dotted

WIDE, HIGH = 320, 200
LINE = 1.75  # of the second circle's edge, in pixels
HATCH, STEP = 1.1, 7.5  # of its hatching


def hatched(circle: Circle, unit: float, step: float = STEP) -> str:
    """The other's circle."""
    lines = circle.hatched("art-b-line", step * unit, HATCH * unit)
    return lines + circle.drawn("art-b-line", LINE * unit)


def two(first: Circle, second: Circle, unit: float) -> str:
    return first.drawn("art-a") + first.overlap(second, "art-lamp") + hatched(second, unit)


def overlap(unit: float) -> str:
    """Two circles of one size, with a lamp where they overlap."""
    return two(Circle(116, 100, 88), Circle(204, 100, 88), unit)


def dots(unit: float) -> str:
    """Two times three rings of dots, the inner ones larger: what works in a body, seen from far away."""
    drawn = ""
    for x, look in ((125, "art-a-line"), (195, "art-b-line")):
        for radius, count, size in ((30, 20, 3.4), (56, 34, 2.9), (82, 50, 2.3)):
            drawn += Circle(x, 100, radius).dots(look, count, size)
    return drawn


def ripples(unit: float) -> str:
    """Two sets of ripples that run through each other."""
    drawn = ""
    for x, look in ((115, "art-a"), (205, "art-b")):
        drawn += "".join(Circle(x, 100, radius).drawn(f"{look}-line", LINE * unit) for radius in (28, 46, 64, 82))
        drawn += Circle(x, 100, 16).drawn(look)
    return drawn


def dotted_path(unit: float) -> str:
    """Two unequal circles, apart, with a dotted path from one to the other."""
    way = f'<path class="art-a-line"{dotted(2.2, 9.5)} d="M172 97Q194 78 209 76"/>'
    return Circle(105, 118, 62).drawn("art-a") + way + hatched(Circle(247, 64, 40), unit)


def growth(unit: float) -> str:
    """Two circles with rings of their own, as trees have them: no two bodies alike, and none the same for long."""
    first, second = Circle(112, 108, 82), Circle(218, 92, 74)
    drawn = first.drawn("art-a") + first.overlap(second, "art-lamp")
    for circle, look, leans in ((first, "art-a-line", (215, 240, 190, 225)), (second, "art-b-line", (20, -25, 40, 0))):
        for lean in leans:
            circle = ring_in(circle, 0.74, lean)
            drawn += circle.drawn(look, LINE * unit)
    return drawn + second.drawn("art-b-line", LINE * unit)


def ring_in(circle: Circle, part: float, lean: float) -> Circle:
    """A smaller circle in another, off its middle by an angle in degrees."""
    away = circle.r * (1 - part) * 0.55
    return Circle(circle.x + away * cos(radians(lean)), circle.y + away * sin(radians(lean)), circle.r * part)


def group(unit: float) -> str:
    """A ring of twelve, solid and hatched, around a lamp."""
    drawn = Circle(160, 100, 24).drawn("art-lamp")
    for turn, place in enumerate(Circle(160, 100, 76).places(12)):
        one = Circle(*place, 15)
        drawn += one.drawn("art-a") if turn % 2 == 0 else hatched(one, unit, 4.5)
    return drawn


def own(unit: float) -> str:
    """One circle."""
    return Circle(160, 100, 82).drawn("art-a")


def grades(unit: float) -> str:
    """Four circles, each less full than the one before: how sure one can be."""
    drawn = ""
    for place, part in enumerate((1, 0.72, 0.42, 0)):
        circle = Circle(55 + 70 * place, 100, 30)
        drawn += Circle(circle.x, circle.y, 30 * part).drawn("art-a") if part else ""
        drawn += circle.drawn("art-b-line", LINE * unit)
    return drawn


def cover(unit: float) -> str:
    """Upright, for the cover of a printed edition."""
    return two(Circle(84, 108, 78), Circle(116, 192, 78), unit)


PICTURES: dict[str, Callable[[float], str]] = {
    "overlap": overlap,
    "dots": dots,
    "ripples": ripples,
    "path": dotted_path,
    "growth": growth,
    "group": group,
    "own": own,
    "grades": grades,
    "cover": cover,
}
SIZES = {"cover": (200, 300)}


def pair(apart: float) -> str:
    """Two circles, small: one filled, the other hatched.

    Args:
        apart: how far from each other their middles are, in their radius: 2 where they touch.
    """
    first, second = Circle(22 - 5 * apart, 12, 10), Circle(22 + 5 * apart, 12, 10)
    lamp = first.overlap(second, "art-lamp") if apart < 2 else ""
    return first.drawn("art-a") + lamp + second.hatched("art-b-line", 4, 1.1) + second.drawn("art-b-line", 1.75)


def mark() -> str:
    """Two circles, small: one filled, one hatched, a lamp where they overlap."""
    first, second = Circle(15, 16, 12), Circle(29, 16, 12)
    other = second.hatched("art-b-line", 5, 1.6) + second.drawn("art-b-line", 2)
    return first.drawn("art-a") + first.overlap(second, "art-lamp") + other
