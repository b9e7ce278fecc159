"""Figures of the module on hormones."""

from math import isnan

from matplotlib import rc_context
from matplotlib.figure import Figure

from betweenus.figures.bars import single_bars
from betweenus.figures.chart import Chart
from betweenus.figures.data import read_data
from betweenus.figures.intervals import Row, draw_rows, forest
from betweenus.figures.style import FIRST, RC, SECOND, WIDTH, bare, marks
from betweenus.figures.svg import INK
from betweenus.figures.units import units
from betweenus.project import Project

COLOUR = FIRST["facecolor"]
HOW = {"Smith 2013": ", slightly"}
STEP = 1.35  # from pair to pair of bars, with room for words above each


def oxytocin_in_four_studies(project: Project) -> Chart:
    """Four small studies of oxytocin at orgasm, each with its own laboratory and unit."""
    data = read_data(project, "oxytocin-in-four-studies")
    with rc_context(RC):
        figure = Figure(figsize=(WIDTH, 6.2), layout="constrained")
        panels = figure.subplots(2, 2).flat
        for axes, row in zip(panels, data.rows, strict=True):
            draw_before_and_later(axes, row)
        return Chart(
            name="oxytocin-in-four-studies",
            figure=figure,
            data=data,
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


def draw_before_and_later(axes, row: dict[str, str]) -> None:
    steps = [value for value in (row["before"], row["on the way"], row["later"]) if value]
    places = [index / (len(steps) - 1) for index in range(len(steps))]
    levels = [float(value) for value in steps]
    top = max(levels) * 1.3
    axes.plot(places, levels, "--", color=COLOUR, linewidth=1.5)
    axes.plot(places, levels, "o", **marks(filled=False, size=8))
    for index, (place, level) in enumerate(zip(places, levels, strict=True)):
        # Above its dot, unless a steep line goes up from there.
        if index + 1 < len(levels) and levels[index + 1] - level > top * 0.25:
            axes.text(place - 0.1, level + top * 0.02, steps[index], ha="right")
        else:
            axes.text(place, level + top * 0.07, steps[index], ha="center")
    axes.text(0.5, top * 0.06, f"× {row['times']}", ha="center")
    people = row["who"].replace(", number", "\nnumber")
    axes.set_title(f"{row['study']}\n{people if chr(10) in people else people + chr(10)}", loc="left", fontsize=11)
    axes.set_xticks([0, 1], ["before", row["when"]])
    axes.set_ylabel(row["unit"])
    axes.set_xlim(-0.6, 1.55)
    axes.set_ylim(0, top)
    bare(axes)


def hormones_at_orgasm(project: Project) -> Chart:
    """Which hormones moved in the blood, and which stayed."""
    data = read_data(project, "hormones-at-orgasm")
    shapes = {"clearly up": ("^", 13, True), "slightly up": ("^", 8, False), "unchanged": ("_", 13, True)}
    names = {
        "clearly up": "Clearly up",
        "slightly up": "Slightly up, with arousal",
        "unchanged": "Unchanged",
    }
    with rc_context(RC):
        figure = Figure(figsize=(WIDTH, 5), layout="constrained")
        axes = figure.subplots()
        place = 0.0
        for change, (marker, size, filled) in shapes.items():
            axes.text(0, place, names[change], va="center", fontweight="bold")
            for row in data.rows:
                if row["change"] != change:
                    continue
                place += 1
                axes.plot(0.05, place, marker, **marks(filled, size))
                axes.text(0.12, place, row["hormone"], va="center")
            place += 1.4
        axes.set_xlim(0, 1)
        axes.set_ylim(place - 0.9, -0.7)
        axes.set_xlabel("in the blood of 10 women", loc="left")
        axes.set_xticks([])
        axes.spines["bottom"].set_visible(False)
        axes.set_yticks([])
        bare(axes)
        return Chart(
            name="hormones-at-orgasm",
            figure=figure,
            data=data,
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
    columns = (data.numbers(name) for name in ("correlation", "low", "high"))
    rows = [Row(*values) for values in zip(data.column("situation"), *columns, strict=True)]
    return Chart(
        name="blood-and-brain-oxytocin",
        figure=forest(
            project.words,
            rows,
            (0, 1),
            "Correlation r (0 no link, 1 perfect link)\n17 studies, 516 people and animals",
            4,
        ),
        data=data,
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
    couples = data.numbers("couples")
    headings = {
        "a better relationship": ("Higher oxytocin with a better relationship", "^", True),
        "a mixed picture": ("Mixed", "D", True),
        "a less good relationship": ("Higher oxytocin with a less good relationship", "v", False),
    }
    with rc_context(RC):
        figure = Figure(figsize=(WIDTH, 4.4), layout="constrained")
        axes = figure.subplots()
        place = 0.0
        for direction, (heading, marker, filled) in headings.items():
            axes.text(0, place, heading, va="center", fontweight="bold")
            for row, size in zip(data.rows, couples, strict=True):
                if row["higher oxytocin went with"] != direction:
                    continue
                place += 1
                words = f"{row['study']}: {size:.0f}{HOW.get(row['study'], '')}"
                late = size > 100
                axes.plot(size, place, marker, **marks(filled))
                beside = size - 8 if late else size + 8
                axes.text(beside, place, words, va="center", ha="right" if late else "left")
            place += 1.4
        axes.set_xlim(0, 200)
        axes.set_ylim(place - 0.7, -0.7)
        axes.set_yticks([])
        axes.set_xlabel("Couples in the study")
        bare(axes)
        return Chart(
            name="oxytocin-by-size-of-study",
            figure=figure,
            data=data,
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
    series = [("oxytocin spray", -0.2, FIRST), ("dummy spray", 0.2, SECOND)]
    with rc_context(RC):
        figure = Figure(figsize=(WIDTH, 5.2), layout="constrained")
        axes = figure.subplots()
        for place, row in enumerate(data.rows):
            axes.text(-70, STEP * place - 0.62, row["measure"], va="center")
            for name, offset, fill in series:
                value = float(row[name])
                axes.barh(STEP * place + offset, value, height=0.34, linewidth=1.2, **fill)
                words = f"{value:+.0f}".replace("-", "−") + (f"  {name}" if place == 0 else "")
                beside = value + 3 if value > 0 else value - 3
                axes.text(beside, STEP * place + offset, words, va="center", ha="left" if value > 0 else "right")
            axes.plot([0, 0], [STEP * place - 0.4, STEP * place + 0.42], color=INK, linewidth=1)
        axes.set_xlim(-70, 175)
        axes.set_ylim(3 * STEP + 0.6, -0.85)
        axes.set_yticks([])
        axes.set_xlabel("Change from the start, percent\n30 women, each with both sprays")
        bare(axes)
        return Chart(
            name="spray-and-dummy-spray",
            figure=figure,
            data=data,
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
    value, low, high = (data.numbers(name)[0] for name in ("effect", "low", "high"))
    with rc_context(RC):
        figure = Figure(figsize=(WIDTH, 2.9), layout="constrained")
        axes = figure.subplots()
        for start, shade, words in ((-0.5, 0.07, "small"), (-0.8, 0.16, "medium")):
            axes.axvspan(start, start + 0.3, color=INK, alpha=shade, linewidth=0)
            axes.text(start + 0.15, -1.1, words, va="center", ha="center")
        row = Row("", value, low, high)
        unit = "Effect of a drug that blocks opioids (Hedges g)\n455 people, 17 outcomes"
        draw_rows(project.words, axes, [row], (-0.8, 0.2), unit, "{:.2f}")
        axes.texts[-1].remove()
        axes.text(value, -0.45, row.said(project.words, "{:.2f}").lstrip(": "), va="center", ha="center")
        axes.text(-0.02, 0.75, "less connected", va="center", ha="right")
        axes.text(0, -1.1, "no effect", va="center", ha="center")
        axes.set_ylim(1.2, -1.5)
        return Chart(
            name="opioids-and-connection",
            figure=figure,
            data=data,
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
    columns = (data.numbers(name) for name in ("difference", "low", "high"))
    rows = [Row(*values) for values in zip(data.column("outcome"), *columns, strict=True)]
    with rc_context(RC):
        figure = Figure(figsize=(WIDTH, 6.6), layout="constrained")
        top, bottom = figure.subplots(2, height_ratios=(5, 1.2))
        draw_rows(
            project.words, top, rows[:5], (-0.6, 0.6), "Standardised mean difference\nfrom no testosterone", "{:.2f}"
        )
        draw_rows(
            project.words, bottom, rows[5:], (0, 1.4), "Difference in their number\n36 trials, 8,480 women", "{:.2f}"
        )
        return Chart(
            name="testosterone-after-menopause",
            figure=figure,
            data=data,
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
    columns = (data.numbers(name) for name in ("difference", "low", "high"))
    rows = [
        Row(name, value, low, high, "similar, no number given" if isnan(value) else "")
        for name, value, low, high in zip(data.column("domain"), *columns, strict=True)
    ]
    return Chart(
        name="one-contraceptive-pill",
        figure=forest(
            project.words,
            rows,
            (-12, 2),
            "Difference in score, pill minus dummy pill\n340 women aged 18 to 35, 3 months",
            6.2,
            "{}",
        ),
        data=data,
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
    return Chart(
        name="trust-2005",
        figure=single_bars(
            data.column("spray"),
            data.numbers("percent"),
            100,
            "Percent who showed the greatest trust\n58 men in all",
            2.4,
            data.column("percent"),
            lighter=(1,),
        ),
        data=data,
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
    usual, replication = data.numbers("power")
    with rc_context(RC):
        figure = single_bars(
            ["107 studies of sprays", "The replication of 2020"],
            [usual, replication],
            100,
            "Power, percent: the chance to see\nan effect that is there",
            2.6,
            ["12.2 on average", ""],
            lighter=(1,),
        )
        figure.axes[0].text(93, 0.5, "more than 95", ha="right", va="center")
        return Chart(
            name="trust-chance-to-see",
            figure=figure,
            data=data,
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
    done, papers, null = data.column("number")
    return Chart(
        name="trust-file-drawer",
        figure=units(
            [
                (f"Studies done: {done}", int(done), "s"),
                (f"Papers published: {papers}", int(papers), "s"),
                (f"Papers that report finding no effect: {null}", int(null), "s open"),
            ],
            12,
            3.6,
            "One laboratory, 2009 to 2014; 453 people in all",
        ),
        data=data,
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
    with rc_context(RC):
        figure = single_bars(
            ["Oxytocin spray", "Dummy spray", "Both sprays"],
            [45, 21, 0],
            100,
            "Percent who showed the greatest trust\n2005: 58 men; 2020: power above 95 percent",
            3.4,
            ["45", "21", "no effect on trust\n(its numbers were not seen)"],
            headings={0: "2005", 2: "2020"},
            lighter=(1,),
        )
        return Chart(
            name="trust-2020",
            figure=figure,
            data=data,
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
