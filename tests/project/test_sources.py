"""Source files are read with errors that a first-time author understands."""

import pytest
from pydantic import BaseModel, ConfigDict

from betweenus.project import SourceError
from betweenus.project.sources import find_root, read_yaml


class Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")
    id: str
    minutes: int


def read(tmp_path, text):
    path = tmp_path / "entries.yml"
    path.write_text(text, encoding="utf-8")
    return read_yaml(path, list[Entry])


def test_a_good_file_is_read(tmp_path):
    assert read(tmp_path, "- {id: a, minutes: 5}\n") == [Entry(id="a", minutes=5)]


def test_a_wrong_value_is_named_with_its_line_and_item(tmp_path):
    with pytest.raises(SourceError, match=r"entries\.yml:4: b: `minutes`: write a whole number\."):
        read(tmp_path, "- id: a\n  minutes: 5\n- id: b\n  minutes: soon\n")


def test_a_missing_field_is_named_with_the_line_of_its_item(tmp_path):
    with pytest.raises(SourceError, match=r"entries\.yml:3: b: `minutes` is missing"):
        read(tmp_path, "- id: a\n  minutes: 5\n- id: b\n")


def test_a_misspelt_field_is_named_with_its_line(tmp_path):
    with pytest.raises(SourceError, match=r"entries\.yml:3: a: `minuts` is not a field here"):
        read(tmp_path, "- id: a\n  minutes: 5\n  minuts: 6\n")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", r"entries\.yml:1: a list is due here"),
        ("id: a\n", r"entries\.yml:1: a list is due here"),
        ("- id: a\n  minutes: 5\n- b\n", r"entries\.yml:3: fields are due here, one a line, each with its name"),
    ],
)
def test_what_has_another_shape_is_named_with_the_one_that_is_due(tmp_path, text, message):
    with pytest.raises(SourceError, match=message):
        read(tmp_path, text)


def test_broken_yaml_is_named_with_its_line(tmp_path):
    with pytest.raises(SourceError, match=r"entries\.yml:2: this is not YAML"):
        read(tmp_path, "- id: a\n  minutes: : 5\n")


def test_the_project_is_found_from_a_folder_inside_it(root):
    assert find_root(root / "betweenus" / "reflections") == root


def test_outside_a_project_the_error_says_what_was_looked_for(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"_config\.yml"):
        find_root(tmp_path)
