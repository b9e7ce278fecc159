"""Dots with their intervals.

The words of a row stand above its dot, from the left edge, so that the dots have the whole width of a
phone. A filled dot with a line has an interval; an open dot is a number that came without one.
"""

from dataclasses import dataclass
from math import isnan, nan

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.transforms import blended_transform_factory

from betweenus.figures.style import COLOUR, RC, WIDTH, marks
from betweenus.figures.svg import INK
from betweenus.project.words import Words


@dataclass(frozen=True)
class Row:
    """One line of a forest: a name, a number if there is one, and its interval if there is one."""

    name: str
    value: float = nan
    low: float = nan
    high: float = nan
    note: str = ""

    def said(self, words: Words, form: str) -> str:
        """Name and numbers, such as *Desire: 0.36 (0.22 to 0.50)*."""
        value, low, high = (number(each, form) for each in (self.value, self.low, self.high))
        numbers = "" if isnan(self.value) else value
        if not isnan(self.low):
            numbers = words("%(value)s (%(low)s to %(high)s)", value=numbers, low=low, high=high).lstrip()
        said = ", ".join(filter(None, (numbers, self.note)))
        return f"{self.name}: {said}" if said else self.name


def number(value: float, form: str) -> str:
    return form.format(value).replace("-", "−")


def forest(
    words: Words, rows: list[Row], limits: tuple[float, float], unit: str, height: float, form: str = "{:.2f}"
) -> Figure:
    """Dots with their intervals, one row a dot, and a line at zero.

    Args:
        words: of the project.
        rows: the first one on top.
        limits: both ends of the axis.
        unit: the axis label; a second line tells the sample.
        height: in inches.
        form: a format for the numbers; "{}" writes each with the decimals it has.
    """
    with rc_context(RC):
        figure = Figure(figsize=(WIDTH, height), layout="constrained")
        draw_rows(words, figure.subplots(), rows, limits, unit, form)
        return figure


def draw_rows(words: Words, axes: Axes, rows: list[Row], limits: tuple[float, float], unit: str, form: str) -> None:
    at_the_left = blended_transform_factory(axes.transAxes, axes.transData)
    for place, row in enumerate(rows):
        axes.text(0, place - 0.42, row.said(words, form), transform=at_the_left, va="center")
        if isnan(row.value):
            continue
        # The line at zero keeps clear of the words.
        axes.plot([0, 0], [place - 0.25, place + 0.4], color=INK, linewidth=1)
        known = not isnan(row.low)
        if known:
            axes.plot([row.low, row.high], [place, place], color=COLOUR, linewidth=2.5, solid_capstyle="butt")
        axes.plot(row.value, place, "o", **marks(filled=known))
    axes.set_xlim(*limits)
    axes.set_ylim(len(rows) - 0.6, -0.75)
    axes.set_xlabel(unit)
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.set_yticks([])
