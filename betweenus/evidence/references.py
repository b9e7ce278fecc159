"""The studies of `seeds/references.bib`."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markupsafe import Markup
from pybtex.backends.html import Backend
from pybtex.database import Entry, parse_file
from pybtex.exceptions import PybtexError
from pybtex.style.formatting.unsrt import Style

from betweenus.project import SourceError, find_root


@dataclass(frozen=True)
class Reference:
    """One study, ready to print.

    Attributes:
        key: its key in the file.
        html: the full reference with its link, as safe HTML.
        entry: the entry as read.
    """

    key: str
    html: Markup
    entry: Entry


def references_file(root: Path) -> Path:
    return root / "seeds" / "references.bib"


@cache
def read_references(root: Path | None = None) -> dict[str, Reference]:
    """All references by key.

    Args:
        root: the project's folder; found from the working directory by default.

    Raises:
        SourceError: naming file and line when the file cannot be read.
    """
    path = references_file(root or find_root())
    try:
        entries = parse_file(str(path), "bibtex", encoding="utf-8").entries
    except PybtexError as error:
        raise SourceError(path, getattr(error, "lineno", None), f"this is not BibTeX: {error}.") from None
    style, backend = Style(), Backend("utf-8")
    formatted = style.format_entries(list(entries.values()))
    return {
        item.key: Reference(item.key, Markup(item.text.render(backend)), entries[item.key])
        for item in formatted
    }
