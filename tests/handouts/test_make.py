"""Handouts are made when something in them has changed, and only then."""

from zipfile import ZipFile

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner

from betweenus.cli import main
from betweenus.handouts.documents import ZIP
from betweenus.handouts.make import handouts_from, make, make_all, sources
from tests.conftest import build, copy_sources
from tests.handouts.reading import read, words_of

TOC = "format: jb-book\nroot: book/page\nchapters:\n  - file: book/facilitators/forms/agreement\n"
SERVICE = """    betweenus_services:
      - name: A house in Riverton
        contact: "0123 456789"
        for: anyone who is afraid
        checked: 2026-01-02
"""


@pytest.fixture
def project(tmp_path):
    return copy_sources(tmp_path)


@pytest.fixture
def some(project):
    """A function that makes the handouts of one exercise and one form, and names what was written."""
    folder = project / "out"
    paths = [sources(project)[name] for name in ("being-heard", "agreement")]

    def write(making=make_all):
        before = {path: path.stat().st_mtime_ns for path in folder.glob("*.pdf")} if folder.exists() else {}
        making(handouts_from(project, paths), folder)
        return {path.name for path in folder.glob("*.pdf") if before.get(path) != path.stat().st_mtime_ns}

    return write


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_what_has_not_changed_is_not_made_again(some):
    assert len(some()) == 14
    assert some() == set()


def test_a_changed_text_makes_only_the_files_it_stands_in(some, project):
    some()
    change(project / "exercises" / "being-heard.md", "The point is modest.", "The point is small.")
    assert some() == {f"being-heard-run-sheet-{edition}.pdf" for edition in ("a4", "a4-large", "letter", "letter-large")}


def test_a_file_that_is_gone_is_made_again(some, project):
    some()
    (project / "out" / "agreement-a4.pdf").unlink()
    assert some() == {"agreement-a4.pdf"}


def test_what_an_exercise_no_longer_has_is_taken_away_and_nothing_else(some, project):
    some()
    own = project / "out" / "ours.pdf"
    own.write_bytes(b"ours")
    path = project / "exercises" / "being-heard.md"
    text = path.read_text(encoding="utf-8")
    begin, end = text.index("cards:\n"), text.index("steps:\n")
    path.write_text(text[:begin] + text[end:], encoding="utf-8")
    some()
    assert list((project / "out").glob("*-cards-*")) == []
    assert own.exists()


def test_the_zip_holds_every_pdf_and_is_the_same_each_time(some, project):
    some()
    archive = project / "out" / ZIP
    first = archive.read_bytes()
    with ZipFile(archive) as opened:
        assert len(opened.namelist()) == 14
        assert opened.read("handouts/agreement-a4.pdf") == (project / "out" / "agreement-a4.pdf").read_bytes()
    some()
    assert archive.read_bytes() == first


def test_making_some_leaves_the_others_and_the_zip_alone(some, project):
    some()
    folder = project / "out"
    (folder / ZIP).unlink()
    make(handouts_from(project, [sources(project)["feedback"]]), folder)
    assert len(list(folder.glob("*.pdf"))) == 18
    assert not (folder / ZIP).exists()


def run(project, monkeypatch, *arguments):
    monkeypatch.setattr("betweenus.cli.project", lambda: project)
    return CliRunner().invoke(main, ["handouts", *arguments])


def test_the_command_makes_those_that_are_named(project, monkeypatch, tmp_path):
    result = run(project, monkeypatch, "--out", str(tmp_path / "mine"), "agreement", "being-heard")
    assert result.exit_code == 0, result.output
    assert "14 PDFs are in" in result.output
    assert len(list((tmp_path / "mine").glob("*.pdf"))) == 14


def test_the_command_makes_all_beside_the_book_unless_told_where(project, monkeypatch):
    for path in sources(project).values():
        if path.stem not in ("agreement", "question-slip"):
            path.unlink()
    assert run(project, monkeypatch).exit_code == 0
    folder = project / "_build" / "html" / "handouts"
    assert len(list(folder.glob("*.pdf"))) == 6
    assert (folder / ZIP).exists()


@pytest.mark.parametrize(
    ("name", "hint"), [("being-herd", "Did you mean being-heard?"), ("zzz", "There are: agreement, ")]
)
def test_an_unknown_name_is_refused_with_what_would_be_right(project, monkeypatch, name, hint):
    result = run(project, monkeypatch, name)
    assert result.exit_code == 1
    assert f"There is no exercise or form '{name}'. {hint}" in result.output


def test_the_command_names_a_wrong_file(project, monkeypatch):
    change(sources(project)["agreement"], "- **You can pass.**", "![no](a.png)\n\n- **You can pass.**")
    result = run(project, monkeypatch, "agreement")
    assert result.exit_code == 1
    assert "the handouts don't know “image”" in result.output


def test_a_plain_build_makes_what_its_pages_link_to_with_the_services_of_the_publisher(project):
    (project / "_toc.yml").write_text(TOC, encoding="utf-8")
    page = "# Page\n\nFirst.\n\n```{services}\n```\n\n```{claims} hormones\n```\n\n```{bibliography}\n```\n"
    (project / "book" / "page.md").write_text(page, encoding="utf-8")
    change(project / "_config.yml", "    betweenus_services: []\n", SERVICE)
    result = build(project)
    assert result.returncode == 0, result.stdout + result.stderr
    built = project / "_build" / "html"
    form = built / "book" / "facilitators" / "forms" / "agreement.html"
    links = BeautifulSoup(form.read_text(encoding="utf-8"), "html.parser").select(".handouts a")
    assert len(links) == 5
    assert [link["href"] for link in links if not (form.parent / link["href"]).is_file()] == []
    assert len(list((built / "handouts").glob("*.pdf"))) == 4
    shown = " ".join(BeautifulSoup((built / "book" / "page.html").read_text(encoding="utf-8"), "html.parser").text.split())
    assert "A house in Riverton: 0123 456789. For anyone who is afraid. Checked on 2 January 2026." in shown
