"""A figure is real text in the page's colours, tells its finding in words, and shows its numbers."""

import re
from itertools import combinations

from markupsafe import escape

from tests.figures.drawing import words_of


def test_its_text_is_text(drawing):
    words = " ".join(drawing.lines)
    assert re.search(r"\d", words) and re.search(r"[a-z]{4}", words)


def test_its_text_has_no_doubled_colon(drawing):
    assert [line for line in drawing.lines if "::" in line] == []


def test_it_has_a_name_and_a_text_alternative(drawing):
    svg = drawing.svg
    ids = {element.get("id"): element.text for element in svg.iter() if element.get("id")}
    assert svg.get("role") == "img"
    assert all(len(ids[name]) > 20 for name in svg.get("aria-labelledby").split())


def test_it_fits_a_page_that_forbids_inline_style(drawing):
    assert "style=" not in drawing.markup and "<style" not in drawing.markup


def test_its_ink_is_the_page_s_own(drawing):
    assert "currentColor" in drawing.markup
    assert "#000" not in drawing.markup


def test_it_is_the_same_each_time(drawing):
    assert drawing.again().html() == drawing.chart.html()


def test_its_numbers_sources_and_caveat_stand_under_it(drawing):
    chart = drawing.chart
    html = str(chart.html())
    assert all(escape(value) in html for row in chart.data.rows for value in row.values())
    assert escape(chart.data.does_not_show) in html
    assert html.count("<p>") == 2 + len(chart.data.sources)


def test_no_words_of_the_drawing_touch(drawing):
    """Measured in the drawing's own type, which is wider than the page's."""
    chart = drawing.again()
    chart.figure.draw_without_rendering()
    boxes = [(text.get_text(), text.get_window_extent()) for text in words_of(chart.figure)]
    edge = chart.figure.bbox
    for words, box in boxes:
        assert box.x0 >= edge.x0 - 1 and box.x1 <= edge.x1 + 1, f"{words!r} runs out of {chart.name}"
        assert box.y0 >= edge.y0 - 1 and box.y1 <= edge.y1 + 1, f"{words!r} runs out of {chart.name}"
    for (one, first), (other, second) in combinations(boxes, 2):
        assert not first.overlaps(second), f"{one!r} and {other!r} touch in {chart.name}"
