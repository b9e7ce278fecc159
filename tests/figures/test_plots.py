"""What a figure shows is told in words and numbers, and drawn where its numbers are."""

import re
import sys
from math import nan
from subprocess import run
from typing import get_args

import pytest

from betweenus.figures.drawing import DRAWN_BY
from betweenus.figures.marks import FILLED, OPEN, SHAPES, bar_mark, interval_mark, unit_mark
from betweenus.figures.plots import Axis, Bar, BarChart, ForestPanel, ForestPlot, Interval, Marker, Plot
from betweenus.figures.rows import SHOWN_BY, panels_of

AXIS = Axis("Percent\n12 people", 0, 100)


def chart(*names, label="50", value=50) -> BarChart:
    return BarChart([Bar(name, value, label) for name in names], AXIS)


def test_every_kind_of_plot_is_drawn():
    assert set(DRAWN_BY) | set(SHOWN_BY) == set(get_args(Plot))


def test_what_a_figure_shows_is_told_without_matplotlib():
    code = "import sys, betweenus.figures.course; sys.exit('matplotlib' in sys.modules)"
    assert run([sys.executable, "-c", code]).returncode == 0


@pytest.mark.parametrize(
    ("interval", "said"),
    [
        (Interval("Sleep", 0.5, 0.25, 0.75), "0.50 (0.25 to 0.75)"),
        (Interval("Sleep", -0.5), "−0.50"),
        (Interval("Sleep", nan, -0.5, 0.5), "−0.50 to 0.50"),
        (Interval("Sleep", 0.5, note="by chance"), "0.50, by chance"),
        (Interval("Sleep", note="not given"), "not given"),
        (Interval("Sleep"), ""),
    ],
)
def test_an_interval_says_what_is_known_and_no_more(course, interval, said):
    assert interval.said(course.words, "{:.2f}") == said


def drawn_of(mark: str, tag: str) -> list[dict[str, str]]:
    return [dict(re.findall(r'([\w-]+)="([^"]*)"', found)) for found in re.findall(rf"<{tag} ([^>]*)>", mark)]


def test_a_bar_is_as_long_as_its_value_on_the_axis():
    axis = Axis("Percent", -50, 150)
    spans = [(0, 50), (0, -50), (25, 75)]
    drawn = [drawn_of(bar_mark(axis, *span, False, "hatch"), "rect")[-1] for span in spans]
    assert [(bar["x"], bar["width"]) for bar in drawn] == [("25.0%", "25.0%"), ("0.0%", "25.0%"), ("37.5%", "25.0%")]


def test_the_second_bar_is_hatched():
    assert drawn_of(bar_mark(AXIS, 0, 50, True, "name"), "rect")[-1]["fill"] == "url(#name)"


def test_an_interval_reaches_from_its_low_to_its_high_end():
    mark = interval_mark(AXIS, Interval("Sleep", 50, 25, 75), "")
    neutral, line = drawn_of(mark, "line")
    assert (neutral["x1"], line["x1"], line["x2"]) == ("0.0%", "25.0%", "75.0%")
    assert 'x="50.0%"' in mark and f'<path d="{SHAPES["o"]}" {FILLED}/>' in mark


def test_a_number_without_an_interval_is_an_open_dot_and_no_spread_is_drawn():
    mark = interval_mark(AXIS, Interval("Sleep", 50), "")
    assert len(drawn_of(mark, "line")) == 1
    assert OPEN in mark


def test_on_a_logarithmic_axis_each_step_multiplies():
    axis = Axis("Odds ratio", 1, 100, logarithmic=True)
    assert [axis.percent(value) for value in (1, 10, 100)] == [0, 50, 100]
    assert axis.neutral == 1


def test_what_is_not_known_has_no_mark():
    assert (bar_mark(AXIS, 0, nan, False, ""), interval_mark(AXIS, Interval("Sleep"), "")) == ("", "")


def test_there_are_as_many_marks_as_units():
    assert unit_mark(Marker("s"), 30, 12).count("<path") == 30


@pytest.mark.parametrize(
    ("low", "high", "numbers"),
    [
        (0, 100, [0, 20, 40, 60, 80, 100]),
        (-70, 175, [-50, 0, 50, 100, 150]),
        (0, 1.4, [0, 0.5, 1]),
        (-12, 2, [-10, -5, 0]),
    ],
)
def test_an_axis_has_a_few_round_numbers(low, high, numbers):
    assert Axis("Percent", low, high).numbers == numbers


def test_bars_with_short_words_stand_beside_them_and_others_do_not(course):
    short, long = (panels_of(plot, course.words, "")[0] for plot in (chart("one"), chart("a name of many letters")))
    assert (short.beside, long.beside) == (True, False)


def test_an_axis_that_two_panels_share_has_its_label_once(course):
    rows = [Interval("Sleep", 5, 2, 8)]
    panels = [ForestPanel(rows, AXIS, "By day"), ForestPanel(rows, AXIS, "By night")]
    shown = panels_of(ForestPlot(panels), course.words, "")
    assert [panel.axis.label for panel in shown] == ["", AXIS.label]
