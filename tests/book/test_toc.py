"""Every exercise has its page in the book, since its index and its plans lead there."""

import pytest

from betweenus.book.toc import check_toc
from betweenus.project import Project, SourceError


@pytest.fixture
def project(tmp_path):
    (tmp_path / "_config.yml").write_text("title: Ours\n", encoding="utf-8")
    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises" / "resting.md").touch()
    return Project(tmp_path)


def said(project, toc):
    project.toc_file.write_text(toc, encoding="utf-8")
    return [str(problem) for problem in check_toc(project)]


def test_an_exercise_in_the_contents_is_right(project):
    assert said(project, "format: jb-book\nroot: book/welcome\nchapters:\n  - file: exercises/resting\n") == []


def test_an_exercise_that_is_missing_there_is_named_with_the_line_to_add(project):
    assert said(project, "format: jb-book\nroot: book/welcome\n") == [
        "exercises/resting.md: the book has no page of it; add `- file: exercises/resting` to _toc.yml."
    ]


def test_what_is_no_table_of_contents_is_named(project):
    with pytest.raises(SourceError, match=r"_toc\.yml: this is no table of contents"):
        said(project, "chapters: nowhere\n")
