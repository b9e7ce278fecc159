"""A setting is one field: the check, Sphinx, editors and the page of settings know it from there."""

import re

import pytest

from betweenus.book.config import check_config
from betweenus.project import Project, SourceError
from betweenus.project.settings import Settings, settings_schema, sphinx_values
from tests.conftest import without_publisher

OURS = "title: Ours\nsphinx:\n  config:\n    betweenus_{}\n"


def check(tmp_path, text):
    (tmp_path / "_config.yml").write_text(text, encoding="utf-8")
    for problem in check_config(Project(tmp_path)):
        raise problem
    return Project(tmp_path).settings


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("title: [Between", r"_config\.yml:1: this is not YAML"),
        ("title: 5\n", r"_config\.yml:1: `title`: 5 is not of type 'string'"),
        ("title: Ours\nexecute:\n  timeout: soon\n", r"_config\.yml:3: `execute\.timeout`: 'soon' is not"),
        ("- a\n- b\n", r"_config\.yml:1: fields are due here"),
        ("", r"_config\.yml:1: fields are due here"),
        ("titel: Ours\n", r"_config\.yml:1: `titel` is not a setting .* did you mean `title`"),
        (OURS.format("exit_url: wikipedia.org"), r"_config\.yml:4: .*\.betweenus_exit_url`: write the whole"),
        (OURS.format("exit_url: 'javascript:0'"), r"_config\.yml:4: `sphinx\.config\.betweenus_exit_url`: "),
        (OURS.format("exit_url:"), r"_config\.yml:4: `sphinx\.config\.betweenus_exit_url`: "),
        (OURS.format("exit_label: ''"), r"_config\.yml:4: .*\.betweenus_exit_label`: write one to three"),
        (OURS.format("contact: me"), r"_config\.yml:4: .*\.betweenus_contact`: write a mail address, or the whole"),
        (OURS.format("contact: 'javascript:0'"), r"_config\.yml:4: .*\.betweenus_contact`: write a mail"),
        (OURS.format("quiet_titles: no way"), r"_config\.yml:4: .*\.betweenus_quiet_titles`: .*boolean"),
        (OURS.format("lock_minutes: 0"), r"_config\.yml:4: .*\.betweenus_lock_minutes`: .*greater than 0"),
        (
            OURS.format("exit_ulr: https://a.b/"),
            r"_config\.yml:4: .*exit_ulr` is not.*did you mean `betweenus_exit_url`",
        ),
    ],
)
def test_a_broken_setting_is_named_with_file_line_and_what_would_be_right(tmp_path, settings, message):
    with pytest.raises(SourceError, match=message):
        check(tmp_path, settings)


@pytest.mark.parametrize("text", ["title: Ours\n", "title: Ours\nsphinx:\n  config:\n"])
def test_without_settings_the_defaults_hold(tmp_path, text):
    assert check(tmp_path, text).model_dump(include=set(Settings.model_fields)) == Settings().model_dump()


def test_a_setting_is_read_under_its_name(tmp_path):
    settings = check(tmp_path, OURS.format("lock_minutes: 5"))
    assert (settings.lock_minutes, settings.exit_label) == (5, "Quick exit")


def test_every_setting_has_a_help_and_is_known_to_sphinx_and_to_editors():
    known = [name for name, _ in sphinx_values()]
    listed = settings_schema()["properties"]["sphinx"]["properties"]["config"]["properties"]
    assert known == list(listed)
    assert len(known) == len(Settings.model_fields)
    assert all(field.description for field in Settings.model_fields.values())


def test_the_schemas_in_the_project_are_those_of_the_code(root):
    text = (root / "schemas" / "settings.schema.json").read_text(encoding="utf-8")
    assert all(re.search(rf'"{name}"', text) for name, _ in sphinx_values())


def test_no_other_test_depends_on_what_a_publisher_sets(root):
    ours = (root / "_config.yml").read_text(encoding="utf-8")
    theirs = re.sub(r"^title: .*$", "title: The Clinic's Course", ours, flags=re.MULTILINE)
    theirs = re.sub(r"(betweenus_exit_url): .*", r"\1: https://weather.example/", theirs)
    theirs = re.sub(r"(betweenus_quiet_titles): .*", r"\1: false", theirs)
    assert theirs != ours
    assert without_publisher(theirs) == without_publisher(ours)
