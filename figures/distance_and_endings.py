"""Figures of the page on distance and endings."""

from betweenus.figures.chart import Chart
from betweenus.figures.data import read_data
from betweenus.figures.plots import Axis, BarChart, bars
from betweenus.project import Project


def what_would_be_missed(project: Project) -> Chart:
    """How many women expect to miss sex after a partner's death, and how many would speak of it."""
    data = read_data(project, "what-would-be-missed")
    rows = bars(
        data,
        "percent",
        ["Expect to miss it", "Would want to bring it up", "Would not occur to them"],
        headings={0: "Sex with the partner, if the partner died first", 2: "Bringing it up with a widowed friend"},
    )
    axis = Axis("Percent\n104 women of 55 and over, United States", 0, 100)
    return Chart(
        data,
        BarChart(rows, axis),
        title="Missed by many, and seldom spoken of",
        alternative=(
            "Three bars. Of the women asked, 72 percent expect to miss sex with their partner if the partner died "
            "first, and 67 percent would want to bring it up. For 57 percent it would not come to mind to bring it "
            "up with a widowed friend."
        ),
        caption=(
            "Most would want to speak of it, and most would not think of starting with a friend. A friend’s "
            "first sentence may be welcome. These women imagined a loss."
        ),
    )


def what_single_people_look_for(project: Project) -> Chart:
    """What single adults are looking for."""
    data = read_data(project, "what-single-people-look-for")
    axis = Axis("Percent of single adults\nUnited States, July 2022", 0, 100)
    return Chart(
        data,
        BarChart(bars(data, "percent", data.column("what")), axis),
        title="What single adults are looking for",
        alternative=(
            "Four bars. Of single adults, 57 percent are looking neither for a relationship nor for dates, 22 "
            "percent for either, 13 percent only for a relationship, and 7 percent only for dates."
        ),
        caption=(
            "More than half of the single adults weren’t looking for anyone. Not looking can be a choice, a "
            "pause or a loss of heart; the figures don’t say."
        ),
    )
