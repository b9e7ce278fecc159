"""Charts of units: one mark is one person or one study."""

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from betweenus.figures.style import RC, WIDTH, marks


def units(groups: list[tuple[str, int, str]], a_row: int, height: float, note: str) -> Figure:
    """Marks in rows, one a unit, under the name of their group.

    Args:
        groups: the words above the marks, how many there are, and the marker; a filled one as in "v", an
            open one as in "v open".
        a_row: how many marks stand side by side.
        height: in inches.
        note: what one mark is, and the sample; it stands below.
    """
    with rc_context(RC):
        figure = Figure(figsize=(WIDTH, height), layout="constrained")
        axes = figure.subplots()
        top = 0.0
        for words, count, marker in groups:
            axes.text(-0.5, top, words, va="center")
            draw_marks(axes, count, marker, a_row, top + 1)
            top += 1.6 + -(-count // a_row)
        finish(axes, a_row, top - 0.6, note)
        return figure


def draw_marks(axes: Axes, count: int, marker: str, a_row: int, top: float) -> None:
    shape, _, form = marker.partition(" ")
    axes.plot(
        [index % a_row for index in range(count)],
        [top + index // a_row for index in range(count)],
        linestyle="none",
        marker=shape,
        **marks(filled=form != "open", size=11) | {"markeredgewidth": 1.5},
    )


def finish(axes: Axes, a_row: int, bottom: float, note: str) -> None:
    axes.set_xlim(-0.7, a_row - 0.3)
    axes.set_ylim(bottom, -0.6)
    axes.set_xlabel(note, loc="left")
    axes.set_xticks([])
    axes.set_yticks([])
    axes.spines[:].set_visible(False)
