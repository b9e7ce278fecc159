"""A figure explorer holds its figures in its markup, whole, with ids that nothing else on a page has."""

import re

import pytest

from betweenus import FigureExplorer, ReflectionError
from betweenus.figures.course import draw


@pytest.fixture
def chart(course):
    return draw(course, "sleep.minutes")


@pytest.mark.parametrize("count", [0, 1, 13])
def test_it_takes_2_to_12_frames(chart, count):
    with pytest.raises(ReflectionError, match=f"`frames` has {count} of them; 2 to 12"):
        FigureExplorer.example(frames=[chart] * count)


def test_a_frame_that_is_no_chart_is_refused():
    with pytest.raises(ReflectionError, match="expected a Chart"):
        FigureExplorer.example(frames=["one", "two"])


def test_two_steps_of_one_name_are_refused(chart):
    with pytest.raises(ReflectionError, match="has the title 'What a training .*' twice; give each step its own"):
        FigureExplorer.example(frames=[chart, chart])


def test_every_frame_has_title_caption_caveat_numbers_and_words():
    explorer = FigureExplorer.example()
    for chart in explorer.frames:
        for words in (chart.title, chart.finding, chart.more, chart.alternative, chart.data.does_not_show):
            assert words in explorer.markup
    assert explorer.markup.count("It does not show:") == len(explorer.frames)


def test_no_id_is_used_twice_even_when_its_charts_stand_on_the_page_already():
    explorers = FigureExplorer.example().markup + FigureExplorer.example(id="again").markup
    page = explorers + "".join(chart.html() for chart in FigureExplorer.example().frames)
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_it_fits_a_page_that_forbids_inline_style():
    assert not re.search(r"style=|<style", FigureExplorer.example().markup)
