"""Shows what changed between the forms before and after a course."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import isnan

from markupsafe import Markup

from betweenus.evaluation.answers import MADE_UP, Answers, Change
from betweenus.figures.marks import A, interval_mark, upright
from betweenus.figures.plots import Axis, Interval, number
from betweenus.figures.rows import Group, Panel, Row, rows_html
from betweenus.project.words import N_, Words

ABREAST = 3  # dots beside each other at one step
A_DOT = 10  # with its margin, in pixels

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

    def drawing(self) -> Markup:
        """A row for each question: its words, the average with its range, and a dot for each person."""
        words, steps = self.answers.words, len(self.answers.questions.answers) - 1
        axis = Axis(words(UNIT), -steps - 0.5, steps + 0.5, ticks=range(-steps, steps + 1))
        rows = [Row(change.words, said(change, words), change_mark(change, axis)) for change in self.answers.changes]
        return rows_html([Panel([Group(rows)], axis)], words, "changes")

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


def said(change: Change, words: Words) -> str:
    """The numbers with how many people they come from."""
    people = words.count("%(num)s person", "%(num)s people", change.people)
    return f"{numbers(change, words)}; {people}"


def change_mark(change: Change, axis: Axis) -> Markup:
    """The average with its range, and the dots below."""
    average = interval_mark(axis, Interval(change.words, change.mean, *change.interval), "")
    rows = -(-max(Counter(change.differences).values()) // ABREAST)
    line = upright(axis, 0, 0, rows * A_DOT)
    people = Markup('<svg class="chart-mark" width="100%" height="{}" aria-hidden="true">{}</svg>')
    return average + people.format(rows * A_DOT, Markup(line + "".join(dots(change, axis))))


def dots(change: Change, axis: Axis) -> Iterator[str]:
    """A dot for each person, beside the others of the same step."""
    for step, count in Counter(change.differences).items():
        for place in range(count):
            row, column = divmod(place, ABREAST)
            abreast = min(count - row * ABREAST, ABREAST)
            beside = (column - (abreast - 1) / 2) * A_DOT
            dot = f'<circle cx="{beside:g}" cy="{A_DOT * (row + 0.5):g}" r="3.5" fill="{A}"/>'
            yield f'<svg x="{axis.percent(step)}%" overflow="visible">{dot}</svg>'
