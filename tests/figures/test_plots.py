"""What a figure shows is told in words and numbers, and drawn as high as it has to be."""

import sys
from math import nan
from subprocess import run
from typing import get_args

import pytest

from betweenus.figures.drawing import DRAWN_BY, drawn
from betweenus.figures.plots import Axis, Bar, BarChart, ForestPanel, ForestPlot, Interval, Plot
from tests.figures.drawing import words_of

AXIS = Axis("Percent\n12 people", 0, 100)


def chart(*names, label="50", value=50) -> BarChart:
    return BarChart([Bar(name, value, label) for name in names], AXIS)


def test_every_kind_of_plot_is_drawn():
    assert set(DRAWN_BY) == set(get_args(Plot))


def test_what_a_figure_shows_is_told_without_matplotlib():
    code = "import sys, betweenus.figures.plots; sys.exit('matplotlib' in sys.modules)"
    assert run([sys.executable, "-c", code]).returncode == 0


@pytest.mark.parametrize(
    ("interval", "said"),
    [
        (Interval("Sleep", 0.5, 0.25, 0.75), "Sleep: 0.50 (0.25 to 0.75)"),
        (Interval("Sleep", -0.5), "Sleep: −0.50"),
        (Interval("Sleep", nan, -0.5, 0.5), "Sleep: −0.50 to 0.50"),
        (Interval("Sleep", 0.5, note="by chance"), "Sleep: 0.50, by chance"),
        (Interval("Sleep", note="not given"), "Sleep: not given"),
        (Interval("Sleep"), "Sleep"),
        (Interval("", 0.5), "0.50"),
    ],
)
def test_an_interval_says_what_is_known_and_no_more(course, interval, said):
    assert interval.said(course.words, "{:.2f}") == said


def test_a_drawing_is_higher_the_more_rows_it_has_and_the_longer_their_names(course):
    heights = [
        drawn(plot, course.words).get_figheight()
        for plot in (chart("one"), chart("one", "two"), chart("one", "two\nand\nits\nother\nlines"))
    ]
    assert heights == sorted(set(heights))


def test_a_label_without_room_beside_its_bar_stands_above_the_bar_s_end(course):
    figure = drawn(chart("one", "two", label="more than anybody thought", value=95), course.words)
    figure.draw_without_rendering()
    labels = [text.get_window_extent() for text in words_of(figure) if text.get_text().startswith("more than")]
    assert len(labels) == 2
    assert all(label.x1 <= figure.axes[0].bbox.x1 for label in labels)


def test_an_axis_that_two_panels_share_has_its_label_once(course):
    rows = [Interval("Sleep", 5, 2, 8)]
    panels = [ForestPanel(rows, AXIS, "By day"), ForestPanel(rows, AXIS, "By night")]
    figure = drawn(ForestPlot(panels), course.words)
    assert [axes.get_xlabel() for axes in figure.axes] == ["", AXIS.label]
