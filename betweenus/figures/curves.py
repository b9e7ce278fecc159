"""Hills and points over time."""

import numpy as np
from matplotlib import rc_context
from matplotlib.figure import Figure

from betweenus.figures.style import COLOUR, FIRST, RC, SECOND, WIDTH, bare
from betweenus.figures.svg import INK
from betweenus.project.words import Words


def overlapping_hills(
    words: Words, panels: dict[str, float], names: tuple[str, str], unit: str, height: float
) -> Figure:
    """Two normal curves of equal width a panel, as far apart as the panel says.

    Args:
        words: of the project.
        panels: the distance between the two averages in standard deviations, by the panel's heading.
        names: what the left and the right hill stand for.
        unit: the axis label; a second line tells the sample.
        height: in inches.
    """
    with rc_context(RC):
        figure = Figure(figsize=(WIDTH, height), layout="constrained")
        places = np.linspace(-3.4, 3.4, 137)
        for axes, (heading, distance) in zip(figure.subplots(len(panels), sharex=True), panels.items(), strict=True):
            left, right = -distance / 2, distance / 2
            for middle, fill, layer in ((left, FIRST, 1), (right, SECOND, 2)):
                axes.fill_between(places, np.exp(-((places - middle) ** 2) / 2), linewidth=1.8, zorder=layer, **fill)
            axes.plot([left, left, right, right], [1.04, 1.1, 1.1, 1.04], color=INK, linewidth=1)
            axes.text(0, 1.15, words("%(distance)s standard deviations apart", distance=f"{distance:.2f}"), ha="center")
            axes.text(left - 1.35, 0.62, names[0], ha="right")
            axes.text(right + 1.35, 0.62, names[1], ha="left")
            axes.set_title(heading, loc="left", fontsize=RC["font.size"], fontweight="bold")
            axes.set_xlim(-3.4, 3.4)
            axes.set_ylim(0, 1.34)
            axes.set_yticks([])
            axes.set_xticks([])
            bare(axes)
        axes.set_xlabel(unit)
        figure.get_layout_engine().set(hspace=0.08)
        return figure


def points_over_time(times: list[float], percents: list[float], unit: str, upright: str, height: float) -> Figure:
    """Points from 0 to 100 percent at their true distance in time; thin lines join them.

    Args:
        times: when, counted from 0.
        percents: one a time.
        unit: the label of the time; a second line tells the sample.
        upright: the label of the percents, set over the axis.
        height: in inches.
    """
    with rc_context(RC):
        figure = Figure(figsize=(WIDTH, height), layout="constrained")
        axes = figure.subplots()
        axes.plot(times, percents, color=SECOND["edgecolor"], linewidth=1, linestyle=(0, (2, 2)))
        axes.plot(times, percents, "o", color=COLOUR, markersize=9)
        for time, percent in zip(times, percents, strict=True):
            axes.text(time + max(times) * 0.025, percent - 3, f"{percent:.0f}", va="top")
        axes.set_title(upright, loc="left", fontsize=RC["font.size"])
        axes.set_xlim(0, max(times) * 1.08)
        axes.set_ylim(0, 104)
        axes.set_yticks(range(0, 101, 20))
        axes.set_xticks([0, *times])
        axes.set_xlabel(unit)
        axes.spines[["top", "right"]].set_visible(False)
        return figure
