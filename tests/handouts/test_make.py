"""Handouts are made when something in them has changed, and only then."""

import json
import shutil
from zipfile import ZipFile

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner

from betweenus.cli import main
from betweenus.handouts.documents import ZIP
from betweenus.handouts.make import DIGESTS, handouts_from, make, make_all, sources
from betweenus.plans.plan import READY_MADE
from betweenus.project import Project
from tests.conftest import build
from tests.tiny import change

EDITIONS = ("a4", "a4-large", "letter", "letter-large")
TOC = "format: jb-book\nroot: book/page\nchapters:\n  - file: book/facilitators/forms/before-and-after\n"
PAGE = "# Page\n\nFirst.\n\n```{help-lines}\n```\n\n```{claims} sleep\n```\n\n```{bibliography}\n```\n"
SERVICE = """    betweenus_services:
      - name: A house in Riverton
        number: "0123 456789"
        for: anyone who is afraid
        checked: 2026-01-02
    betweenus_exit_url:"""


@pytest.fixture
def some(course_copy):
    """A function that makes the handouts of one exercise and one form, and names what was written."""
    folder = course_copy / "out"

    def write(making=make_all):
        project = Project(course_copy)
        paths = [sources(project)[name] for name in ("sort-the-sayings", "before-and-after")]
        before = {path: path.stat().st_mtime_ns for path in folder.glob("*.pdf")} if folder.exists() else {}
        making(handouts_from(project, paths), folder)
        return {path.name for path in folder.glob("*.pdf") if before.get(path) != path.stat().st_mtime_ns}

    return write


def test_what_has_not_changed_is_not_made_again(some):
    assert len(some()) == 14
    assert some() == set()


def test_a_changed_text_makes_only_the_files_it_stands_in(some, course_copy):
    some()
    change(course_copy / "exercises" / "sort-the-sayings.md", "It was small, so say:", "It was tiny, so say:")
    assert some() == {f"sort-the-sayings-run-sheet-{edition}.pdf" for edition in EDITIONS}


def test_a_file_that_is_gone_is_made_again(some, course_copy):
    some()
    (course_copy / "out" / "before-and-after-a4.pdf").unlink()
    assert some() == {"before-and-after-a4.pdf"}


def test_what_an_exercise_no_longer_has_is_taken_away_and_nothing_else(some, course_copy):
    some()
    own = course_copy / "out" / "ours.pdf"
    own.write_bytes(b"ours")
    change(course_copy / "exercises" / "sort-the-sayings.md", r"^cards:\n(  - .*\n)+", "")
    change(course_copy / "exercises" / "sort-the-sayings.md", r"^    cards: true\n", "")
    some()
    assert list((course_copy / "out").glob("*-cards-*")) == []
    assert own.exists()


def test_the_zip_holds_every_pdf_and_is_the_same_each_time(some, course_copy):
    some()
    archive = course_copy / "out" / ZIP
    first = archive.read_bytes()
    with ZipFile(archive) as opened:
        assert len(opened.namelist()) == 14
        pdf = (course_copy / "out" / "before-and-after-a4.pdf").read_bytes()
        assert opened.read("handouts/before-and-after-a4.pdf") == pdf
    some()
    assert archive.read_bytes() == first


def test_making_some_leaves_the_others_and_the_zip_alone(some, course_copy):
    some()
    folder = course_copy / "out"
    (folder / ZIP).unlink()
    project = Project(course_copy)
    make(handouts_from(project, [sources(project)["a-word-on-a-slip"]]), folder)
    assert len(list(folder.glob("*.pdf"))) == 16
    assert not (folder / ZIP).exists()


@pytest.fixture
def run(course_copy, monkeypatch):
    """Runs the command `betweenus handouts` in a copy of the course."""
    monkeypatch.chdir(course_copy)
    return lambda *arguments: CliRunner().invoke(main, ["handouts", *map(str, arguments)])


