"""The guide for facilitators can be read in half an hour a page at a time, and one page of it fits a pocket."""

import re

import pytest
import yaml
from pypdf import PdfReader

from betweenus.handouts.make import handouts_from, make
from tests.conftest import ROOT
from tests.text.prose import paragraphs, source

FOLDER = ROOT / "book" / "facilitators"
OTHERS = ("exercises", "plans")  # these are made of the exercises
GUIDE = [path for path in sorted(FOLDER.glob("*.md")) if path.stem not in OTHERS]
POCKET = FOLDER / "forms" / "one-page.md"

every_page = pytest.mark.parametrize("page", GUIDE, ids=lambda page: page.stem)


def contents() -> list[str]:
    """The files under "For facilitators" in the order of the book."""
    parts = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))["parts"]
    part = next(part for part in parts if part["caption"] == "For facilitators")
    chapters = part["chapters"]
    return [entry["file"] for chapter in chapters for entry in (chapter, *chapter.get("sections", []))]


@every_page
def test_a_page_takes_a_few_minutes(page):
    words = sum(len(text.split()) for text in paragraphs(source(page)))
    assert 500 <= words <= 1300


@every_page
def test_a_page_is_in_the_contents_before_the_exercises(page):
    files = contents()
    place = files.index(page.relative_to(ROOT).with_suffix("").as_posix())
    assert place < min(files.index(file) for file in files if file.startswith("exercises/"))


@every_page
def test_a_page_can_be_reached_from_the_first(page):
    assert page.stem == "index" or f"({page.name})" in source(FOLDER / "index.md")


@pytest.mark.parametrize("name", ["safeguarding", "opening", "forms/one-page"])
def test_the_law_of_the_place_is_left_to_be_filled_in(name):
    text = source(FOLDER / f"{name}.md")
    assert re.search(r"Our law says[^.]*?(:\s*…{9}|:\*\*\s*```\{lines\})", text)


def test_the_page_for_the_pocket_is_one_page_on_either_paper(tmp_path):
    files = [file for file in make(handouts_from(ROOT, [POCKET]), tmp_path) if "large" not in file.name]
    assert [len(PdfReader(file).pages) for file in files] == [1, 1]


def test_the_page_for_the_pocket_has_the_words_for_violence_and_for_suicide():
    text = " ".join(paragraphs(source(POCKET)))
    assert "I believe you." in text and "Are you thinking of ending your life?" in text
