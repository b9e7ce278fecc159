"""Shows bars, intervals, dots and units as rows of the page's own words, each with its mark.

A filled dot with a line has an interval, an open dot is a number that came without one, and a hatched bar reaches over
several results.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from betweenus.figures.colours import ON_A_PAGE, SECOND
from betweenus.figures.marks import bar_mark, dot_mark, interval_mark, unit_mark
from betweenus.figures.plots import (
    Axis,
    BarChart,
    DotPlot,
    ForestPanel,
    ForestPlot,
    GroupedBarChart,
    Interval,
    Plot,
    UnitChart,
    number,
)
from betweenus.project.words import Words

# How many letters fit beside a bar.
SHORT_NAME, SHORT_NUMBER = 20, 8
# And on one line of a phone.
A_LINE = 36


@dataclass(frozen=True)
class Row:
    """A name, its number as it is said, and its mark, where there is one.

    Attributes:
        more: a second line of the name, such as the sample.
    """

    name: str
    said: str = ""
    mark: Markup | str = ""
    more: str = ""


@dataclass(frozen=True)
class Group:
    """Rows under a heading, if there is one, perhaps with marks of their own."""

    rows: Sequence[Row]
    heading: str = ""


@dataclass(frozen=True)
class Panel:
    """Groups of rows on one axis.

    Attributes:
        groups: the first one on top.
        axis: under them; only its label if it has no ticks.
        signs: whether marks stand before the names, as in a list.
    """

    groups: Sequence[Group]
    axis: Axis
    signs: bool = False

    @property
    def short(self) -> bool:
        """Whether the numbers stand beside the names, however long these are."""
        return all(len(row.said) <= SHORT_NUMBER for group in self.groups for row in group.rows)

    @property
    def beside(self) -> bool:
        """Whether names and numbers are so short that they stand beside the marks where there is room."""
        rows = [row for group in self.groups for row in group.rows]
        return self.short and all(row.said and len(row.name) <= SHORT_NAME and not row.more for row in rows)

    @property
    def below(self) -> bool:
        """Whether a number would often not fit beside its name on a phone, so that all stand below theirs there."""
        rows = [row for group in self.groups for row in group.rows]
        return not self.short and any(len(row.name) + len(row.said) > A_LINE for row in rows)

    def ticks(self, words: Words) -> list[tuple[float, str, str]]:
        """The numbers below the axis: place, how it is aligned, as written."""
        return [
            (place, aligned(place), words.decimals(number(tick, "{:g}")))
            for tick in self.axis.numbers
            for place in [self.axis.percent(tick)]
        ]

    @property
    def bands(self) -> list[tuple[float, str]]:
        """The names of the axis's parts, with their places."""
        return [(self.axis.percent((band.low + band.high) / 2), band.name) for band in self.axis.bands]


def aligned(place: float) -> str:
    """So that words at an end of the axis stay within it."""
    return "start" if place < 3 else "end" if place > 97 else "middle"


def panels_of(plot: Plot, words: Words, hatch: str) -> list[Panel]:
    """The rows of a plot.

    Args:
        plot: of a kind in `SHOWN_BY`.
        words: in whose language its numbers are said.
        hatch: the id of the page's hatching.
    """
    return list(SHOWN_BY[type(plot)](plot, words, hatch))


def rows_html(panels: Sequence[Panel], words: Words, hatch: str) -> Markup:
    """Panels one below the other."""
    second = ON_A_PAGE[SECOND]
    return words.render("figures/rows.html", panels=panels, words=words, hatch=hatch, second=second)


def bar_panels(chart: BarChart, words: Words, hatch: str) -> Iterator[Panel]:
    groups: list[Group] = []
    for bar in chart.bars:
        mark = bar_mark(chart.axis, bar.start, bar.value, bar.second, hatch)
        row = Row(one_line(bar.name), one_line(bar.label), mark)
        if bar.heading or not groups:
            groups.append(Group([], bar.heading))
        groups[-1].rows.append(row)
    yield Panel(groups, chart.axis)


def grouped_panels(chart: GroupedBarChart, words: Words, hatch: str) -> Iterator[Panel]:
    groups = []
    for group, *values in zip(chart.groups, *chart.series.values(), strict=True):
        rows = [
            Row(name, number(value, chart.form), bar_mark(chart.axis, 0, value, bool(place), hatch))
            for place, (name, value) in enumerate(zip(chart.series, values, strict=True))
        ]
        groups.append(Group(rows, one_line(group)))
    yield Panel(groups, chart.axis)


def forest_panels(plot: ForestPlot, words: Words, hatch: str) -> Iterator[Panel]:
    """The label of an axis that the next panel has, too, stands below that one."""
    next_axes = [*(panel.axis for panel in plot.panels[1:]), None]
    for panel, next_axis in zip(plot.panels, next_axes, strict=True):
        rows = [interval_row(row, panel, plot.form, words, hatch) for row in panel.rows]
        axis = replace(panel.axis, label="") if panel.axis == next_axis else panel.axis
        yield Panel([Group(rows, panel.heading)], axis)


def interval_row(row: Interval, panel: ForestPanel, form: str, words: Words, hatch: str) -> Row:
    name, _, more = row.name.partition("\n")
    return Row(name, row.said(words, form), interval_mark(panel.axis, row, hatch), one_line(more))


def dot_panels(plot: DotPlot, words: Words, hatch: str) -> Iterator[Panel]:
    groups = [
        Group([Row(said, mark=dot_mark(plot.axis, group.marker, value)) for value, said in group.dots], group.heading)
        for group in plot.groups
    ]
    yield Panel(groups, plot.axis, signs=not plot.axis.numbers)


def unit_panels(chart: UnitChart, words: Words, hatch: str) -> Iterator[Panel]:
    rows = [Row(units.words, mark=unit_mark(units.marker, units.count, chart.abreast)) for units in chart.groups]
    yield Panel([Group(rows)], Axis(chart.note, 0, 1, ticks=()))


def one_line(text: str) -> str:
    return text.replace("\n", " ")


SHOWN_BY = {
    BarChart: bar_panels,
    GroupedBarChart: grouped_panels,
    ForestPlot: forest_panels,
    DotPlot: dot_panels,
    UnitChart: unit_panels,
}
