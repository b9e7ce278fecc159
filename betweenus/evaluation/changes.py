"""Draws what changed between the forms before and after a course."""

from collections import Counter
from dataclasses import dataclass
from math import isnan
from textwrap import fill

from markupsafe import Markup
from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from betweenus.evaluation.answers import MADE_UP, Answers, Change
from betweenus.figures.plots import number
from betweenus.figures.style import COLOUR, RC, WIDTH, marks
from betweenus.figures.svg import INK, labelled_svg
from betweenus.project.words import N_, Words

A_LINE = 56  # letters that fit the width
ABREAST = 3  # dots beside each other at one step
# In inches:
LINE = 0.19
DOT = 0.1
GAP = 0.18

UNIT = N_("Steps down (−) and up (+) from before to after\nsmall dot: one person; large dot and bar: average, range")


@dataclass(frozen=True)
class Changes:
    """The changes of a group as a figure, with everything that has to be said with it.

    Attributes:
        answers: what the file holds.
    """

    answers: Answers

    @property
    def title(self) -> str:
        return self.answers.words("Change from before to after, in steps of the form")

    @property
    def alternative(self) -> str:
        """The numbers in words."""
        words = self.answers.words
        told = [
            f"{change.words}: {numbers(change, words)}; {counts(change, words)}." for change in self.answers.changes
        ]
        made_up = [words(MADE_UP)] if self.answers.made_up else []
        return " ".join([*made_up, words("How sure people are that they…"), *told])

    def svg(self) -> Markup:
        return labelled_svg(draw(self.answers), "changes", self.title, self.alternative, self.answers.words)

    def html(self) -> Markup:
        words = self.answers.words
        rows = [(change, numbers(change, words)) for change in self.answers.changes]
        return words.render("evaluation/changes.html", drawing=self, rows=rows, made_up=words(MADE_UP))

    def _repr_mimebundle_(self, **kwargs) -> dict[str, str]:
        return {"text/html": self.html(), "text/plain": f"{self.title}. {self.alternative}"}


def numbers(change: Change, words: Words) -> str:
    """The average and its range, such as *+0.5 (−0.1 to +1.1)*."""
    low, high = change.interval
    if isnan(low):
        return words.decimals(words("%(mean)s, everyone the same", mean=signed(change.mean)))
    said = words("%(mean)s (%(low)s to %(high)s)", mean=signed(change.mean), low=signed(low), high=signed(high))
    return words.decimals(said)


def counts(change: Change, words: Words) -> str:
    return words("%(up)s up, %(same)s the same, %(down)s down", up=change.up, same=change.same, down=change.down)


def signed(value: float) -> str:
    rounded = round(value, 1)
    return number(rounded, "{:+.1f}") if rounded else "0.0"


def draw(answers: Answers) -> Figure:
    """A row for each question: its words, the average with its range, and a dot for each person."""
    told, steps = answers.words, len(answers.questions.answers) - 1
    places, bottom = [], LINE * 1.6 if answers.made_up else 0.0
    for change in answers.changes:
        # The numbers stay together on one line.
        people = told.count("%(num)s person", "%(num)s people", change.people)
        found = f"{numbers(change, told)}; {people}".replace(" ", "\xa0")
        words = fill(f"{change.words}: {found}", A_LINE)
        places.append((change, words, bottom))
        bottom += (words.count("\n") + 1) * LINE + (rows(change) + 2) * DOT + GAP
    with rc_context(RC):
        figure = Figure(figsize=(WIDTH, bottom + 0.75), layout="constrained")
        axes = figure.subplots()
        if answers.made_up:
            axes.text(0, 0, told(MADE_UP), transform=axes.get_yaxis_transform(), va="top", fontweight="bold")
        for change, words, top in places:
            axes.text(0, top, words, transform=axes.get_yaxis_transform(), va="top", linespacing=1.2)
            draw_change(axes, change, top + (words.count("\n") + 1) * LINE + DOT, WIDTH / (2 * steps + 1))
        axes.set_xlim(-steps - 0.5, steps + 0.5)
        axes.set_ylim(bottom, -0.05)
        ticks = range(-steps, steps + 1)
        axes.set_xticks(ticks, [number(tick, "{:+d}") if tick else "0" for tick in ticks])
        axes.set_yticks([])
        axes.set_xlabel(told(UNIT))
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
