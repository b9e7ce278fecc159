"""One look for all figures.

The two fills differ in lightness and in hatching, so they stay apart in grey and for colour-blind
readers; both have a contrast of 3:1 or more on the light and on the dark page.
"""

from matplotlib.axes import Axes
from matplotlib.font_manager import fontManager

from betweenus.figures.plots import Axis
from betweenus.figures.svg import INK
from betweenus.fonts import FOLDER, SANS

COLOUR = "#b26084"
FIRST = {"facecolor": COLOUR, "edgecolor": COLOUR}
SECOND = {"facecolor": "none", "edgecolor": "#4f8f92", "hatch": "////"}
# In inches:
WIDTH = 5.0  # at 72 units an inch this is a phone's width, so text keeps its size there
LINE = 0.17  # of text

for file in FOLDER.glob("*.ttf"):
    fontManager.addfont(file)

# The page's own font, so that matplotlib leaves as much room for words as they take there.
RC = {
    "font.family": [SANS, "DejaVu Sans"],
    "font.size": 11,
    "text.color": INK,
    "axes.labelcolor": INK,
    "axes.edgecolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "hatch.linewidth": 1.2,
}


def marks(filled: bool, size: float = 9) -> dict:
    """The look of single marks, filled or open."""
    face = COLOUR if filled else "none"
    return {"markersize": size, "markerfacecolor": face, "markeredgecolor": COLOUR, "markeredgewidth": 2}


def head(axes: Axes, heading: str) -> None:
    axes.set_title(heading, loc="left", fontsize=RC["font.size"], fontweight="bold")


def set_axis(axes: Axes, axis: Axis) -> None:
    """Set the horizontal axis: its ends, numbers and label, which stands at the left if there are no numbers."""
    if axis.logarithmic:
        axes.set_xscale("log")
        axes.set_xticks([], minor=True)
    axes.set_xlim(axis.low, axis.high)
    if axis.ticks is not None:
        axes.set_xticks(axis.ticks, [f"{tick:g}" for tick in axis.ticks])
    axes.set_xlabel(axis.label, loc="left" if axis.ticks == () else "center")
    axes.spines["bottom"].set_visible(axis.ticks != ())


def height_below(axis: Axis) -> float:
    """How many inches the numbers and the label of an axis take."""
    numbers = 0 if axis.ticks == () else 0.25
    return numbers + 0.15 + LINE * lines(axis.label) if axis.label else numbers


def lines(text: str) -> int:
    return text.count("\n") + 1


def extent(axes: Axes) -> float:
    """How long the vertical axis is, in its own units."""
    bottom, top = axes.get_ylim()
    return bottom - top


def zero_line(axes: Axes, value: float, top: float, bottom: float) -> None:
    """An upright line where nothing differs."""
    axes.plot([value, value], [top, bottom], color=INK, linewidth=1)


def bare(axes: Axes) -> None:
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.tick_params(left=False)
