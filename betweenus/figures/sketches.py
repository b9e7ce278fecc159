"""Draws which way things go where no numbers are known; each sketch says on its face that it is one."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from betweenus.figures.colours import FIRST, INK
from betweenus.figures.plots import PlateauSketch
from betweenus.figures.style import abreast, head, marks
from betweenus.project.words import Words

ARROWS = {1: "^", 0: "_", -1: "v"}


def draw_plateau_sketch(figure: Figure, sketch: PlateauSketch, words: Words) -> None:
    columns = abreast(figure)
    line, signs = figure.subplots(2 // columns, columns)
    draw_plateau(line, sketch)
    line.text(1.15, 0.4, words("(a sketch,\nno scale)"))
    draw_arrows(signs, sketch)
    signs.text(0.04, 0.02, words("(only which way,\nnot how far)"))
    for axes in (line, signs):
        axes.set(ylim=(0, 1), yticks=[])
    figure.set_figheight(4.3 * 2 / columns)


def draw_plateau(axes: Axes, sketch: PlateauSketch) -> None:
    head(axes, sketch.left)
    axes.plot([0, 1, 2.2], [0.15, 0.75, 0.75], color=FIRST, linewidth=4, solid_capstyle="round")
    axes.plot([1, 1], [0, 0.72], color=INK, linewidth=1, linestyle=(0, (2, 3)))
    axes.text(0.06, 0.93, sketch.upward, va="top")
    axes.set_xlim(0, 2.3)
    axes.set_xticks([1], [sketch.kink])
    axes.set_xlabel(sketch.across, labelpad=8)
    axes.spines[["top", "right"]].set_visible(False)


def draw_arrows(axes: Axes, sketch: PlateauSketch) -> None:
    head(axes, sketch.right)
    for place, (what, way) in enumerate(sketch.arrows.items()):
        axes.plot(0.08, 0.92 - place * 0.2, ARROWS[way], **marks(filled=True))
        axes.text(0.2, 0.92 - place * 0.2, what, va="center")
    axes.set(xlim=(0, 1), xticks=[])
    axes.spines[:].set_visible(False)