def test_the_command_makes_those_that_are_named(run, tmp_path):
    result = run("--out", tmp_path / "mine", "before-and-after", "sort-the-sayings")
    assert result.exit_code == 0, result.output
    assert "14 PDFs are in" in result.output
    assert len(list((tmp_path / "mine").glob("*.pdf"))) == 14


def test_the_command_makes_all_with_the_plans_beside_the_book_unless_told_where(run, course_copy):
    assert run().exit_code == 0
    folder = course_copy / "_build" / "html" / "handouts"
    kinds = {"sheet": 4 * 8, "cards": 2, "plan": len(READY_MADE) * 4, "before-and-after": 4, "slip": 2}
    assert len(list(folder.glob("*.pdf"))) == sum(kinds.values())
    assert (folder / ZIP).exists()


@pytest.mark.parametrize(
    ("name", "hint"), [("lights-uot", "did you mean `lights-out`?"), ("zzz", "there are a-word-on-a-slip, ")]
)
def test_an_unknown_name_is_refused_with_what_would_be_right(run, name, hint):
    result = run(name)
    assert result.exit_code == 1
    assert f"There is no exercise or form '{name}'; {hint}" in result.output


def test_the_command_names_a_wrong_file(run, course_copy):
    change(course_copy / "book/facilitators/forms/a-word-on-a-slip.md", "^What would", "![no](a.png)\n\nWhat would")
    result = run("a-word-on-a-slip")
    assert result.exit_code == 1
    assert "the handouts don't know “image”" in result.output


@pytest.mark.thorough
def test_a_plain_build_makes_what_its_pages_link_to_with_the_services_of_the_publisher(course_copy):
    shutil.rmtree(course_copy / "exercises")
    (course_copy / "_toc.yml").write_text(TOC, encoding="utf-8")
    (course_copy / "book" / "page.md").write_text(PAGE, encoding="utf-8")
    change(course_copy / "_config.yml", "    betweenus_exit_url:", SERVICE)
    result = build(course_copy)
    assert result.returncode == 0, result.stdout + result.stderr
    built = course_copy / "_build" / "html"
    form = built / "book" / "facilitators" / "forms" / "before-and-after.html"
    links = BeautifulSoup(form.read_text(encoding="utf-8"), "html.parser").select(".handouts a")
    assert len(links) == 5
    assert [link["href"] for link in links if not (form.parent / link["href"]).is_file()] == []
    assert len(list((built / "handouts").glob("*.pdf"))) == 4
    page = BeautifulSoup((built / "book" / "page.html").read_text(encoding="utf-8"), "html.parser")
    shown = " ".join(page.text.split())
    assert "A house in Riverton For anyone who is afraid. Call 0123 456789, A house in Riverton Checked on" in shown


@pytest.fixture
def own(course_copy):
    """A file of the person's own, which lies beside the folder of handouts."""
    path = course_copy / "own.pdf"
    path.write_bytes(b"ours")
    return path


def test_no_file_outside_of_the_folder_is_taken_away(some, course_copy, own):
    some()
    names = ["../own.pdf", str(own), "../out/../own.pdf", ""]
    (course_copy / "out" / DIGESTS).write_text(json.dumps(dict.fromkeys(names, "0")), encoding="utf-8")
    some()
    assert own.read_bytes() == b"ours"


def test_no_file_outside_of_the_folder_is_written_through_a_link(some, course_copy, own):
    folder = course_copy / "out"
    folder.mkdir()
    for name in ("before-and-after-a4.pdf", ZIP, DIGESTS):
        (folder / name).symlink_to(own)
    some()
    assert own.read_bytes() == b"ours"
    assert not any(path.is_symlink() for path in folder.iterdir())


@pytest.mark.parametrize(
    "digests", [b"", b"{", b"[]", b"null", b"5", b"\xff", b'{"before-and-after-a4.pdf": []}', b"[" * 100_000]
)
def test_when_it_is_not_known_what_files_were_made_of_they_are_made_again(some, course_copy, digests):
    some()
    (course_copy / "out" / DIGESTS).write_bytes(digests)
    assert len(some()) == 14
