"""Figures of the page on trust and its breaks."""

from betweenus.figures.bars import paired_bars, single_bars
from betweenus.figures.chart import Chart
from betweenus.figures.data import read_data
from betweenus.project import Project


def affairs_in_three_surveys(project: Project) -> Chart:
    """How many people report an affair, in three studies that asked differently."""
    data = read_data(project, "affairs-in-three-surveys")
    figure = single_bars(
        [who.capitalize() for who in data.column("who")],
        data.numbers("percent"),
        limit=100,
        unit="Percent who reported it; three studies",
        height=4.9,
        labels=data.column("percent"),
        headings={
            0: "While married (2010 to 2016)",
            2: "In the present, exclusive relationship",
            4: "In either of two relationships, one after the other",
        },
    )
    return Chart(
        name="affairs-in-three-surveys",
        figure=figure,
        data=data,
        title="How many people report an affair depends on the question",
        alternative=(
            "Five bars from three studies. While married: 20 percent of men and 13 percent of women. In the "
            "present relationship: 23.2 percent of men and 19.2 percent of women. In either of two "
            "relationships: 44 percent of young adults."
        ),
        caption=(
            "In each study most people reported no affair. The studies asked different people about "
            "different times and acts, so the bars of one cannot be set against those of another."
        ),
    )


def looking_through_a_phone(project: Project) -> Chart:
    """How many people find it wrong to look through a partner's phone, and how many have done it."""
    data = read_data(project, "looking-through-a-phone")
    figure = single_bars(
        ["All adults", "Adults with a partner", "Women with a partner", "Men with a partner"],
        data.numbers("percent"),
        limit=100,
        unit="Percent\n4,860 adults, United States, 2019",
        height=4.2,
        labels=data.column("percent"),
        headings={0: "Call it rarely or never acceptable", 1: "Have done it"},
    )
    return Chart(
        name="looking-through-a-phone",
        figure=figure,
        data=data,
        title="Looking through a partner’s phone, unknown to the partner",
        alternative=(
            "Four bars. Of all adults, 70 percent call it rarely or never acceptable. Of adults with a partner, "
            "34 percent have done it: 42 percent of women and 25 percent of men."
        ),
        caption=(
            "Most people find it wrong, and one in three of those with a partner has done it. The survey "
            "did not ask whether it happened once or was a way of watching someone."
        ),
    )


def traits_and_the_relationship_itself(project: Project) -> Chart:
    """How much traits explain of what people say of their relationship, and how much the relationship itself."""
    data = read_data(project, "traits-and-the-relationship-itself")
    figure = paired_bars(
        data.column("when"),
        {name: data.numbers(name) for name in ("the relationship itself", "traits of the person")},
        limit=100,
        unit=f"Percent of the differences explained, at most\n{data.sample}",
        height=3.0,
        label="{:g}",
    )
    return Chart(
        name="traits-and-the-relationship-itself",
        figure=figure,
        data=data,
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
