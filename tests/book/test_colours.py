"""Everything can be read on what it stands on, and a publisher's own colours are measured."""

import pytest

from betweenus.book.colours import PAIRS, SCHEMES, check_colours, contrast, own, own_colours, tokens
from betweenus.project import Project, SourceError
from tests.conftest import built
from tests.tiny import change

SETTING = "    betweenus_colours:\n"


def with_colours(folder, *lines: str) -> Project:
    text = SETTING + "".join(f"      {line}\n" for line in lines)
    change(folder / "_config.yml", "^    extensions:", f"{text}    extensions:")
    return Project(folder)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("pair", PAIRS, ids=" on ".join)
def test_what_stands_on_it_can_be_read(scheme, pair):
    above, below = (tokens(scheme)[name] for name in pair)
    assert contrast(above, below) >= PAIRS[pair]


def test_black_on_white_is_measured_as_the_guidelines_say():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_without_colours_of_ones_own_there_is_no_style_sheet_for_them(course):
    assert own_colours(course) == ""


@pytest.mark.parametrize("accent", ["#114477", "#2b5d12", "#5b2a86", "#8a3000", "#444444"])
def test_of_one_dark_colour_everything_else_is_made_and_can_be_read(course_copy, accent):
    project = with_colours(course_copy, f'accent: "{accent}"', f'second: "{accent}"')
    assert list(check_colours(project)) == []
    assert own(project, "light")["accent"] == accent != own(project, "dark")["accent"]


def test_a_colour_that_is_too_light_is_named_with_its_line_and_contrast(course_copy):
    project = with_colours(course_copy, 'accent: "#c080a0"')
    (error,) = check_colours(project)
    assert "_config.yml:" in str(error) and "accent #c080a0 in light" in str(error)
    assert "it needs 4.5 to be read. Take a darker accent." in str(error)


def test_a_colour_for_dark_screens_is_named_at_its_own_line(course_copy):
    project = with_colours(course_copy, "second:", '  light: "#1f6266"', '  dark: "#335555"')
    (error,) = check_colours(project)
    before = (course_copy / "_config.yml").read_text().partition("        dark:")[0]
    assert f"_config.yml:{1 + before.count(chr(10))}:" in str(error)


def test_what_is_no_colour_is_refused(course_copy):
    with pytest.raises(SourceError, match="betweenus_colours"):
        _ = with_colours(course_copy, "accent: plum").settings


@pytest.mark.thorough
def test_a_book_with_colours_of_its_own_shows_them(course_copy):
    with_colours(course_copy, 'accent: "#114477"')
    book = built(course_copy)
    styles = [path.read_text() for path in (book / "_static").glob("page-*.css")]
    for_every_page = [style for style in styles if style.startswith("/* betweenus ")]
    assert for_every_page and all("--bu-accent: light-dark(#114477," in style for style in for_every_page)
