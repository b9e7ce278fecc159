"""A short way leads to what there is, says how long it takes, and ends with a plan."""

import re

import pytest

from betweenus.project import Project, SourceError
from betweenus.ways import UnknownWay, short_way, way_through, ways_of
from betweenus.ways.check import check_ways
from tests.tiny import change

WAYS = "seeds/short-ways.yml"
SECTION = r"^    - section: When sleep won't come\n"


def problems(folder) -> list[str]:
    return [str(problem) for problem in check_ways(Project(folder))]


def test_the_way_of_the_tiny_course_has_no_problem(course):
    assert list(check_ways(course)) == []


def test_a_course_without_ways_is_asked_for_none(course_copy):
    (course_copy / WAYS).unlink()
    assert problems(course_copy) == []


def test_minutes_are_those_of_words_figures_and_kinds(course):
    section, journal, plan = way_through(course, "sleep").parts
    assert [part.minutes for part in (section, journal, plan)] == [2, 7, 6]  # words, begun minutes counted whole
    assert way_through(course, "sleep").minutes == 15


def test_more_words_take_more_minutes(course_copy):
    page = course_copy / "book" / "modules" / "sleep.md"
    change(page, r"^## When sleep won't come\n", f"## When sleep won't come\n\n{'word ' * 2000}\n")
    assert way_through(Project(course_copy), "sleep").parts[0].minutes == 12
    change(course_copy / WAYS, "words_a_minute: 200", "words_a_minute: 100")
    assert way_through(Project(course_copy), "sleep").parts[0].minutes == 22


@pytest.mark.parametrize(
    ("stop", "told"),
    [
        (
            "section: When sleep comes",
            r"there is no section 'When sleep comes' in book/modules/sleep\.md; did you mean",
        ),
        ("reflection: sl-good-nite", r"there is no reflection 'sl-good-nite' in notebooks/sleep\.ipynb; did you mean"),
        ("reflection: sl-near", r"`minutes` doesn't say how long Closeness takes; add it"),
    ],
)
def test_a_stop_that_does_not_exist_is_named_with_its_line(course_copy, stop, told):
    change(course_copy / WAYS, SECTION, f"    - {stop}\n")
    (problem,) = problems(course_copy)
    assert re.match(rf"seeds/short-ways\.yml:6: {told}", problem)


@pytest.mark.parametrize("stop", ["{}", "{section: How long, reflection: sl-near}"])
def test_a_stop_is_one_thing(course_copy, stop):
    change(course_copy / WAYS, SECTION, f"    - {stop}\n")
    with pytest.raises(SourceError, match="is a section or a reflection, one of the two"):
        ways_of(Project(course_copy))


def test_a_way_over_half_an_hour_is_named(course_copy):
    change(course_copy / WAYS, "Journal: 6", "Journal: 25")
    assert problems(course_copy) == [
        "seeds/short-ways.yml:5: the way through sleep takes 34 minutes; a way takes 30 at most. Leave something out."
    ]


def test_a_way_that_does_not_end_with_a_plan_is_named(course_copy):
    change(course_copy / WAYS, r"^    - reflection: sl-tonight\n", "")
    assert problems(course_copy) == [
        "seeds/short-ways.yml:7: the way through sleep ends with Journal; let it end with a Plan."
    ]


def test_a_way_through_no_module_and_a_speed_without_its_source_are_named(course_copy):
    change(course_copy / WAYS, "^  sleep:", "  sleeep:")
    change(course_copy / WAYS, "source: watson2015", "source: nobody1999")
    assert problems(course_copy) == [
        "seeds/short-ways.yml:2: `source`: 'nobody1999' is not in seeds/references.bib.",
        "seeds/short-ways.yml:5: there is no module 'sleeep'; did you mean `sleep`?",
    ]


def test_a_module_without_a_way_is_told_which_have_one(course):
    with pytest.raises(UnknownWay, match="There is no short way through 'naps'; there are sleep"):
        way_through(course, "naps")


def test_a_notebook_links_to_source_files_and_to_its_own_cells(course, monkeypatch):
    monkeypatch.chdir(course.root / "notebooks")
    bundle, _ = short_way("sleep")._repr_mimebundle_()
    assert re.findall('href="([^"]*)"', bundle["text/html"]) == [
        "../book/modules/sleep.md",
        "sleep.ipynb#cell-id=good-night",
        "sleep.ipynb#cell-id=tonight",
    ]
    assert repr(short_way("sleep")) == bundle["text/plain"] == "short_way('sleep')"


def ways_on(path) -> list[str]:
    """What stands where a page's short way leads, place by place."""
    text = path.read_text(encoding="utf-8")
    (way,) = re.findall('<nav class="short-way".*?</nav>', text, flags=re.DOTALL)
    found = []
    for address in re.findall('href="([^"]*)"', way):
        file, _, anchor = address.partition("#")
        target = (path.parent / file) if file else path
        found += re.findall(rf'id="({re.escape(anchor)})"', target.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("page", ["book/modules/sleep.html", "notebooks/sleep.html"])
def test_in_the_book_every_link_of_a_way_leads_to_its_place(course_book, page):
    assert ways_on(course_book / page) == ["when-sleep-won-t-come", "at-sl-good-night", "at-sl-tonight"]
