"""Figures of the module on emotional intimacy."""

from betweenus.figures.chart import Chart
from betweenus.figures.data import read_data
from betweenus.figures.plots import Axis, ForestPanel, ForestPlot, GroupedBarChart, PlateauSketch, intervals
from betweenus.project import Project


def talking_about_sex(project: Project) -> Chart:
    """How closely talking about sex goes with satisfaction, by kind of talk."""
    data = read_data(project, "talking-about-sex")
    series = {
        "with the relationship": data.numbers("satisfaction with the relationship"),
        "with sex": data.numbers("satisfaction with sex"),
    }
    axis = Axis(f"Correlation r (0 no link, 1 perfect link)\n{data.sample}", 0, 1)
    return Chart(
        data,
        GroupedBarChart(data.column("kind of talk"), series, axis, form="{:.2f}"),
        title="How closely talking about sex goes with satisfaction",
        alternative=(
            "Four pairs of bars, all well under half of a perfect link or just above it. How well the "
            "talk goes has the longest bars, 0.43 with satisfaction with the relationship and 0.52 with "
            "satisfaction with sex. How often people talk (0.31 and 0.31) and how much they tell (0.28 "
            "and 0.39) have shorter ones. Overall it is 0.37 and 0.43."
        ),
        caption=(
            "People who talk about sex with their partner tend to be more satisfied, and how well the "
            "talk goes counts for more than how often it happens."
        ),
    )


def tenderness_in_later_life(project: Project) -> Chart:
    """Physical tenderness and sexual activity among people aged 65 and over."""
    data = read_data(project, "tenderness-in-later-life")
    groups = [
        f"{group.replace(' with', chr(10) + 'with')}\n(n = {people})"
        for group, people in zip(data.column("group"), data.column("people"), strict=True)
    ]
    series = {"tenderness": data.numbers("physical tenderness"), "sexual activity": data.numbers("sexual activity")}
    axis = Axis("Percent, in the past six months", 0, 100, ticks=range(0, 101, 20))
    return Chart(
        data,
        GroupedBarChart(groups, series, axis, form="{:.1f}"),
        title="Tenderness and sexual activity at 65 and over",
        alternative=(
            "Among people with a partner, 83.7 percent of men and 82.9 percent of women had been "
            "physically tender with someone in six months, and 49.5 and 40.4 percent had been sexually "
            "active. Among people without a partner it was 17.1 and 5.2 percent for tenderness and 13.7 "
            "and 1.3 percent for sexual activity."
        ),
        caption=(
            "Most partnered people aged 65 or over in this study were physically tender, while about half "
            "of the men and two in five of the women were sexually active."
        ),
    )


def watching_and_trying_out(project: Project) -> Chart:
    """How often couples have sex and how well they are: what surveys saw, and what a trial found."""
    data = read_data(project, "watching-and-trying-out")
    return Chart(
        data,
        PlateauSketch(
            left="Watching\n30,645 people",
            right="Trying it out\n64 couples",
            kink="levels off at\nabout once a week",
            across="How often people have sex",
            upward="Well-being\non average",
            arrows={"sex more often": 1, "slightly less happy": -1, "less wanting": -1, "less enjoying": -1},
        ),
        title="More sex and well-being: what watching saw, and what trying it out found",
        alternative=(
            "Two sketches without a scale. Left, surveys that watched 30,645 people: the line of "
            "well-being of people with a partner rises up to sex about once a week and then runs level. "
            "Right, a trial in which some of 64 couples were asked to double how often they had sex: they "
            "had more of it, were slightly less happy, and wanted and enjoyed it less."
        ),
        caption=(
            "People with a partner who have sex more often tend to feel better, up to about once a week; "
            "among people without a partner there was no such link. Couples who were asked to double it "
            "were slightly less happy. For the trial we read only news and reviews, not the article "
            "(listing only)."
        ),
    )


