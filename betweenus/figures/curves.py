"""Draws hills, points over time, and slopes."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from betweenus.figures.colours import FIRST, INK, SECOND
from betweenus.figures.plots import DensityPlot, Slope, SlopePlot, TimePlot
from betweenus.figures.style import FILL, HATCHED, abreast, bare, fitted, head, marks
from betweenus.project.words import Words


def draw_density_plot(figure: Figure, plot: DensityPlot, words: Words) -> None:
    for axes, (heading, distance) in zip(figure.subplots(len(plot.panels)), plot.panels.items(), strict=True):
        draw_hills(axes, distance, plot.names)
        axes.text(0, 1.15, words("%(distance)s standard deviations apart", distance=f"{distance:.2f}"), ha="center")
        head(axes, fitted(figure, heading))
    axes.set_xlabel(fitted(figure, plot.label))
    figure.get_layout_engine().set(hspace=0.08)
    figure.set_figheight(2.5 * len(plot.panels) + 0.8)


def draw_hills(axes: Axes, distance: float, names: tuple[str, str]) -> None:
    left, right = -distance / 2, distance / 2
    places = np.linspace(-3.4, 3.4, 41)  # light to load, and no corner shows
    for middle, fill, layer in ((left, FILL, 1), (right, HATCHED, 2)):
        hill = np.exp(-((places - middle) ** 2) / 2)
        axes.fill([places[0], *places, places[-1]], [0, *hill, 0], linewidth=1.8, zorder=layer, **fill)
    axes.plot([left, left, right, right], [1.04, 1.1, 1.1, 1.04], color=INK, linewidth=1)
    axes.text(left - 1.35, 0.62, names[0], ha="right")
    axes.text(right + 1.35, 0.62, names[1], ha="left")
    axes.set(xlim=(-3.4, 3.4), ylim=(0, 1.34), xticks=[], yticks=[])
    bare(axes)


def draw_time_plot(figure: Figure, plot: TimePlot, words: Words) -> None:
    """Points that thin lines join."""
    axes = figure.subplots()
    axes.plot(plot.times, plot.percents, color=SECOND, linewidth=1, linestyle=(0, (2, 2)))
    axes.plot(plot.times, plot.percents, "o", color=FIRST, markersize=9)
    last = max(plot.times)
    for time, percent in zip(plot.times, plot.percents, strict=True):
        axes.text(time + last * 0.025, percent - 3, f"{percent:.0f}", va="top")
    axes.set_title(fitted(figure, plot.upright), loc="left")
    axes.set(
        xlim=(0, last * 1.08),
        ylim=(0, 104),
        xticks=[0, *plot.times],
        yticks=range(0, 101, 20),
        xlabel=fitted(figure, plot.label),
    )
    axes.spines[["top", "right"]].set_visible(False)
    figure.set_figheight(3.7)


def draw_slope_plot(figure: Figure, plot: SlopePlot, words: Words) -> None:
    columns = abreast(figure)
    rows = len(plot.panels) // columns
    figure.set_figheight(3.4 * rows)
    most = max(slope.heading.count("\n") for slope in plot.panels)
    for axes, slope in zip(figure.subplots(rows, columns).flat, plot.panels, strict=True):
        draw_slope(axes, slope)
        # Those side by side begin on one line.
        below = most - slope.heading.count("\n") if columns > 1 else 0
        axes.set_title(slope.heading + "\n" * below, loc="left")


def draw_slope(axes: Axes, slope: Slope) -> None:
    levels = [float(level) for level in slope.levels]
    places = np.linspace(0, 1, len(levels))
    top = max(levels) * 1.3
    axes.plot(places, levels, "--", color=FIRST, linewidth=1.5)
    axes.plot(places, levels, "o", **marks(filled=False, size=8))
    for place, level, following, written in zip(places, levels, [*levels[1:], 0], slope.levels, strict=True):
        # Above its dot, unless a steep line goes up from there.
        if following - level > top * 0.25:
            axes.text(place - 0.1, level + top * 0.02, written, ha="right")
        else:
            axes.text(place, level + top * 0.07, written, ha="center")
    axes.text(0.5, top * 0.06, slope.note, ha="center")
    axes.set_xticks([0, 1], slope.ends)
    axes.set(xlim=(-0.6, 1.55), ylim=(0, top), ylabel=slope.unit)
    axes.locator_params(axis="y", nbins=4)
    bare(axes)
