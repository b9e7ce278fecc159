"""The words of a page: those that a review is about.

They are what its file says (its front matter too; of a notebook its cells without outputs) and what it shows from
elsewhere: the verdicts of its claims, its figures with their numbers, the lines of help. How lines are broken and
how much room is between words changes nothing; everything else does, marks included. What a publisher sets, such as
services nearby, and the engine's own words are no part of them.
"""

import ast
import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, cached_property
from hashlib import sha256

import yaml

from betweenus.project import Project, of_project
from betweenus.project.sources import LOADER

CLAIMS = "seeds/claims.yml"
HELP = "seeds/help.yml"
FIGURES = "figures"
NUMBERS = "seeds/data"
# Where a page may show something from.
SHOWN = (CLAIMS, HELP, FIGURES, NUMBERS)
# A line that begins something new: a heading, an item, a row, a field, a directive.
BEGINS = re.compile(r"^\s*(#{1,6}\s|[-*+|>]\s|\d+\.\s|[\w-]+:(\s|$)|:::|```|---$)")
SENTENCE_ENDS = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][*_\"”’)]))\s+(?=[^a-z\s])")

# Gives the text of a file by its path, or nothing where there is none.
Read = Callable[[str], str | None]


@dataclass(frozen=True)
class Content:
    """The words of a page, sentence by sentence."""

    sentences: tuple[str, ...]

    @cached_property
    def digest(self) -> str:
        return f"sha256:{sha256(' '.join(self.sentences).encode()).hexdigest()}"

    def changed_since(self, before: "Content") -> int:
        """How many sentences are not as they were."""
        matcher = SequenceMatcher(None, before.sentences, self.sentences, autojunk=False)
        sizes = [max(b - a, d - c) for what, a, b, c, d in matcher.get_opcodes() if what != "equal"]
        return sum(sizes)


@of_project
def reader_of(project: Project) -> Read:
    """Reads the files of a project as they are now, each once."""

    @cache
    def read(path: str) -> str | None:
        file = project.root / path
        return file.read_text(encoding="utf-8") if file.is_file() else None

    return read


def content_of(read: Read, path: str) -> Content | None:
    """The words of a page, or nothing where there is no such page."""
    source = read(path)
    if source is None:
        return None
    own = words_of_notebook(source) if path.endswith(".ipynb") else source
    parts = (own, *claims_shown(read, own), *figures_shown(read, own), *help_shown(read, own))
    return Content(tuple(sentence for part in parts for sentence in sentences_of(part)))


def words_of_notebook(source: str) -> str:
    try:
        return "\n\n".join("".join(cell["source"]) for cell in json.loads(source)["cells"])
    except (ValueError, KeyError, TypeError):
        return source


def claims_shown(read: Read, text: str) -> Iterator[str]:
    """The claims whose ids stand in a text, or whose table or ledger does, each with its verdict."""
    claims = claims_in(read(CLAIMS) or "")
    tables = set(re.findall(r"^`{3,}\{claims\}\s+(\S+)", text, flags=re.MULTILINE))
    all_of_them, ids = "{ledger}" in text, set(re.findall(r"\b[A-Z]\d+\b", text))
    for claim in claims:
        if all_of_them or claim.get("id") in ids or claim.get("module") in tables:
            yield "\n".join(f"{name}: {value}" for name, value in claim.items())


@cache
def claims_in(source: str) -> list[dict]:
    try:
        claims = yaml.load(source, Loader=LOADER)
    except yaml.YAMLError:
        return []
    return [claim for claim in claims if isinstance(claim, dict)] if isinstance(claims, list) else []


def figures_shown(read: Read, text: str) -> Iterator[str]:
    """The words of the figures that a text names, as `file.function`, and the numbers that they read."""
    for file, name in dict.fromkeys(re.findall(r"\b(\w+)\.(\w+)\b", text)):
        words = figures_in(read(f"{FIGURES}/{file}.py") or "").get(name, ())
        yield from words
        names = dict.fromkeys(word for word in words if re.fullmatch(r"[\w-]+", word))
        yield from filter(None, (read(f"{NUMBERS}/{name}.csv") for name in names))


@cache
def figures_in(source: str) -> dict[str, tuple[str, ...]]:
    """The words of each figure: how it is drawn is no part of them."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return {}
    return {node.name: tuple(words_in(node)) for node in tree.body if isinstance(node, ast.FunctionDef)}


def words_in(node: ast.AST) -> Iterator[str]:
    """The strings of a piece of code, from its first to its last."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    for child in ast.iter_child_nodes(node):
        yield from words_in(child)


def help_shown(read: Read, text: str) -> Iterator[str]:
    if "{help-lines}" in text:
        yield read(HELP) or ""


def sentences_of(text: str) -> Iterator[str]:
    """The sentences of a text, each with one space between its words."""
    for paragraph in paragraphs_of(unicodedata.normalize("NFC", text.removeprefix("\ufeff"))):
        yield from SENTENCE_ENDS.split(paragraph)


def paragraphs_of(text: str) -> Iterator[str]:
    lines: list[str] = []
    for line in (*text.splitlines(), ""):
        if lines and (not line.strip() or BEGINS.match(line)):
            yield " ".join(" ".join(lines).split())
            lines = []
        if line.strip():
            lines.append(line)
