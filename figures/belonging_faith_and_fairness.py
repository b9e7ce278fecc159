"""Figures of the page on belonging, faith and fairness."""

from betweenus.figures.bars import single_bars
from betweenus.figures.chart import Chart
from betweenus.figures.data import read_data
from betweenus.figures.intervals import Row, forest
from betweenus.project import Project


def stigma_and_relationships(project: Project) -> Chart:
    """How closely stress from stigma goes with poorer relationships."""
    data = read_data(project, "stigma-and-relationships")
    names = [f"{row['what']}\n{row['sample']}" for row in data.rows]
    links = (data.numbers(name) for name in ("r", "low", "high"))
    figure = forest(
        project.words,
        [Row(*row) for row in zip(names, *links, strict=True)],
        limits=(-1, 1),
        unit="Correlation r with how well the relationship goes\n(0 no link, −1 or 1 perfect link)",
        height=3.0,
        form="{:g}",
    )
    (axes,) = figure.axes
    axes.set_xticks([-1, -0.5, 0, 0.5, 1])
    return Chart(
        name="stigma-and-relationships",
        figure=figure,
        data=data,
        title="Stress from stigma, and relationships",
        alternative=(
            "Two dots with short intervals, both a little below 0, on an axis from -1 to 1, where 0 is no link and "
            "both ends are perfect links. In 73 studies the correlation is -0.13 (-0.16 to -0.10). In 2 earlier "
            "meta-analyses put together it is -0.144 (-0.157 to -0.132)."
        ),
        caption=(
            "More stress from stigma goes with somewhat poorer relationships. The link is small, and can't tell "
            "what leads to what."
        ),
    )


def desire_of_trans_women_on_hormones(project: Project) -> Chart:
    """How desire changed in trans women over three years of hormones."""
    data = read_data(project, "desire-of-trans-women-on-hormones")
    figure = single_bars(
        ["At the start", "After 12 months", "After 36 months"],
        data.numbers("score"),
        limit=60,
        unit=f"Middle score on a questionnaire about desire\n{data.sample}",
        height=2.7,
        labels=data.column("score"),
    )
    return Chart(
        name="desire-of-trans-women-on-hormones",
        figure=figure,
        data=data,
        title="Desire of trans women in the first years of hormones",
        alternative=(
            "Three bars. The middle score for desire was 39.0 at the start, 33.0 after 12 months and 51.5 after "
            "36 months."
        ),
        caption=(
            "In this study desire went down at first, and later was higher than at the start. Much else changed "
            "in those years, and people differ widely."
        ),
    )


def faith_and_health_of_lgb_people(project: Project) -> Chart:
    """How closely faith goes with health, in lesbian, gay and bisexual people."""
    data = read_data(project, "faith-and-health-of-lgb-people")
    figure = single_bars(
        data.column("what"),
        data.numbers("correlation"),
        limit=1,
        unit="Correlation r with health\n(0 no link, 1 perfect link)",
        height=4.2,
        labels=data.column("correlation"),
        headings={1: "Lesbian, gay and bisexual people"},
        lighter=(0,),
    )
    return Chart(
        name="faith-and-health-of-lgb-people",
        figure=figure,
        data=data,
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
