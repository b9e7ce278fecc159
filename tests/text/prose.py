"""The prose of a page, a notebook or an exercise: what a reader reads, without markup."""

import json
import re
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.conftest import ROOT

FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
# Roles whose text is not read as part of a sentence.
SILENT = ("claim", "cite:p")
CODE_PROSE = re.compile(r'"([^"\n]{12,})"')


def source(path: Path) -> str:
    """The Markdown of a file; of a notebook, that of its text cells."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".ipynb":
        return FRONT_MATTER.sub("", text)
    return "\n\n".join("".join(cell["source"]) for cell in cells(path) if cell["cell_type"] == "markdown")


def cells(path: Path) -> list[dict]:
    return json.loads(path.read_text(encoding="utf-8"))["cells"]


def said_in_code(path: Path) -> str:
    """The sentences inside a notebook's code: prompts, hints, cards."""
    code = "\n".join("".join(cell["source"]) for cell in cells(path) if cell["cell_type"] == "code")
    return "\n".join(CODE_PROSE.findall(code))


def paragraphs(text: str) -> list[str]:
    """Every paragraph, list item and table cell, as plain text; headings and directives left out."""
    tokens = MarkdownIt().enable("table").parse(text)
    return [
        spoken(token.children)
        for place, token in enumerate(tokens)
        if token.type == "inline" and tokens[place - 1].type != "heading_open"
    ]


def spoken(tokens: list[Token]) -> str:
    words = []
    for token in tokens:
        role = re.search(r"\{([\w:]+)\}$", words[-1]) if words and token.type == "code_inline" else None
        if role:
            words[-1] = words[-1][: role.start()]
            if role[1] not in SILENT:
                words.append(re.sub(r"\s*<[^>]*>$", "", token.content))
        elif token.type in ("text", "code_inline"):
            words.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            words.append(" ")
    return re.sub(r"\s+", " ", "".join(words)).strip()


def headings(text: str, level: int = 2) -> list[str]:
    tokens = MarkdownIt().parse(text)
    return [
        tokens[place + 1].content.replace("’", "'")
        for place, token in enumerate(tokens)
        if token.type == "heading_open" and token.tag == f"h{level}"
    ]


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


PAGES = sorted((ROOT / "book").rglob("*.md"))
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
EXERCISES = sorted((ROOT / "exercises").glob("*.md"))
MODULES = sorted((ROOT / "book" / "modules").glob("*.md"))
