"""Drawings of which way things go where no numbers are known; each says on its face that it is a sketch."""

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from betweenus.figures.style import COLOUR, RC, WIDTH
from betweenus.figures.svg import INK
from betweenus.project.words import Words

ARROWS = {1: "▲", 0: "=", -1: "▼"}


def plateau_beside_arrows(
    words: Words, left: str, right: str, kink: str, across: str, upward: str, arrows: dict[str, int], height: float
) -> Figure:
    """A line that climbs and then runs level, and beside it what went up or down.

    Args:
        words: of the project.
        left: the heading of the line; its last line tells the sample.
        right: the heading of the arrows; its last line tells the sample.
        kink: where the line stops climbing.
        across: what grows to the right.
        upward: what grows upward.
        arrows: 1 up, 0 level, -1 down, by what went there.
        height: in inches.
    """
    with rc_context(RC):
        figure = Figure(figsize=(WIDTH, height), layout="constrained")
        line, signs = figure.subplots(1, 2)
        head(line, left)
        line.text(1.15, 0.4, words("(a sketch,\nno scale)"))
        line.plot([0, 1, 2.2], [0.15, 0.75, 0.75], color=COLOUR, linewidth=4, solid_capstyle="round")
        line.plot([1, 1], [0, 0.72], color=INK, linewidth=1, linestyle=(0, (2, 3)))
        line.text(0.02, 0.93, upward, va="top")
        line.set_xlim(0, 2.3)
        line.set_xticks([1], [kink])
        line.set_xlabel(across, labelpad=8)
        line.spines[["top", "right"]].set_visible(False)
        head(signs, right)
        signs.text(0.04, 0.02, words("(only which way,\nnot how far)"))
        for place, (what, way) in enumerate(arrows.items()):
            signs.text(0.04, 0.915 - place * 0.2, ARROWS[way], va="center", color=COLOUR, fontsize=14)
            signs.text(0.2, 0.92 - place * 0.2, what, va="center")
        signs.set_xticks([])
        signs.spines[:].set_visible(False)
        for axes in (line, signs):
            axes.set_ylim(0, 1)
            axes.set_yticks([])
        return figure


def head(axes: Axes, heading: str) -> None:
    axes.set_title(heading, loc="left", fontsize=RC["font.size"], fontweight="bold")
