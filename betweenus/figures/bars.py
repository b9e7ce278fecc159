"""Horizontal bars from zero, each with its number beside it."""

from collections.abc import Sequence
from math import isnan
from textwrap import fill as wrap

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.transforms import blended_transform_factory

from betweenus.figures.style import FIRST, RC, SECOND, WIDTH, bare


def single_bars(
    groups: list[str],
    values: list[float],
    limit: float,
    unit: str,
    height: float,
    labels: list[str],
    starts: list[float] | None = None,
    headings: dict[int, str] | None = None,
    lighter: tuple[int, ...] = (),
) -> Figure:
    """One horizontal bar a group, on an axis from 0 to `limit`.

    Args:
        groups: what each bar is about, first one on top.
        values: where each bar ends; not-a-number where there is nothing to draw.
        limit: the end of the axis.
        unit: the axis label; a second line tells the sample.
        height: in inches.
        labels: what stands beside each bar.
        starts: where each bar begins, if it shows a range; 0 by default.
        headings: what stands above some of the bars, by the bar's place.
        lighter: the places of the bars that have the second fill.
    """
    starts, headings = starts or [0] * len(values), headings or {}
    places = [index + 0.85 * sum(index >= first for first in headings) for index in range(len(groups))]
    with rc_context(RC):
        figure = Figure(figsize=(WIDTH, height), layout="constrained")
        axes = figure.subplots()
        for index, (place, start, value, label) in enumerate(zip(places, starts, values, labels, strict=True)):
            end = 0 if isnan(value) else value
            if end:
                fill = SECOND if index in lighter else FIRST
                axes.barh(place, end - start, left=start, height=0.62, linewidth=1.2, **fill)
            axes.text(end + limit * 0.02, place, label, va="center")
        from_the_left = blended_transform_factory(figure.transFigure, axes.transData)
        for index, heading in headings.items():
            line = axes.text(0.01, places[index] - 0.72, heading, transform=from_the_left, va="center", weight="bold")
            line.set_in_layout(False)
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


def finish(axes: Axes, places: Sequence[float], groups: list[str], limit: float, unit: str) -> None:
    axes.set_yticks(places, [wrapped(group) for group in groups])
    axes.set_ylim(places[-1] + 0.5, -0.5)
    axes.set_xlim(0, limit)
    axes.set_xlabel(unit)
    bare(axes)


def wrapped(text: str) -> str:
    """A label in short lines; lines that are set already stay."""
    return text if "\n" in text else wrap(text, 18)
