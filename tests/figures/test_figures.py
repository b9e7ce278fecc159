"""A figure is real text in the page's colours, tells its finding in words, and shows its numbers."""

import re
import xml.etree.ElementTree as ET
from itertools import combinations

import pytest
from markupsafe import escape
from matplotlib.text import Text

from betweenus.figures.check import figure_functions

FIGURES = list(figure_functions())


def name_of(draw) -> str:
    """As a page writes it: hormones.trust_2005."""
    return f"{draw.__module__.split('.')[-1]}.{draw.__name__}"


every_figure = pytest.mark.parametrize("draw", FIGURES, ids=name_of)


@pytest.fixture(autouse=True)
def in_the_project(root, monkeypatch):
    monkeypatch.chdir(root)


@every_figure
def test_its_text_is_text(draw):
    chart = draw()
    svg = ET.fromstring(chart.svg())
    words = " ".join(element.text or "" for element in svg.iter("{http://www.w3.org/2000/svg}text"))
    assert re.search(r"\d", words) and re.search(r"[a-z]{4}", words)


@every_figure
def test_its_text_has_no_doubled_colon(draw):
    svg = ET.fromstring(draw().svg())
    words = ["".join(element.itertext()) for element in svg.iter("{http://www.w3.org/2000/svg}text")]
    assert [line for line in words if "::" in line] == []


@every_figure
def test_it_has_a_name_and_a_text_alternative(draw):
    chart = draw()
    svg = ET.fromstring(chart.svg())
    ids = {element.get("id"): element.text for element in svg.iter() if element.get("id")}
    assert svg.get("role") == "img"
    assert all(len(ids[name]) > 20 for name in svg.get("aria-labelledby").split())


@every_figure
def test_it_fits_a_page_that_forbids_inline_style(draw):
    chart = draw()
    svg = str(chart.svg())
    assert "style=" not in svg and "<style" not in svg


@every_figure
def test_its_ink_is_the_page_s_own(draw):
    chart = draw()
    assert "currentColor" in chart.svg()
    assert "#000" not in chart.svg()


@every_figure
def test_it_is_the_same_each_time(draw):
    assert draw().html() == draw().html()


@every_figure
def test_its_numbers_sources_and_caveat_stand_under_it(draw):
    chart = draw()
    html = str(chart.html())
    assert all(escape(value) in html for row in chart.data.rows for value in row.values())
    assert escape(chart.data.does_not_show) in html
    assert html.count("<p>") == 2 + len(chart.data.sources)


def words_of(figure) -> list[Text]:
    """All text that is drawn; matplotlib also keeps labels for ticks beyond the ends of an axis."""
    drawn = {text for text in figure.findobj(Text) if text.get_text().strip() and text.get_visible()}
    for axis in [axis for axes in figure.axes for axis in (axes.xaxis, axes.yaxis)]:
        low, high = sorted(axis.get_view_interval())
        beyond = [tick.label1 for tick in axis.get_major_ticks() if not low <= tick.get_loc() <= high]
        drawn -= set(beyond)
    return sorted(drawn, key=lambda text: text.get_text())


@every_figure
def test_no_words_of_the_drawing_touch(draw):
    """Measured in the drawing's own type, which is wider than the page's."""
    chart = draw()
    chart.figure.draw_without_rendering()
    boxes = [(text.get_text(), text.get_window_extent()) for text in words_of(chart.figure)]
    edge = chart.figure.bbox
    for words, box in boxes:
        assert box.x0 >= edge.x0 - 1 and box.x1 <= edge.x1 + 1, f"{words!r} runs out of {chart.name}"
        assert box.y0 >= edge.y0 - 1 and box.y1 <= edge.y1 + 1, f"{words!r} runs out of {chart.name}"
    for (one, first), (other, second) in combinations(boxes, 2):
        assert not first.overlaps(second), f"{one!r} and {other!r} touch in {chart.name}"
