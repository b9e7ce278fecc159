"""Figures of the module on communication."""

from betweenus.figures.chart import Chart
from betweenus.figures.data import read_data
from betweenus.figures.plots import Axis, BarChart, ForestPanel, ForestPlot, bars, intervals
from betweenus.project import Project

CORRELATION = "Correlation r (0 no link, 1 perfect link)"


def sexual_communication_and_function(project: Project) -> Chart:
    """How closely talking about sex goes with areas of sexual life."""
    data = read_data(project, "sexual-communication-and-function")
    axis = Axis(f"{CORRELATION}\n{data.sample}", 0, 1)
    return Chart(
        data,
        BarChart(bars(data, "correlation", data.column("area")), axis),
        title="How closely talking about sex goes with areas of sexual life",
        alternative=(
            "Seven bars on an axis from 0, no link, to 1, a perfect link. Overall it is 0.35. Each single "
            "area is lower: orgasm 0.23, arousal 0.21, erection 0.19, lubrication 0.17, desire 0.16, and "
            "less pain 0.12."
        ),
        caption=(
            "People who talk about sex with their partner tend to report fewer difficulties, but in each "
            "single area the link is small."
        ),
    )


def sexual_communication_by_sample(project: Project) -> Chart:
    """How much that link differs from one group of studies to another."""
    data = read_data(project, "sexual-communication-by-sample")
    rows = bars(
        data, "correlation", data.column("studies of"), headings={0: "Who was asked", 3: "Where the studies were done"}
    )
    axis = Axis(f"{CORRELATION}\n{data.sample}", 0, 1)
    return Chart(
        data,
        BarChart(rows, axis),
        title="Talking about sex and sexual life as a whole: the link is not the same everywhere",
        alternative=(
            "Five bars on an axis from 0 to 1. Among married people the link is 0.47, in mixed groups "
            "0.31, among dating people 0.11. In studies from outside the US it is 0.39, in studies from "
            "the US 0.12."
        ),
        caption=(
            "The link between talking about sex and sexual life differs a lot from one group of studies "
            "to another, so no one number fits everybody."
        ),
    )


def guessing_a_partners_feelings(project: Project) -> Chart:
    """How closely guessing a partner's feelings right goes with satisfaction."""
    data = read_data(project, "guessing-a-partners-feelings")
    rows = bars(
        data,
        "correlation",
        data.column("feelings"),
        labels=[*data.column("correlation")[:2], f"{data.column('correlation')[2]}, could be chance"],
    )
    axis = Axis(f"{CORRELATION}\n{data.sample}", 0, 1)
    return Chart(
        data,
        BarChart(rows, axis),
        title="How closely guessing a partner’s feelings goes with satisfaction",
        alternative=(
            "Three short bars on an axis from 0, no link, to 1, a perfect link: 0.134 for all feelings, "
            "0.171 for unpleasant feelings, and 0.068 for pleasant feelings, which could be chance."
        ),
        caption=(
            "People who guess their partner’s feelings right tend to be only a little more satisfied. "
            "Nobody needs to be a mind reader."
        ),
    )


def caring_with_and_without_forgetting_oneself(project: Project) -> Chart:
    """How closely caring for another goes with well-being, by whose well-being it is."""
    data = read_data(project, "caring-and-forgetting-oneself")
    rows = bars(
        data,
        "highest",
        ["for the one\nwho cares", "for the other\nperson", "own needs\nkept in view", "own needs\nforgotten"],
        labels=[
            f"{low} to {high}" if high else "no link found"
            for low, high in zip(data.column("lowest"), data.column("highest"), strict=True)
        ],
        starts="lowest",
        headings={0: "How good the relationship is", 2: "How well the one who cares is"},
    )
    axis = Axis(f"{CORRELATION}\n{data.sample}", 0, 1)
    return Chart(
        data,
        BarChart(rows, axis),
        title="Caring for another person, with and without forgetting oneself",
        alternative=(
            "Bars that reach from the lowest to the highest link found, on an axis from 0 to 1. With how "
            "good the relationship is the link is 0.11 to 0.44 for the one who cares and 0.11 to 0.15 for "
            "the other person. With how well the one who cares is, it is 0.12 to 0.16 if own needs are "
            "kept in view. If own needs are forgotten, no link was found."
        ),
        caption=(
            "Caring for somebody goes with better relationships. It goes with the carer’s own well-being "
            "only where the carer’s needs count too."
        ),
    )


def courses_and_treatments(project: Project) -> Chart:
    """What courses for couples and treatments of sexual difficulties changed."""
    data = read_data(project, "courses-and-treatments")
    names = [f"{row['what']}\n{row['sample']}" for row in data.rows]
    rows = intervals(data, "effect", names, missing="no gain, some harm")
    axis = Axis("Difference in standard deviations (0 none)", 0, 1)
    groups = data.column("group")
    panels = [
        ForestPanel([row for row, its_group in zip(rows, groups, strict=True) if its_group == group], axis, group)
        for group in dict.fromkeys(groups)
    ]
    return Chart(
        data,
        ForestPlot(panels),
        title="What courses for couples and treatments of sexual difficulties changed",
        alternative=(
            "Rows on an axis from 0, no difference, to 1. Courses for couples: 0.10 for couples on low "
            "incomes; 0.30 to 0.36 for how good the relationship is; 0.43 to 0.45 for how couples talk; "
            "online, for couples on low incomes, 0.24 to 0.34 for sexual intimacy and 0.46 over five "
            "outcomes; no gain from Building Strong Families. Treatment of sexual difficulties: 0.47 "
            "(0.27 to 0.70) for satisfaction with sex, 0.58 (0.40 to 0.77) for the difficulty itself; "
            "online 0.59 (0.28 to 0.90) for women’s and 0.18 (0.02 to 0.34) for men’s sexual function."
        ),
        caption=(
            "Learning and treatment helped somewhat, mostly compared with waiting. Lines are 95% "
            "confidence intervals, hatched bars reach over several results, and open dots came without an "
            "interval. Not every course helped: Building Strong Families, with over 4,000 couples in the "
            "US, brought no gain and did a little harm to some outcomes."
        ),
    )
