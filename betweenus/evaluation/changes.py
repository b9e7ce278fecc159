"""Draws what changed between the forms before and after a course."""

from collections import Counter
from dataclasses import dataclass
from math import isnan
from textwrap import fill

from markupsafe import Markup
from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from betweenus.evaluation import MADE_UP, Answers, Change
from betweenus.figures.intervals import number
from betweenus.figures.style import COLOUR, RC, WIDTH, marks
from betweenus.figures.svg import INK, labelled_svg
from betweenus.project import templates_in

A_LINE = 56  # letters that fit the width
ABREAST = 3  # dots beside each other at one step
# In inches:
LINE = 0.19
DOT = 0.1
GAP = 0.18

UNIT = "Steps down (−) and up (+) from before to after\nsmall dot: one person; large dot and bar: average, range"

templates = templates_in("figures")


@dataclass(frozen=True)
class Changes:
    """The changes of a group as a figure, with everything that has to be said with it.

    Attributes:
        answers: what the file holds.
    """

    answers: Answers

    title = "Change from before to after, in steps of the form"
    caption = (
        "Each small dot is one person, over the step they moved by: right of the line went up, left went "
        "down. The large dot is the average. Its bar is the range that fits these answers: if many groups "
        "like this one answered, about 95 of 100 such bars would hold the average of all of them."
    )
    does_not_show = (
        "that the course was the cause. Without a group that had no course, nothing shows that: people also "
        "change with time, by answering twice, and by wishing to please. It shows nothing of those who "
        "stayed away at the end."
    )

    @property
    def alternative(self) -> str:
        """The numbers in words."""
        told = [f"{change.words}: {numbers(change)}; {counts(change)}." for change in self.answers.changes]
        made_up = [MADE_UP] if self.answers.made_up else []
        return " ".join([*made_up, "How sure people are that they…", *told])

    def svg(self) -> Markup:
        return labelled_svg(draw(self.answers), "changes", self.title, self.alternative)

    def html(self) -> Markup:
        template = templates.get_template("evaluation/changes.html")
        return Markup(template.render(drawing=self, numbers=numbers, made_up=MADE_UP))

    def _repr_mimebundle_(self, **kwargs) -> dict[str, str]:
        return {"text/html": self.html(), "text/plain": f"{self.title}. {self.alternative}"}


def numbers(change: Change) -> str:
    """The average and its range, such as *+0.5 (−0.1 to +1.1)*."""
    low, high = change.interval
    if isnan(low):
        return f"{signed(change.mean)}, everyone the same"
    return f"{signed(change.mean)} ({signed(low)} to {signed(high)})"


def signed(value: float) -> str:
    rounded = round(value, 1)
    return number(rounded, "{:+.1f}") if rounded else "0.0"


def counts(change: Change) -> str:
    return f"{change.up} up, {change.same} the same, {change.down} down"


def draw(answers: Answers) -> Figure:
    """A row for each question: its words, the average with its range, and a dot for each person."""
    steps = len(answers.questions.answers) - 1
    places, bottom = [], LINE * 1.6 if answers.made_up else 0.0
    for change in answers.changes:
        # The numbers stay together on one line.
        found = f"{numbers(change)}; {change.people} people".replace(" ", "\xa0")
        words = fill(f"{change.words}: {found}", A_LINE)
        places.append((change, words, bottom))
        bottom += (words.count("\n") + 1) * LINE + (rows(change) + 2) * DOT + GAP
    with rc_context(RC):
        figure = Figure(figsize=(WIDTH, bottom + 0.75), layout="constrained")
        axes = figure.subplots()
        if answers.made_up:
            axes.text(0, 0, MADE_UP, transform=axes.get_yaxis_transform(), va="top", fontweight="bold")
        for change, words, top in places:
            axes.text(0, top, words, transform=axes.get_yaxis_transform(), va="top", linespacing=1.2)
            draw_change(axes, change, top + (words.count("\n") + 1) * LINE + DOT, WIDTH / (2 * steps + 1))
        axes.set_xlim(-steps - 0.5, steps + 0.5)
        axes.set_ylim(bottom, -0.05)
        ticks = range(-steps, steps + 1)
        axes.set_xticks(ticks, [number(tick, "{:+d}") if tick else "0" for tick in ticks])
        axes.set_yticks([])
        axes.set_xlabel(UNIT)
        axes.spines[["top", "right", "left"]].set_visible(False)
        return figure


def rows(change: Change) -> int:
    """How many rows of dots stand below the average."""
    return -(-max(Counter(change.differences).values()) // ABREAST)


def draw_change(axes: Axes, change: Change, middle: float, step: float) -> None:
    """The average with its range, and the dots below.

    Args:
        middle: where the average stands, in inches from the top.
        step: the width of a step in inches.
    """
    axes.plot([0, 0], [middle - DOT / 2, middle + (rows(change) + 0.6) * DOT], color=INK, linewidth=1)
    low, high = change.interval
    if not isnan(low):
        axes.plot([low, high], [middle, middle], color=COLOUR, linewidth=2.5, solid_capstyle="butt")
    axes.plot(change.mean, middle, "o", **marks(filled=not isnan(low)))
    across, down = dots(change, DOT / step)
    heights = [middle + (row + 1.2) * DOT for row in down]
    axes.plot(across, heights, "o", markersize=4.5, color=COLOUR, zorder=3)


def dots(change: Change, width: float) -> tuple[list[float], list[int]]:
    """Where each person's dot stands: beside the others of the same step, and in which row.

    Args:
        width: of a dot with its margin, in steps.
    """
    across, down = [], []
    for step, count in Counter(change.differences).items():
        for place in range(count):
            row, column = divmod(place, ABREAST)
            abreast = min(count - row * ABREAST, ABREAST)
            across.append(step + (column - (abreast - 1) / 2) * width)
            down.append(row)
    return across, down
