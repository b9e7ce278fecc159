"""A figure is real text in the page's colours, tells its finding in words, and shows its numbers."""

import inspect
import re
import xml.etree.ElementTree as ET

import pytest

from betweenus.figures import emotional_intimacy
from betweenus.figures.data import read_data
from betweenus.project import SourceError

FIGURES = [
    function
    for name, function in inspect.getmembers(emotional_intimacy, inspect.isfunction)
    if function.__module__ == emotional_intimacy.__name__
]

every_figure = pytest.mark.parametrize("draw", FIGURES, ids=lambda draw: draw.__name__)


@pytest.fixture(autouse=True)
def in_the_project(root, monkeypatch):
    monkeypatch.chdir(root)


@every_figure
def test_its_text_is_text(draw):
    svg = ET.fromstring(draw().svg())
    words = " ".join(element.text or "" for element in svg.iter("{http://www.w3.org/2000/svg}text"))
    assert draw().data.numbers(draw().data.columns[-1])[0] is not None
    assert "0" in words and re.search(r"[a-z]{4}", words)


@every_figure
def test_it_has_a_name_and_a_text_alternative(draw):
    svg = ET.fromstring(draw().svg())
    ids = {element.get("id"): element.text for element in svg.iter() if element.get("id")}
    assert svg.get("role") == "img"
    assert all(len(ids[name]) > 20 for name in svg.get("aria-labelledby").split())


@every_figure
def test_it_fits_a_page_that_forbids_inline_style(draw):
    svg = str(draw().svg())
    assert "style=" not in svg and "<style" not in svg


@every_figure
def test_its_ink_is_the_page_s_own(draw):
    assert "currentColor" in draw().svg()
    assert "#000" not in draw().svg()


@every_figure
def test_it_is_the_same_each_time(draw):
    assert draw().html() == draw().html()


@every_figure
def test_its_numbers_source_and_caveat_stand_under_it(draw):
    chart = draw()
    html = chart.html()
    assert all(value in html for row in chart.data.rows for value in row.values())
    assert chart.data.does_not_show.split(".")[0] in html
    assert "doi.org" in html


@every_figure
def test_the_numbers_in_its_words_are_in_its_data(draw):
    chart = draw()
    known = {value for row in chart.data.rows for value in row.values()}
    decimals = set(re.findall(r"\d+\.\d+", f"{chart.alternative} {chart.caption}"))
    assert decimals <= known


def test_a_data_file_without_its_caveat_is_refused(tmp_path, monkeypatch):
    (tmp_path / "_config.yml").touch()
    (tmp_path / "seeds" / "data").mkdir(parents=True)
    (tmp_path / "seeds" / "data" / "bare.csv").write_text("# source: x\n# unit: y\n# sample: z\na,b\n1,2\n")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SourceError, match="does not show"):
        read_data("bare")
