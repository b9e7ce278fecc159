"""An axis shows the whole of what it measures, so that small things look small."""


def test_an_axis_of_percents_or_correlations_is_whole(drawing):
    for axes in drawing.chart.figure.axes:
        low, high = axes.get_xlim()
        unit = axes.get_xlabel()
        if unit.startswith("Percent"):
            assert low <= 0 and high >= 100, f"{unit!r} runs from {low} to {high}"
        if unit.startswith("Correlation"):
            assert low <= 0 and high >= 1, f"{unit!r} runs from {low} to {high}"
