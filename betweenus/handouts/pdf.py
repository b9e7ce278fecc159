"""From a template and its content to a PDF."""

import json
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import matplotlib
import typst

from betweenus.fonts import FOLDER as FONTS

TEMPLATES = Path(__file__).parent
PAPERS = {"a4": "A4", "letter": "Letter"}
# Tagged, titled, with a language: what a screen reader needs.
STANDARD = "ua-1"


class HandoutError(ValueError):
    """Typst could not set a handout; the message says which and why."""


def compile_pdf(template: str, content: dict) -> bytes:
    """The PDF that a template makes of its content, the same on every machine.

    Args:
        template: the name of a `.typ` file in this folder, without its ending.
        content: what the template reads: `title`, `book`, `language`, `paper` (a name of `PAPERS`),
            `large` (whether in large print) and what is its own.

    Raises:
        HandoutError: when it can't be set, such as a card whose words don't fit on it.
    """
    try:
        return compiler().compile(
            input=str(TEMPLATES / f"{template}.typ"),
            format="pdf",
            sys_inputs={"handout": json.dumps(content)},
            pdf_standards=STANDARD,
            timestamp=0,
        )
    except typst.TypstError as error:
        raise HandoutError(f"{content['title']}, {template}: {error}") from None


@cache
def compiler() -> typst.Compiler:
    """Typst with the fonts that it is to take, and none of the machine's."""
    return typst.Compiler(
        str(TEMPLATES / "common.typ"),
        root=str(TEMPLATES),
        font_paths=fonts(),
        ignore_system_fonts=True,
    )


def fonts() -> typst.Fonts:
    """The book's, and those that come with Typst and matplotlib for letters that these lack."""
    folders = (FONTS, Path(matplotlib.get_data_path()) / "fonts" / "ttf")
    return typst.Fonts(include_system_fonts=False, font_paths=[str(folder) for folder in folders])


def digest(template: str, content: dict) -> str:
    """Changes when, and only when, something changes that the PDF is made of."""
    parts = [template, json.dumps(content, sort_keys=True), templates_digest()]
    return sha256("\0".join(parts).encode()).hexdigest()


@cache
def templates_digest() -> str:
    files = [path.read_bytes() for path in (*sorted(TEMPLATES.glob("*.typ")), *sorted(FONTS.glob("*.ttf")))]
    versions = f"{version('typst')} {version('matplotlib')}"
    return sha256(b"\0".join([versions.encode(), *files])).hexdigest()
