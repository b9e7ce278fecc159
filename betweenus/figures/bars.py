"""Horizontal bars from zero, each with its number beside it."""

from textwrap import fill as wrap

from matplotlib import rc_context
from matplotlib.figure import Figure

from betweenus.figures.style import FIRST, RC, SECOND, WIDTH, bare


def single_bars(
    groups: list[str],
    values: list[float],
    limit: float,
    unit: str,
    height: float,
    labels: list[str],
    headings: dict[int, str] | None = None,
    lighter: tuple[int, ...] = (),
) -> Figure:
    """One horizontal bar a group, from 0 to `limit`.

    Args:
        groups: what each bar is about, first one on top.
        values: one a group.
        limit: the end of the axis.
        unit: the axis label; a second line tells the sample.
        height: in inches.
        labels: what stands beside each bar.
        headings: what stands above some of the bars, by the bar's place.
        lighter: the groups whose bar has the second fill.
    """
    with rc_context(RC):
        figure = Figure(figsize=(WIDTH, height), layout="constrained")
        axes = figure.subplots()
        headings = headings or {}
        places = [index + 0.85 * sum(index >= start for start in headings) for index in range(len(groups))]
        for start, heading in headings.items():
            axes.text(0, places[start] - 0.72, heading, va="center", fontweight="bold")
        for index, (place, value) in enumerate(zip(places, values, strict=True)):
            axes.barh(place, value, height=0.62, linewidth=1.2, **(SECOND if index in lighter else FIRST))
        for place, value, label in zip(places, values, labels, strict=True):
            axes.text(value + limit * 0.02, place, label, va="center")
        finish(axes, places, groups, limit, unit)
        return figure


def paired_bars(
    groups: list[str],
    pairs: dict[str, list[float]],
    limit: float,
    unit: str,
    height: float,
    label: str,
) -> Figure:
    """Two horizontal bars a group, each with its number, from 0 to `limit`.

    Args:
        groups: what each pair of bars is about, first one on top.
        pairs: two series by name, one value a group; the names stand on the first pair's bars.
        limit: the end of the axis.
        unit: the axis label; a second line tells the sample.
        height: in inches.
        label: a format for the numbers, such as "{:.2f}".
    """
    with rc_context(RC):
        figure = Figure(figsize=(WIDTH, height), layout="constrained")
        axes = figure.subplots()
        for offset, fill, (name, values) in zip((-0.2, 0.2), (FIRST, SECOND), pairs.items(), strict=True):
            places = [index + offset for index in range(len(groups))]
            axes.barh(places, values, height=0.34, linewidth=1.2, **fill)
            for index, (place, value) in enumerate(zip(places, values, strict=True)):
                named = f"{label.format(value)}  {name}" if index == 0 else label.format(value)
                axes.text(value + limit * 0.015, place, named, va="center")
        finish(axes, range(len(groups)), groups, limit, unit)
        return figure


def range_bars(
    groups: list[str], ranges: list[tuple[float, float] | None], limit: float, unit: str, height: float, none: str
) -> Figure:
    """One horizontal bar a group that reaches from the lowest to the highest number.

    Args:
        groups: what each bar is about, first one on top.
        ranges: lowest and highest, or None where there is nothing to draw.
        limit: the end of the axis, which begins at 0.
        unit: the axis label; a second line tells the sample.
        height: in inches.
        none: what stands where there is nothing to draw.
    """
    with rc_context(RC):
        figure = Figure(figsize=(WIDTH, height), layout="constrained")
        axes = figure.subplots()
        for place, span in enumerate(ranges):
            low, high = span or (0, 0)
            if span:
                axes.barh(place, high - low, left=low, height=0.5, linewidth=1.2, **FIRST)
            axes.text(high + limit * 0.02, place, f"{low:.2f} to {high:.2f}" if span else none, va="center")
        finish(axes, range(len(groups)), groups, limit, unit)
        axes.axvline(0, linewidth=0.8, color=RC["axes.edgecolor"])
        return figure


def finish(axes, places, groups: list[str], limit: float, unit: str) -> None:
    axes.set_yticks(list(places), [wrapped(group) for group in groups])
    axes.invert_yaxis()
    axes.set_xlim(0, limit)
    axes.set_xlabel(unit)
    bare(axes)


def wrapped(text: str) -> str:
    """A label in short lines, so that the bars keep the room; lines that are set stay."""
    return text if "\n" in text else wrap(text, 18)
