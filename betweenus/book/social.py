"""The picture that other sites show where somebody passes on the book's address."""

import json
from pathlib import Path

import typst

from betweenus.art import alone, art
from betweenus.book.colours import colours_alone, tokens
from betweenus.handouts.pdf import fonts
from betweenus.project import Project

TEMPLATE = Path(__file__).with_suffix(".typ")
NAME = "card.png"


def address(book: str) -> str:
    """Where it lies in a book with a known address; without one, nobody could find it."""
    return f"{book.rstrip('/')}/_static/{NAME}" if book else ""


def social_card(project: Project) -> bytes:
    """The book's title beside its artwork, as a PNG."""
    card = {
        "title": project.config.title,
        "language": project.language.split("-")[0],
        "art": alone(art("overlap", 640), colours_alone(project)),
        **{name: tokens("light")[name] for name in ("ground", "text")},
    }
    return typst.compile(
        str(TEMPLATE),
        format="png",
        ppi=72,
        sys_inputs={"card": json.dumps(card)},
        font_paths=fonts(),
        ignore_system_fonts=True,
    )
