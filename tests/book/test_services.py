"""A publisher names the help near the readers once, and it stands wherever help is needed."""

from datetime import date, timedelta

import pytest

from betweenus.book.config import check_config
from betweenus.book.services import stale
from betweenus.handouts.documents import PLAN, common
from betweenus.handouts.pdf import compile_pdf
from betweenus.project import Project, SourceError
from tests.handouts.reading import read, words_of

SERVICE = {"name": "A house", "contact": '"0123 456789"', "for": "anyone who is afraid", "checked": "2026-01-02"}
BEGIN = "title: Ours\nsphinx:\n  config:\n    betweenus_services:\n"


@pytest.fixture
def config(tmp_path):
    """A function that writes settings with one service, some of its fields changed or left out."""

    def write(**changes):
        fields = {name: value for name, value in (SERVICE | changes).items() if value is not None}
        lines = "\n".join(f"        {name}: {value}" for name, value in fields.items())
        path = tmp_path / "_config.yml"
        path.write_text(f"{BEGIN}      -\n{lines}\n", encoding="utf-8")
        return path

    return write


def check(path):
    for problem in check_config(Project(path.parent)):
        raise problem


@pytest.mark.parametrize("settings", ["", "sphinx:\n", "sphinx:\n  config:\n", BEGIN.removeprefix("title: Ours\n")])
def test_without_services_there_are_none(tmp_path, settings):
    (tmp_path / "_config.yml").write_text(f"title: Ours\n{settings}", encoding="utf-8")
    assert Project(tmp_path).settings.services == ()


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"contact": None}, r"_config\.yml:6: `sphinx\.config\.betweenus_services\.0\.contact` is missing"),
        ({"name": '""'}, r"_config\.yml:6: `sphinx\.config\.betweenus_services\.0\.name`: .*is empty"),
        ({"contact": "123456789"}, r"_config\.yml:7: .*put the number in quotes, so that no zero is lost"),
        ({"checked": "soon"}, r"_config\.yml:9: .*betweenus_services\.0\.checked`: .*date"),
        ({"checked": date.today() + timedelta(2)}, r"_config\.yml:9: .*this day is still to come"),
        ({"four": "all"}, r"_config\.yml:10: .*four` is not a field here"),
    ],
)
def test_a_wrong_service_is_named_with_its_line_and_field(config, changes, message):
    with pytest.raises(SourceError, match=message):
        check(config(**changes))


def test_services_that_are_no_list_are_refused(tmp_path):
    path = tmp_path / "_config.yml"
    path.write_text(BEGIN.rstrip() + " a house\n", encoding="utf-8")
    with pytest.raises(SourceError, match=r"_config\.yml:4: `sphinx\.config\.betweenus_services`: "):
        check(path)


def test_a_number_checked_over_a_year_ago_is_only_mentioned(config):
    path = config()
    check(path)
    assert list(stale(Project(path.parent), date(2027, 1, 1))) == []
    assert list(stale(Project(path.parent), date(2027, 1, 4))) == [
        "_config.yml: A house was last checked on 2 January 2026. See whether it still answers, and write the new date."
    ]


def words_on_a_plan(project):
    content = {"title": "Plan", "clock": "Clock", "rows": [], "notes": [], "paper": "a4", "large": False}
    return words_of(read(compile_pdf("plan", common(project, PLAN) | content)))


def test_handouts_name_the_services_first_and_leave_no_empty_line(config):
    words = words_on_a_plan(Project(config().parent))
    near, anywhere = words.index("Ahouse:0123456789.Foranyonewhoisafraid."), words.index("findahelpline.com")
    assert near < anywhere
    assert "Nearyou:" not in words


def test_without_services_handouts_have_a_line_to_write_one_in(tmp_path):
    (tmp_path / "_config.yml").write_text("title: Ours\n", encoding="utf-8")
    project = Project(tmp_path)
    assert common(project, PLAN)["services"] == []
    assert "Nearyou:" in words_on_a_plan(project)
