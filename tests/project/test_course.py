"""`course.yml` is read with errors that say what would be right."""

import pytest

from betweenus.project import SourceError
from betweenus.project.course import read_course

GOOD = "id: good-night\nmodules:\n  - {name: sleep, title: Sleep}\nsources:\n  - {letter: A, title: An article}\n"


def read(tmp_path, text):
    path = tmp_path / "course.yml"
    path.write_text(text, encoding="utf-8")
    return read_course(path)


def test_a_course_has_an_id_modules_and_sources(tmp_path):
    course = read(tmp_path, GOOD)
    assert (course.id, course.titles, course.source_titles) == ("good-night", {"sleep": "Sleep"}, {"A": "An article"})


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("id: good-night", "id: Good Night", r"course\.yml:1: `id`: String should match"),
        ("id: good-night\n", "", r"course\.yml:1: `id` is missing"),
        ("name: sleep", "name: group", r"course\.yml:1: no module can be called 'group'"),
        ("modules:", "moduls:", r"course\.yml:\d: `modul\w+` is"),
        ("letter: A", "letter: article", r"course\.yml:5: `sources\.0\.letter`: "),
        ("title: Sleep", "title: ''", r"course\.yml:3: `modules\.0\.title`: is empty"),
        ("title: Sleep}", "title: Sleep}\n  - {name: sleep, title: More}", r"two of the `modules` have the same name"),
    ],
)
def test_a_wrong_course_is_named_with_its_line_and_field(tmp_path, old, new, message):
    assert old in GOOD
    with pytest.raises(SourceError, match=message):
        read(tmp_path, GOOD.replace(old, new, 1))
