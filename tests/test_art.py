"""What is drawn: attributes only, no ids, nothing for a screen reader, and every verdict told from the others."""

import xml.etree.ElementTree as ET

import pytest

from betweenus.art import ARTWORK, IN_TEMPLATES, alone, art, favicon, icon, site_mark, verdict_symbol
from betweenus.art.icons import ICONS
from betweenus.art.pictures import PICTURES
from betweenus.art.symbols import SYMBOLS
from betweenus.evidence.claims import RATINGS
from betweenus.project import SourceError
from betweenus.project.course import read_course
from tests.tiny import change

DRAWN = {
    "mark": site_mark(),
    **{f"icon {name}": icon(name) for name in ICONS},
    **{f"verdict {name}": verdict_symbol(name) for name in SYMBOLS},
    **{f"art {name}": art(name) for name in PICTURES},
}
each = pytest.mark.parametrize("drawn", DRAWN.values(), ids=DRAWN)


@each
def test_it_is_markup_that_the_policy_allows_and_that_can_stand_on_a_page_twice(drawn):
    elements = list(ET.fromstring(drawn).iter())
    assert not [element for element in elements if element.get("style") or element.get("id")]
    assert {element.tag for element in elements} <= {"svg", "circle", "path", "rect"}


@each
def test_it_says_nothing_to_a_screen_reader(drawn):
    root = ET.fromstring(drawn)
    assert root.get("aria-hidden") == "true" and root.get("focusable") == "false"


@each
def test_it_is_smaller_than_two_kilobytes(drawn):
    assert len(drawn) < 2048


def test_every_verdict_has_a_symbol_of_its_own():
    assert set(SYMBOLS) == set(RATINGS)
    assert len(set(SYMBOLS.values())) == len(RATINGS)


def test_lines_are_as_wide_on_a_large_picture_as_on_a_small_one():
    def line(width: int) -> float:
        widths = [element.get("stroke-width") for element in ET.fromstring(art("overlap", width)).iter()]
        return max(float(each) for each in widths if each) * width / 320

    assert line(160) == pytest.approx(line(640), rel=0.05)


@pytest.mark.parametrize("picture", [favicon(), *(alone(art(name)) for name in PICTURES)])
def test_what_stands_alone_brings_its_colours_along(picture):
    assert 'xmlns="http://www.w3.org/2000/svg"' in picture and "art-" not in picture and "#" in picture


def test_every_template_can_draw(course):
    assert course.words.templates.globals.items() >= IN_TEMPLATES.items()


def test_a_module_names_its_artwork(course, course_copy):
    assert course.course.modules[0].art in ARTWORK
    change(course_copy / "course.yml", "title: Sleep", "title: Sleep\n    art: riples")
    with pytest.raises(SourceError, match="there is no artwork 'riples'; did you mean `ripples`") as error:
        read_course(course_copy / "course.yml")
    assert "course.yml:8" in str(error.value)
