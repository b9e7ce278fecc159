"""Figures of the page for neurodivergent readers."""

from betweenus.figures.chart import Chart
from betweenus.figures.data import read_data
from betweenus.figures.plots import Axis, BarChart, bars
from betweenus.project import Project


def words_autistic_adults_choose(project: Project) -> Chart:
    """What autistic adults prefer to be called."""
    data = read_data(project, "words-autistic-adults-choose")
    axis = Axis(f"Percent, for themselves\n{data.sample}", 0, 100)
    return Chart(
        data,
        BarChart(bars(data, "percent", data.column("words")), axis),
        title="Words that autistic adults choose for themselves",
        alternative=(
            "Two bars. Of the autistic adults asked, 87 percent preferred to be called an autistic person, and "
            "13 percent a person with autism."
        ),
        caption=(
            "In this survey most autistic adults chose “autistic person”. More than one in ten chose otherwise, "
            "so it is worth asking."
        ),
    )


def wishing_for_a_relationship(project: Project) -> Chart:
    """How many autistic adults have had a relationship, and how many wish for none."""
    data = read_data(project, "wishing-for-a-relationship")
    axis = Axis("Percent of 229 autistic adults\n31 from a clinic, 198 online", 0, 100)
    return Chart(
        data,
        BarChart(bars(data, "percent", data.column("what")), axis),
        title="Autistic adults and romantic relationships",
        alternative=(
            "Two bars. Of 229 autistic adults, 73 percent had been in a romantic relationship, and 7 percent had "
            "no wish for one."
        ),
        caption=(
            "Few of the autistic adults in this survey wished for no relationship. Wishing for none is as good an "
            "answer as any."
        ),
    )
