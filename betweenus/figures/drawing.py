"""Draws with matplotlib what is no rows of words: once for a narrow and once for a wide place, so that its words are
never much smaller or larger than the page's."""

from markupsafe import Markup
from matplotlib import rc_context
from matplotlib.figure import Figure

from betweenus.figures import curves, plots, sketches
from betweenus.figures.style import NARROW, RC, WIDE
from betweenus.figures.svg import labelled_svg
from betweenus.project.words import Words

# Each draws its kind of plot into a figure, and gives it the height that this needs.
DRAWN_BY = {
    plots.TimePlot: curves.draw_time_plot,
    plots.SlopePlot: curves.draw_slope_plot,
    plots.DensityPlot: curves.draw_density_plot,
    plots.PlateauSketch: sketches.draw_plateau_sketch,
}


def drawn(plot: plots.Plot, words: Words, width: float) -> Figure:
    """The plot as a figure of the course's look, its own words in the project's language."""
    with rc_context(RC):
        figure = Figure(layout="constrained")
        figure.set_figwidth(width)
        DRAWN_BY[type(plot)](figure, plot, words)
        return figure


def drawings(plot: plots.Plot, name: str, title: str, alternative: str, words: Words) -> Markup:
    """The plot for narrow and for wide places, of which the style sheet shows one; without it, the narrow one shows."""
    narrow = labelled_svg(drawn(plot, words, NARROW), name, title, alternative, words)
    wide = labelled_svg(drawn(plot, words, WIDE), f"{name}-wide", title, alternative, words, wide=True)
    return narrow + wide
