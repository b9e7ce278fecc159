"""Figures of the module on challenges."""

from betweenus.figures.chart import Chart
from betweenus.figures.data import read_data
from betweenus.figures.plots import Axis, BarChart, DensityPlot, ForestPanel, ForestPlot, TimePlot, bars, intervals
from betweenus.project import Project


def difficulties_and_distress(project: Project) -> Chart:
    """How many people have a sexual difficulty, and how many are distressed."""
    data = read_data(project, "difficulties-and-distress")
    rows = bars(
        data,
        "percent",
        ["Women", "Men", "Women and men"],
        labels=["51", "42", "about 10"],
        headings={0: "A difficulty for three months or more", 2: "Distress or worry about their sex life"},
    )
    axis = Axis("Percent of people with a sexual partner\nin the past year; 11,690 people, Britain", 0, 100)
    return Chart(
        data,
        BarChart(rows, axis),
        title="Difficulties are common, distress is less so",
        alternative=(
            "Three bars, as shares of people who had had a sexual partner in the past year. In that year, 51 "
            "percent of women and 42 percent of men had a sexual difficulty that lasted three months or more. "
            "About 10 percent of women and men were distressed or worried about their sex life."
        ),
        caption=(
            "In Britain, among people with a sexual partner in the past year, about half of the women and two "
            "in five men had a difficulty, but only about one person in ten was distressed or worried."
        ),
    )


def sex_drive_two_hills(project: Project) -> Chart:
    """How far women's and men's answers about sex drive overlap."""
    data = read_data(project, "sex-drive-two-hills")
    overlaps = data.column("overlap")
    headings = [
        f"{answers}: about {overlap}% shared" for answers, overlap in zip(data.column("answers"), overlaps, strict=True)
    ]
    return Chart(
        data,
        DensityPlot(
            dict(zip(headings, data.numbers("distance"), strict=True)),
            names=("women", "men"),
            label=f"lower  ←  sex drive people report  →  higher\nDrawn from averages of {data.sample}",
        ),
        title="Sex drive that women and men report: two hills that mostly overlap",
        alternative=(
            "Two pairs of hills. In each, the hill of men lies a little to the right of the hill of "
            "women, towards more sex drive, and most of the two hills is shared. As people answered, the "
            "averages are 0.69 standard deviations apart (0.58 to 0.81) and about 73 percent is shared. "
            "Adjusted for biased answers it is 0.54 and about 79 percent."
        ),
        caption=(
            "On average men report more sex drive than women, and most of the two hills is shared: many "
            "women report more than many men. How much is shared is our own arithmetic from the distance."
        ),
    )


def trying_sex_again_after_birth(project: Project) -> Chart:
    """When first-time mothers tried vaginal sex again."""
    data = read_data(project, "trying-sex-again-after-birth")
    rows = [row for row in data.rows if row["what"] == "vaginal sex"]
    return Chart(
        data,
        TimePlot(
            [int(row["week"]) for row in rows],
            [int(row["percent"]) for row in rows],
            label="Weeks after the birth\n1,507 women, first birth, Melbourne",
            upright="Percent who had tried vaginal sex",
        ),
        title="When first-time mothers in Melbourne tried vaginal sex again",
        alternative=(
            "Four points that rise over half a year. At 6 weeks 41 percent of the mothers had tried "
            "vaginal sex again, at 8 weeks 65 percent, at 12 weeks 78 percent, and at 26 weeks 94 "
            "percent. At 6 weeks 53 percent had had some sexual activity."
        ),
        caption=(
            "Couples differ widely: six weeks after the birth more than half of the mothers had not tried "
            "vaginal sex, and some had not half a year on. This is no timetable."
        ),
    )


def new_parents_couples(project: Project) -> Chart:
    """How different couples are after a first baby."""
    data = read_data(project, "new-parents-couples")
    rows = bars(
        data,
        "percent",
        data.column("who"),
        headings={
            0: "Sexual function (257 couples)",
            2: "Distress about sex (257 couples)",
            5: "Mothers with marked distress (99 couples, other study)",
        },
        second=(5, 6),
    )
    axis = Axis("Percent", 0, 100)
    return Chart(
        data,
        BarChart(rows, axis),
        title="New parents: how different couples are",
        alternative=(
            "Bars in percent. Among 257 couples, sexual function stayed high in 85 percent and was low "
            "for the mother in 15 percent; distress was low in 77 percent, moderate in 12 percent, and "
            "high for the mother and low for the father in 11 percent. In another study with 99 couples, "
            "47 to 57 percent of the mothers had marked distress."
        ),
        caption=(
            "In one study most couples got through pregnancy and the first six months without much sexual "
            "distress. In another, about half of the mothers were distressed. Both belong to the picture."
        ),
    )


