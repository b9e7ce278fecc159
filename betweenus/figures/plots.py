"""What a figure shows, in words and numbers: rows, values, axes. How it looks is up to whoever draws it. Where a
number is not known it is not-a-number.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, isnan, log, log10, nan

from betweenus.figures.data import Data
from betweenus.project.words import Words


def number(value: float, form: str) -> str:
    """A number in a format such as "{:.2f}", with a true minus sign."""
    return form.format(value).replace("-", "−")


@dataclass(frozen=True)
class Band:
    """A part of an axis with a name of its own, such as *small*; a single place if it ends where it begins."""

    low: float
    high: float
    name: str


@dataclass(frozen=True)
class Axis:
    """What is measured, and from where to where.

    Attributes:
        label: the unit; a second line tells the sample.
        low: where it begins.
        high: where it ends.
        ticks: the places with a number, if not those that suit its length.
        logarithmic: whether each step multiplies.
        bands: parts of it with a name.
    """

    label: str
    low: float
    high: float
    ticks: Sequence[float] | None = None
    logarithmic: bool = False
    bands: tuple[Band, ...] = ()

    @property
    def neutral(self) -> float:
        """The value that means no difference."""
        return 1 if self.logarithmic else 0

    @property
    def length(self) -> float:
        return self.high - self.low

    def percent(self, value: float) -> float:
        """How far from the left a value stands, of 100."""
        low, high = self.low, self.high
        if self.logarithmic:
            low, high, value = log(low), log(high), log(value)
        return round(100 * (value - low) / (high - low), 2)

    @property
    def numbers(self) -> Sequence[float]:
        """The places with a number: its own ticks, or a few round ones."""
        if self.ticks is not None:
            return self.ticks
        power = 10 ** floor(log10(self.length / 6.5))
        step = next(power * times for times in (1, 2, 5, 10) if self.length / (power * times) < 6.5)
        return [round(step * count, 6) for count in range(ceil(self.low / step), floor(self.high / step) + 1)]


@dataclass(frozen=True)
class Bar:
    """A bar with what stands beside it.

    Attributes:
        name: what it is about.
        value: where it ends.
        label: what stands beside it.
        start: where it begins, if it shows a range.
        heading: what stands above it, if a group begins here.
        second: whether it has the second fill.
    """

    name: str
    value: float
    label: str
    start: float = 0
    heading: str = ""
    second: bool = False


def bars(
    data: Data,
    values: str,
    names: Sequence[str],
    labels: Sequence[str] | None = None,
    starts: str | None = None,
    headings: dict[int, str] | None = None,
    second: tuple[int, ...] = (),
) -> list[Bar]:
    """A bar for each row of the data.

    Args:
        data: the rows.
        values: the column that says where the bars end.
        names: what each bar is about.
        labels: what stands beside each; its value as written, by default.
        starts: the column that says where they begin, if they show ranges.
        headings: what stands above some of them, by the bar's place.
        second: the places of those with the second fill.

    Raises:
        SourceError: naming the line of a value that is no number.
    """
    columns = (
        names,
        data.numbers(values),
        labels or data.column(values),
        data.numbers(starts) if starts else [0] * len(names),
    )
    return [
        Bar(*row, heading=(headings or {}).get(place, ""), second=place in second)
        for place, row in enumerate(zip(*columns, strict=True))
    ]


@dataclass(frozen=True)
class BarChart:
    """Horizontal bars, each with its number beside it, the first one on top."""

    bars: Sequence[Bar]
    axis: Axis


@dataclass(frozen=True)
class GroupedBarChart:
    """Two horizontal bars a group, each with its number; they may go both ways from zero.

    Attributes:
        groups: what each pair of bars is about, first one on top.
        series: two series by name, one value a group; the names stand on the first pair's bars.
        axis: of both.
        form: a format for the numbers, such as "{:.2f}".
    """

    groups: Sequence[str]
    series: dict[str, Sequence[float]]
    axis: Axis
    form: str = "{:g}"


@dataclass(frozen=True)
class Interval:
    """A name, a number if there is one, and its interval if there is one.

    An interval without a number reaches over several results.
    """

    name: str
    value: float = nan
    low: float = nan
    high: float = nan
    note: str = ""

    def said(self, words: Words, form: str) -> str:
        """Its numbers and note, such as *0.36 (0.22 to 0.50)*."""
        value, low, high = (number(each, form) for each in (self.value, self.low, self.high))
        if isnan(self.low):
            numbers = "" if isnan(self.value) else value
        elif isnan(self.value):
            numbers = words("%(low)s to %(high)s", low=low, high=high)
        else:
            numbers = words("%(value)s (%(low)s to %(high)s)", value=value, low=low, high=high)
        return ", ".join(filter(None, (numbers, self.note)))


def intervals(data: Data, values: str, names: Sequence[str], missing: str = "") -> list[Interval]:
    """An interval for each row of the data, from its columns `low` and `high`.

    Args:
        data: the rows.
        values: the column of the numbers between.
        names: what each is about.
        missing: what is said of a row without any number.

    Raises:
        SourceError: naming the line of a value that is no number.
    """
    columns = (data.numbers(name) for name in (values, "low", "high"))
    return [
        Interval(name, *numbers, note=missing if all(map(isnan, numbers)) else "")
        for name, *numbers in zip(names, *columns, strict=True)
    ]


@dataclass(frozen=True)
class ForestPanel:
    """Intervals on an axis, the first one on top, with a heading if there are several panels."""

    rows: Sequence[Interval]
    axis: Axis
    heading: str = ""


@dataclass(frozen=True)
class ForestPlot:
    """Dots with their intervals, and a line where nothing differs.

    Attributes:
        panels: one below the other.
        form: a format for the numbers; "{}" writes each with the decimals it has.
    """

    panels: Sequence[ForestPanel]
    form: str = "{:.2f}"


@dataclass(frozen=True)
class Marker:
    """A mark: its shape as matplotlib names them, filled or open, and its size in points."""

    shape: str
    filled: bool = True
    size: float = 9


@dataclass(frozen=True)
class DotGroup:
    """Dots of one marker under a heading: each with its value, and the words beside it."""

    heading: str
    marker: Marker
    dots: Sequence[tuple[float, str]]


@dataclass(frozen=True)
class DotPlot:
    """Groups of marks, one a line. On an axis without ticks, marks without a value are a list."""

    groups: Sequence[DotGroup]
    axis: Axis


@dataclass(frozen=True)
class Units:
    """Marks of one group, one a person or study: the words above them, how many, and which."""

    words: str
    count: int
    marker: Marker = Marker("s")


@dataclass(frozen=True)
class UnitChart:
    """Marks in rows, one a unit, under the name of their group.

    Attributes:
        groups: the first one on top.
        abreast: how many marks stand side by side.
        note: what one mark is, and the sample; it stands below.
    """

    groups: Sequence[Units]
    abreast: int
    note: str


@dataclass(frozen=True)
class TimePlot:
    """Points from 0 to 100 percent at their true distance in time.

    Attributes:
        times: when, counted from 0.
        percents: one a time.
        label: of the time; a second line tells the sample.
        upright: the label of the percents.
    """

    times: Sequence[float]
    percents: Sequence[float]
    label: str
    upright: str


@dataclass(frozen=True)
class Slope:
    """Two or more levels after each other on a scale of their own.

    Attributes:
        heading: whose they are.
        levels: from the first to the last, as written.
        ends: the names of the first and the last one.
        unit: of the levels.
        note: stands below the line.
    """

    heading: str
    levels: Sequence[str]
    ends: tuple[str, str]
    unit: str
    note: str


@dataclass(frozen=True)
class SlopePlot:
    """Slopes in panels, each on its own scale."""

    panels: Sequence[Slope]


@dataclass(frozen=True)
class DensityPlot:
    """Two normal curves of equal width a panel, as far apart as the panel says.

    Attributes:
        panels: the distance between the two averages in standard deviations, by the panel's heading.
        names: what the left and the right hill stand for.
        label: of the axis; a second line tells the sample.
    """

    panels: dict[str, float]
    names: tuple[str, str]
    label: str


@dataclass(frozen=True)
class PlateauSketch:
    """A line that climbs and then runs level, and beside it what went up or down; a sketch, no scale.

    Attributes:
        left: the heading of the line; its last line tells the sample.
        right: the heading of the arrows; its last line tells the sample.
        kink: where the line stops climbing.
        across: what grows to the right.
        upward: what grows upward.
        arrows: 1 up, 0 level, -1 down, by what went there.
    """

    left: str
    right: str
    kink: str
    across: str
    upward: str
    arrows: dict[str, int]


Plot = (
    BarChart | GroupedBarChart | ForestPlot | DotPlot | UnitChart | TimePlot | SlopePlot | DensityPlot | PlateauSketch
)


def axes_of(plot: Plot) -> list[Axis]:
    """What a plot measures from where to where, if it says so."""
    match plot:
        case ForestPlot(panels=panels):
            return [panel.axis for panel in panels]
        case BarChart() | GroupedBarChart() | DotPlot():
            return [plot.axis]
    return []
