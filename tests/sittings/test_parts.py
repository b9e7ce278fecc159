"""A part says how long it takes and with whom, begins with its title, and every reflection is in one."""

import json

import pytest

from betweenus.project import Project, SourceError
from betweenus.sittings.check import check_sittings
from betweenus.sittings.part import parts_of

NOTEBOOK = "notebooks/night.ipynb"


def problems(folder) -> list[str]:
    try:
        return [str(problem) for problem in check_sittings(Project(folder))]
    except SourceError as error:
        return [str(error)]


@pytest.fixture
def changed(course_copy):
    """A function that changes a cell of the tiny course's notebook in parts, by its id; returns what is wrong then."""

    def change(id: str, **changes) -> list[str]:
        path = course_copy / NOTEBOOK
        notebook = json.loads(path.read_text(encoding="utf-8"))
        next(cell for cell in notebook["cells"] if cell["id"] == id).update(changes)
        path.write_text(json.dumps(notebook), encoding="utf-8")
        return problems(course_copy)

    return change


def test_the_parts_of_the_tiny_course_have_no_problem(course):
    assert list(check_sittings(course)) == []


def test_a_part_has_the_title_of_its_heading_and_a_neutral_address(course):
    parts = parts_of(course)[course.root / NOTEBOOK]
    assert [part.heading.text for part in parts] == ["Lights out", "Under the blanket", "Whispering", "Breathing"]
    assert [part.anchor for part in parts] == ["part-1", "part-2", "part-3", "part-4"]
    assert [part.about.company for part in parts] == ["alone", "alone", "someone", "either"]


def test_a_notebook_without_any_is_a_page_in_one_piece(course):
    assert list(parts_of(course)) == [course.root / NOTEBOOK]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"minutes": 5}, "`with` is missing."),
        ({"minutes": 31, "with": "alone"}, "`minutes`: Input should be less than or equal to 30."),
        ({"minutes": 0, "with": "alone"}, "`minutes`: Input should be greater than or equal to 1."),
        ({"minutes": 5, "with": "two"}, "`with`: Input should be 'alone', 'someone' or 'either'."),
        (
            {"minutes": 5, "with": "alone", "open_end": "yes, please"},
            "`open_end`: Input should be a valid boolean, unable to interpret input.",
        ),
        ({"minutes": 5, "with": "alone", "part": 1}, "`part` is not a field here; is it misspelt?"),
    ],
)
def test_what_a_part_says_wrongly_is_named_with_its_cell(changed, said, told):
    assert changed("lights-out", metadata={"betweenus": said}) == [
        f"{NOTEBOOK}, cell 2: in the metadata, `betweenus`: {told}"
    ]


@pytest.mark.parametrize("source", ["The first is short.", "Words.\n\n## Lights out", "## One\n\n## Two", "# One"])
def test_a_part_begins_with_its_title_and_has_no_other(changed, source):
    (told,) = changed("lights-out", source=source)
    assert told.startswith(f"{NOTEBOOK}, cell 2: `betweenus` makes it a part, and a part begins with its title")


def test_a_reflection_in_no_part_is_named(changed):
    (told,) = changed("lights-out", metadata={})
    assert told.startswith(f"{NOTEBOOK}, cell 3: the reflection 'ni-lamp' is in no part, and so nobody would find it")
