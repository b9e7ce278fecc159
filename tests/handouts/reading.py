"""Reads handouts back, and the pages to compare them with: words without spaces, and where on a page they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from pypdf import PageObject, PdfReader

from betweenus.exercises import exercises_of
from betweenus.exercises.form import forms_of
from betweenus.handouts.make import handouts_from, make_all, sources
from betweenus.project import Project

FOOT = re.compile(r"^.* · .*\d+ of \d+$", re.MULTILINE)


def with_each(metafunc, project: Project) -> None:
    """Run a test that asks for an `exercise` or a `paper_form` with each of a course."""
    for name, read in {"exercise": exercises_of, "paper_form": forms_of}.items():
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, read(project), ids=lambda each: each.name)


def make_handouts(project: Project, folder: Path) -> Path:
    make_all(handouts_from(project, sources(project).values()), folder)
    return folder


@dataclass(frozen=True)
class Pages:
    """The pages of a built book."""

    book: Path

    def __call__(self, name: str) -> Tag:
        """The main part of a page; its badges as they are said on paper, without notes and their numbers."""
        html = (self.book / f"{name}.html").read_text(encoding="utf-8")
        main = BeautifulSoup(html, "html.parser").find("main")
        for away in main.select(".note, .mark-cited, a.mark-claim"):
            away.decompose()
        for badge in main.select(".mark-claim"):
            badge.replace_with(f"({badge.select_one('.rating').text}, {badge.select_one('.claim-id').text})")
        for mark in main.select(".headerlink"):
            mark.decompose()
        return main


@dataclass(frozen=True)
class Piece:
    """A run of text: its words, its place in points from the lower left corner, its size in points."""

    text: str
    x: float
    y: float
    size: float


def read(source: bytes | Path) -> PdfReader:
    return PdfReader(BytesIO(source) if isinstance(source, bytes) else source)


def squeezed(text: str) -> str:
    """A text without any space, so that where its lines break makes no difference."""
    return re.sub(r"\s+", "", text)


def words_of(reader: PdfReader) -> str:
    """All words of a PDF, squeezed, without the foot of each page."""
    return squeezed("".join(FOOT.sub("", page.extract_text()) for page in reader.pages))


def without_citations(words: str) -> str:
    """Squeezed words of a PDF without the names that stand in brackets, for which pages have numbers."""
    return re.sub(r"\[\D[^\[\]]*,(\d{4}|n\.d\.)\]", "", words)


def pieces(page: PageObject) -> list[Piece]:
    found = []

    def note(text, cm, tm, font, size):
        if text.strip():
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            found.append(Piece(text.strip(), x, y, abs(size * tm[3] * cm[3])))

    page.extract_text(visitor_text=note)
    return found


def fonts(reader: PdfReader) -> Iterator[str]:
    """The names of the fonts in a PDF, without the mark of a subset."""
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            yield font.get_object()["/BaseFont"].split("+")[-1]
