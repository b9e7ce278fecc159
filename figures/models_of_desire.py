"""Figures of the page on models of desire."""

from betweenus.figures.chart import Chart
from betweenus.figures.data import read_data
from betweenus.figures.plots import Axis, BarChart, bars
from betweenus.project import Project


def which_model_women_chose(project: Project) -> Chart:
    """In which model of desire women saw themselves, in two surveys."""
    data = read_data(project, "which-model-women-chose")
    rows = bars(
        data,
        "percent",
        data.column("pattern"),
        headings={0: "174 women chose one pattern", 4: "157 women, by most of ten occasions"},
    )
    axis = Axis("Percent of the women in each survey", 0, 100)
    return Chart(
        data,
        BarChart(rows, axis),
        title="In which picture of desire women saw themselves",
        alternative=(
            "Two groups of four bars. Of 174 women, 40.8 percent chose a mixture, 28.7 a straight line, 19.5 "
            "desire only as an answer, and 10.9 something else. Of 157 women, going by most of ten "
            "occasions, 64.3 percent fitted a straight line, 20.4 both, 14.6 a circle, and 0.7 neither."
        ),
        caption=(
            "No one picture fits most women in both surveys. Asked in another way, the answers come out "
            "otherwise, so the shares say more about the questions than about anyone’s desire."
        ),
    )


def how_common_fantasies_are(project: Project) -> Chart:
    """How many of 55 fantasies were rare, unusual, common or typical."""
    data = read_data(project, "how-common-fantasies-are")
    axis = Axis(f"How many of 55 fantasies\n{data.sample}", 0, 55)
    return Chart(
        data,
        BarChart(bars(data, "fantasies", data.column("who knew it")), axis),
        title="How many of 55 fantasies were rare, unusual or common",
        alternative=(
            "Four bars. Of 55 fantasies, 2 were known to very few people (at most 2.3 percent), 9 to few (at most "
            "15.9 percent), 30 to more than half of the women, of the men or of both, and 5 to nearly everyone "
            "(more than 84.1 percent)."
        ),
        caption=(
            "More than half of the fantasies on the list were known to more than half of the women, of the men, or "
            "of both. Hardly any were rare."
        ),
    )
