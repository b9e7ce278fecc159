"""Figures of the page on trust and its breaks."""

from betweenus.figures.chart import Chart
from betweenus.figures.data import read_data
from betweenus.figures.plots import Axis, BarChart, GroupedBarChart, bars
from betweenus.project import Project


def affairs_in_a_national_survey(project: Project) -> Chart:
    """How many people who had ever been married reported an affair, ever and in the past year."""
    data = read_data(project, "affairs-in-a-national-survey")
    rows = bars(
        data,
        "percent",
        [who.capitalize() for who in data.column("who")],
        headings={0: "Ever, while married", 2: "In the past year"},
    )
    axis = Axis("Percent of those who had ever been married\n884 men and 1,288 women, United States, 1994", 0, 100)
    return Chart(
        data,
        BarChart(rows, axis),
        title="How many people report sex with someone else while married",
        alternative=(
            "Four bars. Ever while married: 22.7 percent of men and 11.6 percent of women. In the past year: 4.1 "
            "percent of men and 1.7 percent of women."
        ),
        caption=(
            "Most people reported no affair, and in a given year nearly everyone did so. It is one country, long "
            "ago, and it counts only what people were willing to tell."
        ),
    )


def traits_and_the_relationship_itself(project: Project) -> Chart:
    """How much traits explain of what people say of their relationship, and how much the relationship itself."""
    data = read_data(project, "traits-and-the-relationship-itself")
    series = {name: data.numbers(name) for name in ("the relationship itself", "traits of the person")}
    axis = Axis(f"Percent of the differences explained, at most\n{data.sample}", 0, 100)
    return Chart(
        data,
        GroupedBarChart(data.column("when"), series, axis),
        title="What went with how people rated their relationship",
        alternative=(
            "Two pairs of bars. At the start of the studies, what people said of the relationship itself "
            "explained up to 45 percent of the differences, and their traits up to 21 percent. At the end it "
            "was 18 and 12 percent."
        ),
        caption=(
            "A person’s traits, the two lines of attachment among them, tell something of how content people "
            "are together. What they say of the relationship itself tells more, and most stays unexplained."
        ),
    )
