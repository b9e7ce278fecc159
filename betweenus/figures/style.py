"""One look for what matplotlib draws."""

from textwrap import fill

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager

from betweenus.figures.colours import FIRST, INK, SECOND
from betweenus.fonts import FOLDER, SANS

FILL = {"facecolor": FIRST, "edgecolor": FIRST}
HATCHED = {"facecolor": "none", "edgecolor": SECOND, "hatch": "////"}
# In inches, at 72 units each: as many units as a panel has pixels on a phone, and on a page.
NARROW = 4.0
WIDE = 7.25

for file in FOLDER.glob("*.ttf"):
    fontManager.addfont(file)

# The page's own font, so that matplotlib leaves as much room for words as they take there.
RC = {
    "font.family": [SANS, "DejaVu Sans"],
    "font.size": 15,
    "text.color": INK,
    "axes.labelcolor": INK,
    "axes.edgecolor": INK,
    "axes.titlesize": 15,
    "axes.labelsize": 15,
    "xtick.color": INK,
    "ytick.color": INK,
    "xtick.labelsize": 15,
    "ytick.labelsize": 15,
    "hatch.linewidth": 1.2,
}


def marks(filled: bool, size: float = 9) -> dict:
    """The look of single marks, filled or open."""
    face = FIRST if filled else "none"
    return {"markersize": size, "markerfacecolor": face, "markeredgecolor": FIRST, "markeredgewidth": 2}


def abreast(figure: Figure) -> int:
    """How many panels stand side by side."""
    return 1 if figure.get_figwidth() < WIDE else 2


def fitted(figure: Figure, text: str) -> str:
    """A text in lines that are no longer than the figure is wide."""
    letters = int(8.5 * figure.get_figwidth())
    return "\n".join(fill(line, letters) for line in text.split("\n"))


def head(axes: Axes, heading: str) -> None:
    axes.set_title(heading, loc="left", fontweight="bold")


def bare(axes: Axes) -> None:
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.tick_params(left=False)
