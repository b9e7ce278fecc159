"""Figures of the page on belonging, faith and fairness."""

from betweenus.figures.chart import Chart
from betweenus.figures.data import read_data
from betweenus.figures.plots import Axis, BarChart, bars
from betweenus.project import Project


def trans_people_on_closeness(project: Project) -> Chart:
    """How many trans people are in a relationship, and how many are satisfied with love and sex."""
    data = read_data(project, "trans-people-on-closeness")
    axis = Axis(f"Percent of people asked\n{data.sample}", 0, 100)
    return Chart(
        data,
        BarChart(bars(data, "percent", data.column("what")), axis),
        title="Trans people in Australia on closeness",
        alternative=(
            "Three bars. Of the trans people asked, 56.9 percent were in a relationship, 47.1 percent were satisfied "
            "with the romantic side of their lives, and 32.4 percent with the sexual side."
        ),
        caption=(
            "Fewer were satisfied with love and sex than were in a relationship. The survey asked nobody who isn’t "
            "trans, so the bars can’t say whether that is unusual."
        ),
    )
