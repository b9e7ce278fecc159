"""Figures of the module on hormones."""

from math import nan

from betweenus.figures.chart import Chart
from betweenus.figures.data import read_data
from betweenus.figures.plots import (
    Axis,
    Band,
    Bar,
    BarChart,
    DotGroup,
    DotPlot,
    ForestPanel,
    ForestPlot,
    GroupedBarChart,
    Marker,
    Slope,
    SlopePlot,
    UnitChart,
    Units,
    bars,
    intervals,
)
from betweenus.project import Project

HOW = {"Smith 2013": ", slightly"}


def oxytocin_in_four_studies(project: Project) -> Chart:
    """Four small studies of oxytocin at orgasm, each with its own laboratory and unit."""
    data = read_data(project, "oxytocin-in-four-studies")
    slopes = [
        Slope(
            heading=f"{row['study']}\n{row['who'].replace(', number', chr(10) + 'number')}",
            levels=[row[step] for step in ("before", "on the way", "later") if row[step]],
            ends=("before", row["when"]),
            unit=row["unit"],
            note=f"× {row['times']}",
        )
        for row in data.rows
    ]
    return Chart(
        data,
        SlopePlot(slopes),
        title="The rise of oxytocin at orgasm in four small studies",
        alternative=(
            "Four panels, one a study, each in its own unit. Mean oxytocin in the blood went from 3.1 to 7.0 in "
            "Ogawa 1980 (17 men), from 1.4 to 7.3 in Murphy 1987 (men), from 11.53 to 14.00 in Blaicher 1999 "
            "(12 women). In Carmichael 1987 (women with several orgasms) it went from 2.0 to 2.7 at the first "
            "orgasm and 3.4 at the second. By our arithmetic the last values are 2.3, 5.2, 1.2 and 1.7 times the "
            "level before, and the first orgasm in Carmichael 1987 is 1.35 times."
        ),
        caption=(
            "All four found more oxytocin around orgasm, and they disagree on how much: from 1.2 to 5.2 times "
            "the level before, where the 1.7 is a second orgasm. Each panel has its own scale, so only the shapes "
            "may be compared."
        ),
    )


def hormones_at_orgasm(project: Project) -> Chart:
    """Which hormones moved in the blood, and which stayed."""
    data = read_data(project, "hormones-at-orgasm")
    looks = {
        "clearly up": ("Clearly up", Marker("^", size=13)),
        "slightly up": ("Slightly up, with arousal", Marker("^", filled=False, size=8)),
        "unchanged": ("Unchanged", Marker("_", size=13)),
    }
    groups = [
        DotGroup(heading, marker, [(nan, row["hormone"]) for row in data.rows if row["change"] == change])
        for change, (heading, marker) in looks.items()
    ]
    return Chart(
        data,
        DotPlot(groups, Axis("in the blood of 10 women", 0, 1, ticks=())),
        title="Which hormones in the blood moved at orgasm, and which did not",
        alternative=(
            "A list in three parts, from 10 women. Clearly up were prolactin, adrenaline and noradrenaline. "
            "Slightly up, with arousal, were LH and testosterone. Cortisol, beta-endorphin, FSH, progesterone "
            "and oestradiol were unchanged."
        ),
        caption=(
            "Of ten hormones measured in the blood, three rose clearly, and prolactin was still up after 60 "
            "minutes. Five stayed as they were, cortisol and beta-endorphin among them."
        ),
    )


def blood_and_brain_oxytocin(project: Project) -> Chart:
    """How closely oxytocin in the blood goes with oxytocin in the brain."""
    data = read_data(project, "blood-and-brain-oxytocin")
    rows = intervals(data, "correlation", data.column("situation"))
    axis = Axis("Correlation r (0 no link, 1 perfect link)\n17 studies, 516 people and animals", 0, 1)
    return Chart(
        data,
        ForestPlot([ForestPanel(rows, axis)]),
        title="How closely oxytocin in the blood goes with oxytocin in the brain",
        alternative=(
            "Four dots on a line from no link to a perfect one. At rest the correlation is 0.08, hardly "
            "any. After stress in an experiment it is 0.49 and after a nasal dose 0.66. All together it is 0.29, with "
            "an interval from 0.14 to 0.42; the others came without one."
        ),
        caption=(
            "At rest, which is how we mostly are, oxytocin in the blood tells next to nothing about oxytocin in "
            "the brain. The link shows after stress or after a dose. Open dots came without an interval."
        ),
    )


