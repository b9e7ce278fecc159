"""Draws horizontal bars, each with its number beside it."""

from collections.abc import Sequence
from math import isnan
from textwrap import fill as wrap

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.transforms import blended_transform_factory

from betweenus.figures.plots import Axis, Bar, BarChart, GroupedBarChart, number
from betweenus.figures.style import FIRST, LINE, SECOND, bare, extent, height_below, lines, set_axis, zero_line
from betweenus.project.words import Words


def draw_bar_chart(figure: Figure, chart: BarChart, words: Words) -> None:
    axes = figure.subplots()
    from_the_left = blended_transform_factory(figure.transFigure, axes.transData)
    places, below = [], 0.0
    for bar in chart.bars:
        if bar.heading:
            below += 0.85
            line = axes.text(0.01, below - 0.72, bar.heading, transform=from_the_left, va="center", weight="bold")
            line.set_in_layout(False)
        draw_bar(axes, bar, below, chart.axis)
        places.append(below)
        below += 1
    names = [wrapped(bar.name) for bar in chart.bars]
    name_groups(axes, places, names)
    set_axis(axes, chart.axis)
    figure.set_figheight(extent(axes) * max(0.5, height_of(names)) + height_below(chart.axis))


def draw_bar(axes: Axes, bar: Bar, place: float, axis: Axis) -> None:
    """A bar with its label beside it, or above its end where there is no room beside it."""
    end = 0 if isnan(bar.value) else bar.value
    if end:
        fill = SECOND if bar.second else FIRST
        axes.barh(place, end - bar.start, left=bar.start, height=0.62, linewidth=1.2, **fill)
    a_letter = axis.length * 0.03
    margin = axis.length * 0.02
    if end + len(bar.label) * a_letter > axis.high * 1.1 and end > axis.high / 2:
        axes.text(end - margin, place - 0.5, bar.label, va="center", ha="right")
    else:
        axes.text(end + margin, place, bar.label, va="center")


def draw_grouped_bar_chart(figure: Figure, chart: GroupedBarChart, words: Words) -> None:
    """Names stand beside the bars, or above them where bars go both ways."""
    axes = figure.subplots()
    both_ways = chart.axis.low < 0
    step = 1.35 if both_ways else 1
    places = [step * index for index in range(len(chart.groups))]
    for offset, fill, (name, values) in zip((-0.2, 0.2), (FIRST, SECOND), chart.series.items(), strict=True):
        axes.barh([place + offset for place in places], values, height=0.34, linewidth=1.2, **fill)
        for place, value in zip(places, values, strict=True):
            label = number(value, chart.form) + (f"  {name}" if place == 0 else "")
            beside = chart.axis.length * (-0.015 if value < 0 else 0.015)
            axes.text(value + beside, place + offset, label, va="center", ha="right" if value < 0 else "left")
    if both_ways:
        for place, name in zip(places, chart.groups, strict=True):
            axes.text(chart.axis.low, place - 0.62, name, va="center")
            zero_line(axes, 0, place - 0.4, place + 0.42)
    names = [] if both_ways else [wrapped(group) for group in chart.groups]
    name_groups(axes, places, names)
    set_axis(axes, chart.axis)
    figure.set_figheight(extent(axes) * max(0.8, height_of(names)) + height_below(chart.axis))


def name_groups(axes: Axes, places: Sequence[float], names: Sequence[str]) -> None:
    """Set the vertical axis, with the groups' names beside it; without names there is room above the first group."""
    axes.set_yticks(places if names else [], names)
    axes.set_ylim(places[-1] + 0.5, -0.5 if names else -0.85)
    bare(axes)


def height_of(names: Sequence[str]) -> float:
    """How many inches the longest name takes."""
    return max(map(lines, names), default=0) * LINE + 0.1


def wrapped(text: str) -> str:
    """A label in short lines; lines that are set already stay."""
    return text if "\n" in text else wrap(text, 18)
