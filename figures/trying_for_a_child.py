"""Figures of the page on trying for a child."""

from betweenus.figures.bars import single_bars
from betweenus.figures.chart import Chart
from betweenus.figures.data import read_data
from betweenus.project import Project


def a_year_after_a_miscarriage(project: Project) -> Chart:
    """How close women felt to their partner, and in sex, a year after a miscarriage."""
    data = read_data(project, "a-year-after-a-miscarriage")
    figure = single_bars(
        data.column("answer"),
        data.numbers("percent"),
        limit=100,
        unit=f"Percent of women, one year later\n{data.sample}",
        height=4.6,
        labels=data.column("percent"),
        headings={0: "The two as a couple", 3: "Sex"},
    )
    return Chart(
        name="a-year-after-a-miscarriage",
        figure=figure,
        data=data,
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
