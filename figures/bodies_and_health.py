"""Figures of the module on bodies and health."""

from betweenus.figures.chart import Chart
from betweenus.figures.data import read_data
from betweenus.figures.plots import Axis, BarChart, GroupedBarChart, bars
from betweenus.project import Project


def pregnancies_in_the_first_year(project: Project) -> Chart:
    """How sure methods of contraception are, in everyday use and at their best."""
    data = read_data(project, "pregnancies-in-the-first-year")
    series = {name: data.numbers(name) for name in ("as people use it", "exactly as meant")}
    axis = Axis(
        "Pregnancies in 100 women in the first year\nUnited States, surveys of 1995 and 2002 for most methods", 0, 100
    )
    return Chart(
        data,
        GroupedBarChart(data.column("method"), series, axis),
        title="How sure methods are in the first year",
        alternative=(
            "Pairs of bars: pregnancies in 100 women in the first year, as people use a method and when it is "
            "used exactly as meant. No method 85 and 85; pulling out 22 and 4; condom 18 and 2; pill, patch or "
            "ring 9 and 0.3; injection 6 and 0.2; copper coil 0.8 and 0.6; hormone coil 0.2 and 0.2; implant "
            "0.05 and 0.05."
        ),
        caption=(
            "Methods that nobody has to think of are the surest in everyday life. With the others, much lies between "
            "how they are used and how they are meant to be used."
        ),
    )


def orgasm_by_group(project: Project) -> Chart:
    """How many people usually or always have an orgasm, by gender and orientation."""
    data = read_data(project, "orgasm-by-group")
    axis = Axis(f"Percent, usually or always, past month\n{data.sample}", 0, 100)
    return Chart(
        data,
        BarChart(bars(data, "percent", data.column("group")), axis),
        title="Who usually or always has an orgasm",
        alternative=(
            "Six bars, in percent of each group: heterosexual men 95, gay men 89, bisexual men 88, lesbian women "
            "86, bisexual women 66, heterosexual women 65."
        ),
        caption=(
            "In this survey lesbian women had orgasms nearly as often as gay and bisexual men, and heterosexual and "
            "bisexual women less often. The people had chosen to answer, and four of the groups are small."
        ),
    )


def intercourse_and_the_clitoris(project: Project) -> Chart:
    """What women say about intercourse, the clitoris and orgasm."""
    data = read_data(project, "intercourse-and-the-clitoris")
    axis = Axis("Percent of 1,055 women\nUnited States, 2015", 0, 100)
    return Chart(
        data,
        BarChart(bars(data, "percent", data.column("what")), axis),
        title="Orgasm in intercourse: what women said",
        alternative=(
            "Three bars, in percent of the women: intercourse alone is enough, 18.4; the clitoris has to be "
            "touched, 36.6; not needed, but better with it, 36."
        ),
        caption=(
            "Intercourse alone was enough for fewer than one woman in five. Women who are in none of the bars had "
            "orgasms in other ways, or none in intercourse."
        ),
    )
