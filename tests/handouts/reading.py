"""Reads PDFs back: their words without spaces, and where on a page a text stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from pypdf import PageObject, PdfReader

FOOT = re.compile(r"^.* · .*\d+ of \d+$", re.MULTILINE)


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