def oxytocin_by_size_of_study(project: Project) -> Chart:
    """What four studies of couples found, by how many couples they had."""
    data = read_data(project, "oxytocin-by-size-of-study")
    looks = {
        "a better relationship": ("Higher oxytocin with a better relationship", Marker("^")),
        "a mixed picture": ("Mixed", Marker("D")),
        "a less good relationship": ("Higher oxytocin with a less good relationship", Marker("v", filled=False)),
    }
    sizes = list(zip(data.rows, data.numbers("couples"), strict=True))
    groups = [
        DotGroup(
            heading,
            marker,
            [
                (size, f"{row['study']}: {size:.0f}{HOW.get(row['study'], '')}")
                for row, size in sizes
                if row["higher oxytocin went with"] == direction
            ],
        )
        for direction, (heading, marker) in looks.items()
    ]
    return Chart(
        data,
        DotPlot(groups, Axis("Couples in the study", 0, 200)),
        title="Does more oxytocin go with a happier relationship? Four studies by their size",
        alternative=(
            "Four studies by their number of couples. The two small ones, with 34 and 38 couples, found higher "
            "oxytocin where things were going better. One with 126 couples found a mixed picture. The largest, "
            "with 180, found slightly the reverse."
        ),
        caption=(
            "Two small studies found that higher oxytocin went with a better relationship, and the two larger "
            "ones did not find that, or only in part."
        ),
    )


def spray_and_dummy_spray(project: Project) -> Chart:
    """How four scales changed with an oxytocin spray and with a dummy spray."""
    data = read_data(project, "spray-and-dummy-spray")
    series = {name: data.numbers(name) for name in ("oxytocin spray", "dummy spray")}
    axis = Axis("Change from the start, percent\n30 women, each with both sprays", -70, 175)
    return Chart(
        data,
        GroupedBarChart(data.column("measure"), series, axis, form="{:+.0f}"),
        title="An oxytocin spray and a dummy spray for women’s sexual difficulties",
        alternative=(
            "Four pairs of bars, much alike. Sexual function rose by 26 percent with the oxytocin spray and by 31 "
            "with the dummy spray, sexual quality of life by 144 and 125, interest and desire by 29 and 23. "
            "Distress about sex fell by 36 and 45 percent."
        ),
        caption=(
            "Both sprays were followed by about the same change for the better, so the change can’t be put down "
            "to oxytocin."
        ),
    )


def opioids_and_connection(project: Project) -> Chart:
    """How much less connected people feel when the body's opioids are blocked."""
    data = read_data(project, "opioids-and-connection")
    rows = intervals(data, "effect", ["Feeling connected"])
    unit = "Effect of a drug that blocks opioids (Hedges g)\n455 people, 17 outcomes"
    bands = (Band(-0.5, -0.2, "small"), Band(-0.8, -0.5, "medium"), Band(0, 0, "no effect"))
    axis = Axis(unit, -0.8, 0.2, bands=bands)
    return Chart(
        data,
        ForestPlot([ForestPanel(rows, axis)]),
        title="How connected people feel while the body’s opioids are blocked",
        alternative=(
            "One dot with its interval, left of zero: −0.20, from −0.32 to −0.07. By a rule of thumb 0.2 is small "
            "and 0.5 medium, so this is a small effect at most."
        ),
        caption=(
            "With the body’s opioids blocked, people felt a little less connected. They help to tune the "
            "feeling, and they are not what it hangs on."
        ),
    )


def testosterone_after_menopause(project: Project) -> Chart:
    """How much testosterone treatment changed, on average, in trials after menopause."""
    data = read_data(project, "testosterone-after-menopause")
    rows = intervals(data, "difference", data.column("outcome"))
    panels = [
        ForestPanel(rows[:5], Axis("Standardised mean difference\nfrom no testosterone", -0.6, 0.6)),
        ForestPanel(rows[5:], Axis("Difference in their number\n36 trials, 8,480 women", 0, 1.4)),
    ]
    return Chart(
        data,
        ForestPlot(panels),
        title="Testosterone treatment after menopause, average effects",
        alternative=(
            "Five dots with their intervals: desire 0.36 (0.22 to 0.50), arousal and responsiveness 0.28 each "
            "(0.21 to 0.35), orgasm 0.25 (0.18 to 0.32), and distress about sex −0.27 (−0.36 to −0.17), which "
            "means less distress. In a panel of its own: 0.85 more satisfying sexual events (0.52 to 1.18)."
        ),
        caption=(
            "In trials, women after menopause had somewhat more desire, arousal and orgasm on testosterone, and "
            "somewhat less distress. By a rule of thumb 0.2 is a small difference and 0.5 a medium one."
        ),
    )


