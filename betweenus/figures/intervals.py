"""Draws dots with their intervals, and marks in groups.

The words of a row stand above its dot, from the left edge, so that the dots have the whole width of a
phone. A filled dot with a line has an interval, an open dot is a number that came without one, and a
hatched bar reaches over several results.
"""

from dataclasses import replace
from math import isnan

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from betweenus.figures.plots import Axis, Band, DotGroup, DotPlot, ForestPanel, ForestPlot, Interval
from betweenus.figures.style import (
    COLOUR,
    LINE,
    SECOND,
    bare,
    extent,
    head,
    height_below,
    lines,
    marks,
    set_axis,
    zero_line,
)
from betweenus.figures.svg import INK
from betweenus.project.words import Words


def draw_forest_plot(figure: Figure, plot: ForestPlot, words: Words) -> None:
    """Panels after each other; the label of an axis that the next panel has, too, stands below that one."""
    next_axes = [*(panel.axis for panel in plot.panels[1:]), None]
    ratios = [len(panel.rows) + 0.15 for panel in plot.panels]
    panels = figure.subplots(len(plot.panels), height_ratios=ratios, squeeze=False).flat
    height = 0.0
    for axes, panel, next_axis in zip(panels, plot.panels, next_axes, strict=True):
        axis = replace(panel.axis, label="") if panel.axis == next_axis else panel.axis
        draw_panel(axes, panel, axis, plot.form, words)
        a_row = 0.55 + LINE * max(lines(row.name) for row in panel.rows)
        height += extent(axes) * a_row + height_below(axis) + (0.3 if panel.heading else 0)
    figure.set_figheight(height)


def draw_panel(axes: Axes, panel: ForestPanel, axis: Axis, form: str, words: Words) -> None:
    for place, row in enumerate(panel.rows):
        said = row.said(words, form)
        axes.text(0, place - 0.42, said, transform=axes.get_yaxis_transform(), va="center")
        draw_interval(axes, row, place, axis.neutral)
    for shade, band in enumerate(axis.bands):
        draw_band(axes, band, -1.0, 0.07 + 0.09 * shade)
    axes.set_ylim(len(panel.rows) - 0.6, -1.3 if axis.bands else -0.75)
    set_axis(axes, axis)
    axes.set_yticks([])
    bare(axes)
    if panel.heading:
        head(axes, panel.heading)


def draw_interval(axes: Axes, row: Interval, place: float, neutral: float) -> None:
    known = not isnan(row.low)
    if not isnan(row.value):
        # The line where nothing differs keeps clear of the words.
        zero_line(axes, neutral, place - 0.25, place + 0.4)
        if known:
            axes.plot([row.low, row.high], [place, place], color=COLOUR, linewidth=2.5, solid_capstyle="butt")
        axes.plot(row.value, place, "o", **marks(filled=known))
    elif known:
        axes.barh(place + 0.05, row.high - row.low, left=row.low, height=0.22, linewidth=1.2, **SECOND)


def draw_band(axes: Axes, band: Band, top: float, alpha: float) -> None:
    if band.low < band.high:
        axes.axvspan(band.low, band.high, color=INK, alpha=alpha, linewidth=0)
    axes.text((band.low + band.high) / 2, top, band.name, va="center", ha="center")


def draw_dot_plot(figure: Figure, plot: DotPlot, words: Words) -> None:
    axes = figure.subplots()
    place = 0.0
    for group in plot.groups:
        axes.text(plot.axis.low, place, group.heading, va="center", fontweight="bold")
        draw_dots(axes, group, place, plot.axis)
        place += len(group.dots) + 1.4
    axes.set_ylim(place - 0.7, -0.7)
    set_axis(axes, plot.axis)
    axes.set_yticks([])
    bare(axes)
    figure.set_figheight(extent(axes) * 0.36 + height_below(plot.axis))


def draw_dots(axes: Axes, group: DotGroup, above: float, axis: Axis) -> None:
    """One mark a line, with its words on the side where there is more room; without a value at the left."""
    for place, (value, words) in enumerate(group.dots, start=1):
        across = axis.low + axis.length * 0.05 if isnan(value) else value
        late = across > axis.low + axis.length / 2
        axes.plot(across, above + place, group.marker.shape, **marks(group.marker.filled, group.marker.size))
        beside = axis.length * (-0.055 if late else 0.055)
        axes.text(across + beside, above + place, words, va="center", ha="right" if late else "left")
