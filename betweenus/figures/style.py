"""One look for all figures.

The two fills differ in lightness and in hatching, so they stay apart in grey and for colour-blind
readers; both have a contrast of 3:1 or more on the light and on the dark page.
"""

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from betweenus.figures.svg import INK

FIRST = {"facecolor": "#a8577a", "edgecolor": "#a8577a"}
SECOND = {"facecolor": "none", "edgecolor": "#4f8f92", "hatch": "////"}
WIDTH = 5.0  # inches; at 72 units an inch this is a phone's width, so text keeps its size there

RC = {
    "font.size": 11,
    "text.color": INK,
    "axes.labelcolor": INK,
    "axes.edgecolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "hatch.linewidth": 1.2,
}


def paired_bars(
    groups: list[str], pairs: dict[str, list[float]], limit: float, unit: str, height: float, label: str
) -> Figure:
    """Two horizontal bars a group, each with its number, from 0 to `limit`.

    Args:
        groups: what each pair of bars is about, first one on top.
        pairs: two series by name, one value a group; the names stand on the first pair's bars.
        limit: the end of the axis.
        unit: the axis label.
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
        axes.set_yticks(range(len(groups)), groups)
        axes.invert_yaxis()
        axes.set_xlim(0, limit)
        axes.set_xlabel(unit)
        bare(axes)
        return figure


def bare(axes: Axes) -> None:
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.tick_params(left=False)
