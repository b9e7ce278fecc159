"""A figure is real text in the page's colours, tells its finding in words, and shows its numbers."""

import re

from markupsafe import escape

from tests.figures.drawing import SVG


def test_its_text_is_text(drawing):
    words = " ".join(drawing.lines)
    assert re.search(r"\d", words) and re.search(r"[a-z]{4}", words)


def test_its_text_has_no_doubled_colon(drawing):
    assert [line for line in drawing.lines if "::" in line] == []


def test_what_is_no_image_with_an_alternative_is_a_list_whose_marks_are_silent(drawing):
    drawn = drawing.drawn
    ids = {element.get("id"): element.text for element in drawn.iter() if element.get("id")}
    svgs = [element for element in drawn if element.tag == f"{SVG}svg"] or [*drawn.iter("svg")]
    if drawing.chart.has_rows:
        assert [*drawn.iter("li")]
        outer = [each for each in svgs if each.get("x") is None]
        assert all(each.get("aria-hidden") == "true" for each in outer)
    else:
        assert [each.get("role") for each in svgs] == ["img", "img"]
        assert all(len(ids[name]) > 20 for each in svgs for name in each.get("aria-labelledby").split())


def test_its_finding_in_words_stands_with_its_numbers(drawing):
    assert f">{escape(drawing.chart.alternative)}</p>" in drawing.chart.html()


def test_it_fits_a_page_that_forbids_inline_style(drawing):
    assert "style=" not in drawing.markup and "<style" not in drawing.markup


def test_its_ink_is_the_page_s_own(drawing):
    assert "currentColor" in drawing.markup or drawing.chart.has_rows
    assert "#000" not in drawing.markup


def test_it_is_the_same_each_time(drawing):
    assert drawing.again().html() == drawing.chart.html()


def test_its_numbers_sources_and_caveat_stand_under_it(drawing):
    chart = drawing.chart
    html = str(chart.html())
    assert all(escape(value) in html for row in chart.data.rows for value in row.values())
    assert escape(chart.data.does_not_show) in html
    assert html.count("<p>") == 2 + bool(chart.more) + len(chart.data.sources)


def test_its_caption_s_first_sentence_stands_above_it_and_the_rest_below(drawing):
    chart, html = drawing.chart, str(drawing.chart.html())
    assert f"{chart.finding} {chart.more}".strip() == chart.caption
    places = [html.index(str(escape(words))) for words in (chart.finding, chart.title)]
    drawn = html.index("<svg")
    assert max(places) < drawn
    assert not chart.more or html.index(f"<p>{escape(chart.more)}</p>") > drawn
