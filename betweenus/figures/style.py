"""One look for all figures.

The two fills differ in lightness and in hatching, so they stay apart in grey and for colour-blind
readers; both have a contrast of 3:1 or more on the light and on the dark page.
"""

from matplotlib.axes import Axes

from betweenus.figures.svg import INK

COLOUR = "#b26084"
FIRST = {"facecolor": COLOUR, "edgecolor": COLOUR}
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


def marks(filled: bool, size: float = 9) -> dict:
    """The look of single marks, filled or open."""
    face = COLOUR if filled else "none"
    return {"markersize": size, "markerfacecolor": face, "markeredgecolor": COLOUR, "markeredgewidth": 2}


def bare(axes: Axes) -> None:
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.tick_params(left=False)