def erection_difficulty_and_the_heart(project: Project) -> Chart:
    """How much more often heart disease comes to men with erection difficulty."""
    data = read_data(project, "erection-difficulty-and-the-heart")
    rows = bars(
        data,
        "times the risk",
        ["Either illness", "Heart and vessels", "The heart’s own arteries"],
        headings={0: "Men without erection difficulty", 1: "Men with it"},
    )
    axis = Axis(f"Times the risk of men without it\n{data.sample}", 0, 2)
    return Chart(
        data,
        BarChart(rows, axis),
        title="Erection difficulty as an early sign",
        alternative=(
            "Three bars. If the risk of men without erection difficulty is 1, men with it have 1.43 times "
            "the risk of disease of heart and vessels, and 1.59 times the risk of disease of the heart’s "
            "own arteries."
        ),
        caption=(
            "Erection difficulty can be an early sign of trouble with heart and vessels. That is a reason "
            "for a check-up, and no reason for fear."
        ),
    )


def sexually_active_in_later_life(project: Project) -> Chart:
    """How many older adults had sex with a partner in the past year."""
    data = read_data(project, "sexually-active-in-later-life")
    axis = Axis("Percent with a partner and sexually active\nin the past year; 3,005 US adults", 0, 100)
    return Chart(
        data,
        BarChart(bars(data, "percent", [f"Age {age}" for age in data.column("age")]), axis),
        title="Sexually active in the past year, United States",
        alternative=(
            "Three bars, as shares of each age group: 73 percent of those aged 57 to 64, 53 percent of those "
            "aged 65 to 74, and 26 percent of those aged 75 to 85."
        ),
        caption=(
            "Sex with a partner is part of many lives after 57. Poor health went with less of it, and "
            "women more often had no partner."
        ),
    )


def how_well_help_works(project: Project) -> Chart:
    """What several kinds of help changed."""
    data = read_data(project, "how-well-help-works")
    names = [f"{row['help']}: {row['outcome']}\n{row['sample']}" for row in data.rows]
    rows = intervals(data, "d", names)
    axis = Axis("Difference in standard deviations (0 none)", 0, 1)
    return Chart(
        data,
        ForestPlot([ForestPanel(rows, axis)]),
        title="What several kinds of help changed",
        alternative=(
            "Five rows on an axis from 0, no difference, to 1. Psychological treatment 0.58 (0.40 to 0.77) "
            "for the sexual difficulty and 0.47 (0.27 to 0.70) for satisfaction with sex. Without an "
            "interval: mindfulness 0.55 overall and 0.65 in randomised trials, treatment of post-traumatic stress "
            "0.03 for concerns about sex."
        ),
        caption=(
            "Psychological treatment tends to ease sexual difficulties by a moderate amount, and mindfulness by a "
            "low to moderate one. Treating post-traumatic stress did not by itself change concerns about sex, which it "
            "had not set out to do. Open dots came without an interval."
        ),
    )


def what_goes_with_painful_sex(project: Project) -> Chart:
    """What goes with painful sex among women in Britain."""
    data = read_data(project, "what-goes-with-painful-sex")
    rows = intervals(data, "odds ratio", data.column("what"))
    unit = f"Odds ratio (1 no link), each step to the right multiplies\n{data.sample}"
    axis = Axis(unit, 0.9, 11, ticks=(1, 2, 5, 10), logarithmic=True)
    return Chart(
        data,
        ForestPlot([ForestPanel(rows, axis)], form="{:g}"),
        title="What goes with painful sex among women in Britain",
        alternative=(
            "Six dots with intervals, all to the right of 1, which means no link. Vaginal dryness 7.9 "
            "(6.17 to 10.12), anxiety about sex 6.34 (4.76 to 8.46), not enjoying sex 6.12 (4.81 to "
            "7.79), not sharing a level of interest 2.56 (1.97 to 3.33), unwanted sex at any time 2.17 (1.68 to "
            "2.80), low mood 1.68 (1.28 to 2.21)."
        ),
        caption=(
            "Women who have had painful sex for three months or more are more likely to have dryness, to "
            "be anxious about sex, and to have lived through unwanted sex. Pain is real, and which came first "
            "cannot be told from this."
        ),
    )
