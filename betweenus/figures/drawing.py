"""Draws a plot with matplotlib."""

from matplotlib import rc_context
from matplotlib.figure import Figure

from betweenus.figures import bars, curves, intervals, plots, sketches, units
from betweenus.figures.style import RC, WIDTH
from betweenus.project.words import Words

# Each draws its kind of plot into a figure, and gives it the height that this needs.
DRAWN_BY = {
    plots.BarChart: bars.draw_bar_chart,
    plots.GroupedBarChart: bars.draw_grouped_bar_chart,
    plots.ForestPlot: intervals.draw_forest_plot,
    plots.DotPlot: intervals.draw_dot_plot,
    plots.UnitChart: units.draw_unit_chart,
    plots.TimePlot: curves.draw_time_plot,
    plots.SlopePlot: curves.draw_slope_plot,
    plots.DensityPlot: curves.draw_density_plot,
    plots.PlateauSketch: sketches.draw_plateau_sketch,
}


def drawn(plot: plots.Plot, words: Words) -> Figure:
    """The plot as a figure of the course's look, its own words in the project's language."""
    with rc_context(RC):
        figure = Figure(layout="constrained")
        figure.set_figwidth(WIDTH)
        DRAWN_BY[type(plot)](figure, plot, words)
        return figure
