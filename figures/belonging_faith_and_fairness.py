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


def faith_and_health_of_lgb_people(project: Project) -> Chart:
    """How closely faith goes with health, in lesbian, gay and bisexual people."""
    data = read_data(project, "faith-and-health-of-lgb-people")
    rows = bars(data, "correlation", data.column("what"), headings={1: "Lesbian, gay and bisexual people"}, second=(0,))
    axis = Axis("Correlation r with health\n(0 no link, 1 perfect link)", 0, 1)
    return Chart(
        data,
        BarChart(rows, axis),
        title="Faith and health go together weakly",
        alternative=(
            "Five short bars on an axis from 0, no link, to 1, a perfect link. For people in general it is "
            "0.15. For lesbian, gay and bisexual people it is 0.05 all together, 0.14 for spirituality, 0.10 "
            "for belief, and 0.01 among people met in LGB places, such as bars."
        ),
        caption=(
            "On average faith and health go together a little, in lesbian, gay and bisexual people less than in "
            "others. The average mixes welcome and rejection."
        ),
    )