def one_contraceptive_pill(project: Project) -> Chart:
    """What three months of one pill did, on average, against a dummy pill."""
    data = read_data(project, "one-contraceptive-pill")
    rows = intervals(data, "difference", data.column("domain"), missing="similar, no number given")
    axis = Axis("Difference in score, pill minus dummy pill\n340 women aged 18 to 35, 3 months", -12, 2)
    return Chart(
        data,
        ForestPlot([ForestPanel(rows, axis)], form="{}"),
        title="One contraceptive pill against a dummy pill",
        alternative=(
            "Three dots with wide intervals, all left of zero: desire −4.4 (−8.49 to −0.38), arousal −5.1 (−9.63 to "
            "−0.48) and pleasure −5.1 (−9.97 to −0.32). Orgasm, concern, responsiveness, self-image and the total "
            "score were similar with both pills, and no numbers are given for them."
        ),
        caption=(
            "On average three areas were a little lower with this pill, four were alike, and so was the total. "
            "The intervals are wide and reach nearly to zero."
        ),
    )


def trust_2005(project: Project) -> Chart:
    """The headline: trust with an oxytocin spray and with a dummy spray."""
    data = read_data(project, "trust-2005")
    axis = Axis("Percent who showed the greatest trust\n58 men in all", 0, 100)
    return Chart(
        data,
        BarChart(bars(data, "percent", data.column("spray"), second=(1,)), axis),
        title="2005: a headline about trust",
        alternative=(
            "Two bars. With the oxytocin spray 45 percent showed the greatest possible trust in a game about money, "
            "with the dummy spray 21 percent. There were 58 men in all."
        ),
        caption="A small study finds that more than twice as many trust a stranger with all they can after a spray.",
    )


def trust_chance_to_see(project: Project) -> Chart:
    """How likely studies of sprays were to see an effect that is there."""
    data = read_data(project, "trust-chance-to-see")
    rows = bars(data, "power", data.column("study"), labels=["12.2 on average", "more than 95"], second=(1,))
    axis = Axis("Power, percent: the chance to see\nan effect that is there", 0, 100)
    return Chart(
        data,
        BarChart(rows, axis),
        title="Then many small studies",
        alternative=(
            "Two bars, the first one short, the second nearly whole. 107 later studies of oxytocin sprays had a "
            "power of 12.2 percent on average. The replication of 2020 had more than 95 percent."
        ),
        caption=(
            "A study this small mostly misses an effect that is there, and where it does find one, it tends to "
            "find it too large."
        ),
    )


def trust_file_drawer(project: Project) -> Chart:
    """What one laboratory did, published, and published as a null result."""
    data = read_data(project, "trust-file-drawer")
    done, papers, null = map(int, data.column("number"))
    groups = [
        Units(f"Studies done: {done}", done),
        Units(f"Papers published: {papers}", papers),
        Units(f"Papers that report finding no effect: {null}", null, Marker("s", filled=False)),
    ]
    note = "One laboratory, 2009 to 2014; 453 people in all"
    return Chart(
        data,
        UnitChart(groups, abreast=12, note=note),
        title="The file drawer of one laboratory",
        alternative=(
            "Three rows of squares. One laboratory did 8 studies with 453 people and 25 tasks. 5 papers came out of "
            "them, and 1 of these reports finding no effect."
        ),
        caption=(
            "A laboratory opened its own file drawer: most of the effects it had expected did not appear, and its "
            "papers looked better than its results."
        ),
    )


def trust_2020(project: Project) -> Chart:
    """The replication, beside the headline."""
    data = read_data(project, "trust-2020")
    rows = [
        Bar("Oxytocin spray", 45, "45", heading="2005"),
        Bar("Dummy spray", 21, "21", second=True),
        Bar("Both sprays", nan, "no effect on trust\n(its numbers were not seen)", heading="2020"),
    ]
    axis = Axis("Percent who showed the greatest trust\n2005: 58 men; 2020: power above 95 percent", 0, 100)
    return Chart(
        data,
        BarChart(rows, axis),
        title="2020: the same question again",
        alternative=(
            "Beside the two bars of 2005, 45 and 21 percent, stands a line without a bar for 2020: no effect on "
            "trust. The group means of 2020 were not on the pages we saw."
        ),
        caption=(
            "A replication that was registered beforehand, with one of the first authors in it and a power above "
            "95 percent, found no effect of the spray on trust."
        ),
    )


def trust_story(project: Project) -> list[Chart]:
    """The trust spray from headline to replication, in four steps."""
    return [draw(project) for draw in (trust_2005, trust_chance_to_see, trust_file_drawer, trust_2020)]
