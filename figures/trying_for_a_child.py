"""Figures of the page on trying for a child."""

from betweenus.figures.chart import Chart
from betweenus.figures.data import read_data
from betweenus.figures.plots import Axis, BarChart, bars
from betweenus.project import Project


def a_year_after_a_miscarriage(project: Project) -> Chart:
    """How close women felt to their partner, and in sex, a year after a miscarriage."""
    data = read_data(project, "a-year-after-a-miscarriage")
    rows = bars(data, "percent", data.column("answer"), headings={0: "The two as a couple", 3: "Sex"})
    axis = Axis(f"Percent of women, one year later\n{data.sample}", 0, 100)
    return Chart(
        data,
        BarChart(rows, axis),
        title="A year after a miscarriage: closer, as before, or more distant",
        alternative=(
            "Two groups of three bars. As a couple 23 percent of the women felt closer to their partner than before, "
            "44 percent as before and 32 percent more distant. In sex 6 percent felt closer, 55 percent as before "
            "and 39 percent more distant."
        ),
        caption=(
            "After a miscarriage some women felt closer to their partner, more felt further away, and the largest "
            "group as before. In sex, few felt closer. There is no one way that it goes."
        ),
    )