def touch_against_no_touch(project: Project) -> Chart:
    """What touch changed for adults, against no touch."""
    data = read_data(project, "touch-against-no-touch")
    rows = intervals(data, "g", data.column("what"))
    axis = Axis(f"Difference in standard deviations (0 none)\n{data.sample}", 0, 1)
    return Chart(
        data,
        ForestPlot([ForestPanel(rows, axis)]),
        title="What touch changed, against no touch",
        alternative=(
            "Six dots with intervals, all to the right of 0, which means no difference. Pain 0.69 (0.48 "
            "to 0.89), low mood 0.59 (0.40 to 0.78), anxiety right now 0.64 (0.44 to 0.84), anxiety in "
            "general 0.59 (0.40 to 0.77). Mental health of people with an illness 0.63 (0.46 to 0.80), of "
            "people without one 0.37 (0.20 to 0.55)."
        ),
        caption=(
            "In experiments with many kinds of touch, adults had less pain, low mood and anxiety with "
            "touch than without it. The lines are the range the studies leave open."
        ),
    )


def rating_a_relationship(project: Project) -> Chart:
    """How much of the differences in people's ratings of their relationship could be explained."""
    data = read_data(project, "rating-a-relationship")
    series = {"at the start": data.numbers("at the start"), "at the end": data.numbers("at the end")}
    axis = Axis(f"Percent of the differences explained, at most\n{data.sample}", 0, 100)
    return Chart(
        data,
        GroupedBarChart(
            ["How they see\nthe relationship", "What they are\nlike themselves"], series, axis, form="up to {:.0f}"
        ),
        title="What goes into how people rate their relationship",
        alternative=(
            "Two pairs of bars from 0 to 100 percent. How people saw the relationship explained up to 45 "
            "percent of the differences in ratings at the start of the studies, and up to 18 percent at "
            "the end. What they were like themselves explained up to 21 and up to 12 percent."
        ),
        caption=(
            "How people see the relationship tells more about their rating than what they themselves are "
            "like. The five views that told most, in order: that the partner is committed, appreciation, "
            "satisfaction with sex (not how often), that the partner is satisfied, and conflict."
        ),
    )


def a_year_without_sex(project: Project) -> Chart:
    """How many adults have had no sex for a year, and for five years or more."""
    data = read_data(project, "a-year-without-sex")
    series = {"men": data.numbers("men"), "women": data.numbers("women")}
    axis = Axis("Percent of adults without sex in that time\n17,744 US adults, 1988 to 2002", 0, 100)
    return Chart(
        data,
        GroupedBarChart(data.column("without sex for"), series, axis, form="{:.1f}"),
        title="A year without sex is common",
        alternative=(
            "Two pairs of bars from 0 to 100 percent. 15.2 percent of men and 26.7 percent of women had "
            "had no sex in the past year; 8.7 percent of men and 17.5 percent of women had had none for "
            "five years or more."
        ),
        caption=(
            "About one man in seven and one woman in four had not had sex for a year: single and "
            "partnered people, by choice and by circumstance."
        ),
    )


def couple_therapy_and_waiting(project: Project) -> Chart:
    """How satisfaction changed in couple therapy and on waiting lists."""
    data = read_data(project, "couple-therapy-and-waiting")
    rows = intervals(data, "g", data.column("what couples did"))
    axis = Axis(f"Change in standard deviations (0 none)\n{data.sample}", -0.2, 1.4)
    return Chart(
        data,
        ForestPlot([ForestPanel(rows, axis)]),
        title="Couples in therapy, and couples who waited for it",
        alternative=(
            "Two dots with intervals. Satisfaction rose by 1.12 standard deviations in couple therapy "
            "(0.92 to 1.31) and by 0.12 in couples who waited (-0.04 to 0.29), which could be no change."
        ),
        caption=(
            "From before to after, satisfaction rose a good deal for couples in therapy, and hardly for "
            "couples on a waiting list."
        ),
    )
