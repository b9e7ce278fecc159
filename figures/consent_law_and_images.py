"""Figures of the page on consent in law, and pictures."""

from betweenus.figures.chart import Chart
from betweenus.figures.data import read_data
from betweenus.figures.plots import Axis, BarChart, ForestPanel, ForestPlot, bars, intervals
from betweenus.project import Project


def sexting_among_young_adults(project: Project) -> Chart:
    """How many young adults send, receive and pass on sexts."""
    data = read_data(project, "sexting-among-young-adults")
    rows = intervals(data, "percent", data.column("what"))
    axis = Axis(f"Percent\n{data.sample}", 0, 100)
    return Chart(
        data,
        ForestPlot([ForestPanel(rows, axis)], form="{:.1f}"),
        title="How many young adults had sent, received or passed on a sext",
        alternative=(
            "Four dots with intervals, in percent. Sent one: 38.3 (32.0 to 44.6). Received one: 41.5 (31.9 to "
            "51.2). Sent and received with someone: 47.7 (37.6 to 57.8). Passed one on without consent, in 7 "
            "studies: 15.0 (6.9 to 23.2)."
        ),
        caption=(
            "Intimate words and pictures are part of life for many young adults. Passing them on without "
            "asking is less common, and not rare."
        ),
    )


def drinking_and_feeling_able(project: Project) -> Chart:
    """How many people in bars thought that they, or their friend, could consent to sex."""
    data = read_data(project, "drinking-and-feeling-able")
    axis = Axis(f"Percent\n{data.sample}", 0, 100, ticks=range(0, 101, 20))
    return Chart(
        data,
        BarChart(bars(data, "percent", data.column("who")), axis),
        title="Who felt able to consent, after about five drinks",
        alternative=(
            "Two long bars. Of 160 adults in bars 93 percent thought that they could consent to sex, and 87 "
            "percent that their friend could."
        ),
        caption=(
            "After about five drinks nearly all felt able to consent, and those who were more drunk felt no less "
            "able. Feeling able is no measure."
        ),
    )
