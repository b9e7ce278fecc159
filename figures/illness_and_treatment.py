"""Figures of the page on illness and treatment."""

from betweenus.figures.chart import Chart
from betweenus.figures.data import read_data
from betweenus.figures.plots import Axis, GroupedBarChart
from betweenus.project import Project


def after_a_cancer_diagnosis(project: Project) -> Chart:
    """How many are sexually active, and how many dissatisfied, with and without a cancer diagnosis."""
    data = read_data(project, "after-a-cancer-diagnosis")
    series = {"with cancer": data.numbers("cancer"), "without": data.numbers("no cancer")}
    axis = Axis(f"Percent\n{data.sample}", 0, 100)
    return Chart(
        data,
        GroupedBarChart(data.column("what"), series, axis, form="{:.1f}"),
        title="Sexually active, and dissatisfied, with and without a cancer diagnosis",
        alternative=(
            "Four pairs of bars. Sexually active were 76.0 percent of the men with a cancer diagnosis and 78.5 "
            "percent of those without, 58.2 percent of the women with one and 55.5 percent of those without. "
            "Dissatisfied with their sex life were 30.9 percent of the men with a diagnosis and 19.8 percent of "
            "those without, 18.2 percent of the women with one and 11.8 percent of those without."
        ),
        caption=(
            "Among people of 50 and over in England, about as many were sexually active after a cancer diagnosis "
            "as without one. More of them were dissatisfied with their sex life."
        ),
    )


def spoken_to_about_sex(project: Project) -> Chart:
    """How many people with a heart attack or cancer said that sex had been spoken of."""
    data = read_data(project, "spoken-to-about-sex")
    series = {"women": data.numbers("women"), "men": data.numbers("men")}
    axis = Axis("Percent who said that it was spoken of\nTwo different questions, in different studies", 0, 100)
    return Chart(
        data,
        GroupedBarChart(data.column("what"), series, axis, form="{:.0f}"),
        title="Who said that anybody had spoken with them about sex",
        alternative=(
            "Two pairs of bars. In the first month after a heart attack 12 percent of the women and 19 percent of "
            "the men had spoken about sex with a doctor. With cancer, 28 percent of the women and 60 percent of the "
            "men said that someone had spoken of what treatment might do to their sexual life."
        ),
        caption=(
            "Many people with a heart attack or cancer are never spoken to about sex, women even less than men. "
            "Silence is no sign that something isn’t safe or can’t be treated."
        ),
    )
