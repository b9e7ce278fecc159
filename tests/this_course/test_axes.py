"""An axis shows the whole of what it measures, so that small things look small."""

from betweenus.figures.plots import axes_of


def test_an_axis_of_percents_or_correlations_is_whole(drawing):
    for axis in axes_of(drawing.chart.plot):
        if axis.label.startswith("Percent"):
            assert axis.low <= 0 and axis.high >= 100, f"{axis.label!r} runs from {axis.low} to {axis.high}"
        if axis.label.startswith("Correlation"):
            assert axis.low <= 0 and axis.high >= 1, f"{axis.label!r} runs from {axis.low} to {axis.high}"
