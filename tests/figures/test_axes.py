"""An axis shows the whole of what it measures, so that small things look small."""

from tests.figures.test_figures import every_figure, in_the_project  # noqa: F401


@every_figure
def test_an_axis_of_percents_or_correlations_is_whole(draw):
    for axes in draw().figure.axes:
        low, high = axes.get_xlim()
        unit = axes.get_xlabel()
        if unit.startswith("Percent"):
            assert low <= 0 and high >= 100, f"{unit!r} runs from {low} to {high}"
        if unit.startswith("Correlation"):
            assert low <= 0 and high >= 1, f"{unit!r} runs from {low} to {high}"
