"""Draws the mark of a row as SVG: as wide as there is room, with places in percents, so that nothing is ever scaled."""

from math import isnan

from markupsafe import Markup

from betweenus.figures.colours import FIRST, ON_A_PAGE, SECOND
from betweenus.figures.plots import Axis, Interval, Marker

A, B = ON_A_PAGE[FIRST], ON_A_PAGE[SECOND]
FILLED = f'fill="{A}"'
OPEN = f'fill="none" stroke="{A}" stroke-width="2"'
# In pixels:
BAR = 14
DOT = 18
UNIT = 22
SHAPES = {
    "o": "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0Z",
    "^": "M0-6.5 6.5 5.5h-13Z",
    "v": "M0 6.5 6.5-5.5h-13Z",
    "D": "M0-7 7 0 0 7-7 0Z",
    "s": "M-6-6h12v12h-12Z",
    "_": "M-6.5 0h13",
}


def bar_mark(axis: Axis, start: float, end: float, second: bool, hatch: str) -> Markup:
    """A bar on its track, or nothing where its end is not known."""
    if isnan(end):
        return Markup()
    track = f'<rect class="chart-track" width="100%" height="{BAR}" fill="currentColor" fill-opacity="0.1"/>'
    zero = upright(axis, axis.low, -1, BAR + 1) if axis.low == start else upright(axis, 0, -3, BAR + 3)
    return strip(BAR, track, block(axis, *sorted((start, end)), 1, BAR - 2, second, hatch), zero)


def interval_mark(axis: Axis, row: Interval, hatch: str) -> Markup:
    """A dot with its interval, or a hatched bar without a dot, before the line where nothing differs."""
    known = not isnan(row.low)
    if isnan(row.value) and not known:
        return Markup()
    drawn = [band(axis, each.low, each.high, shade) for shade, each in enumerate(axis.bands)]
    drawn.append(upright(axis, axis.neutral, -3, DOT + 3))
    if isnan(row.value):
        return strip(DOT, *drawn, block(axis, row.low, row.high, 3, DOT - 6, True, hatch))
    if known:
        low, high = axis.percent(row.low), axis.percent(row.high)
        middle = DOT / 2
        drawn.append(f'<line x1="{low}%" x2="{high}%" y1="{middle}" y2="{middle}" stroke="{A}" stroke-width="3"/>')
    return strip(DOT, *drawn, shape(Marker("o", filled=known), axis.percent(row.value)))


def dot_mark(axis: Axis, marker: Marker, value: float) -> Markup:
    """A mark at its value, or by itself where it has none."""
    if isnan(value):
        return svg("chart-sign", "20", DOT, shape(marker, 50))
    line = f'<line x2="100%" y1="{DOT / 2}" y2="{DOT / 2}" stroke="currentColor" stroke-opacity="0.25"/>'
    return strip(DOT, line, shape(marker, axis.percent(value)))


def unit_mark(marker: Marker, count: int, abreast: int) -> Markup:
    """One mark a unit, side by side and in rows."""
    places = [divmod(index, abreast) for index in range(count)]
    drawn = [shape(marker, round(100 * (place + 0.5) / abreast, 2), UNIT * (row + 0.5)) for row, place in places]
    return strip(UNIT * (places[-1][0] + 1), *drawn)


def strip(height: int, *drawn: str) -> Markup:
    return svg("chart-mark", "100%", height, *drawn)


def svg(kind: str, width: str, height: int, *drawn: str) -> Markup:
    size = f'width="{width}" height="{height}" overflow="visible"'
    return Markup(f'<svg class="{kind}" {size} aria-hidden="true" focusable="false">{"".join(drawn)}</svg>')


def block(axis: Axis, low: float, high: float, top: int, height: int, second: bool, hatch: str) -> str:
    """From a low to a high value, filled, or hatched if it is second."""
    left, width = axis.percent(low), round(axis.percent(high) - axis.percent(low), 2)
    look = f'fill="url(#{hatch})" stroke="{B}" stroke-width="1.5"' if second else FILLED
    return f'<rect x="{left}%" width="{width}%" y="{top}" height="{height}" {look}/>' if width else ""


def band(axis: Axis, low: float, high: float, shade: int) -> str:
    left, right = axis.percent(low), axis.percent(high)
    opacity = round(0.07 + 0.09 * shade, 2)
    look = f'fill="currentColor" fill-opacity="{opacity}"'
    return (
        f'<rect x="{left}%" width="{round(right - left, 2)}%" y="-3" height="{DOT + 6}" {look}/>'
        if left < right
        else ""
    )


def upright(axis: Axis, value: float, top: int, bottom: int) -> str:
    place = axis.percent(value)
    return f'<line x1="{place}%" x2="{place}%" y1="{top}" y2="{bottom}" stroke="currentColor"/>'


def shape(marker: Marker, across: float, down: float = DOT / 2) -> str:
    """A marker around its place; what is open lets the ground through."""
    line = not marker.filled or marker.shape == "_"
    path = f'<path d="{SHAPES[marker.shape]}" {OPEN if line else FILLED}/>'
    return f'<svg x="{across}%" y="{down}" overflow="visible">{path}</svg>'
