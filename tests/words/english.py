"""Finds English words that are not the course's own."""

import ast
import csv
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml
from bs4 import BeautifulSoup

WORD = re.compile(r"[A-Za-z]{2,}")
# What stands for a value in a message.
VALUE = re.compile(r"\{\w+\}|%\(\w+\)s")
# Of a part of a page: its kind, the handouts and plans by the names of their files.
COMPARED = ("kind", "handout", "files", "ready")
SPOKEN = ("aria-label", "title", "placeholder", "alt")
# Names and forms that are no words of the engine: addresses, papers, file types; what the libraries that set
# references and pages write in English whatever the language is.
NAMES = {
    *("com", "www", "wikipedia", "org", "https", "http", "doi"),
    *("Esc", "age", "PDF", "Letter", "zip", "Markdown"),
}
LIBRARIES = {"and", "et", "al", "In", "URL", "pages", "volume", "number", "Link", "to", "this", "heading"}


def words_of_course(root: Path) -> set[str]:
    """Every word that stands in the text of a course, in small letters, and none that only names a field."""
    found = {word.lower() for word in NAMES | LIBRARIES}
    for text in texts_of_course(root):
        found |= {word.lower() for word in WORD.findall(text)}
    return found


def texts_of_course(root: Path) -> Iterator[str]:
    for path in root.rglob("*.md"):
        front, _, text = path.read_text(encoding="utf-8").rpartition("\n---\n")
        yield text
        yield from values(yaml.safe_load(front.removeprefix("---\n"))) if front else ()
    for path in root.rglob("*.ipynb"):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            source = "".join(cell["source"])
            yield source
    for path in (root / "figures").glob("*.py"):
        yield from strings_in(path.read_text(encoding="utf-8"))
    for path in (*root.glob("*.yml"), *(root / "seeds").rglob("*.yml")):
        yield from values(yaml.safe_load(path.read_text(encoding="utf-8")))
    for path in (root / "seeds" / "data").glob("*.csv"):
        yield from (value for row in csv.reader(path.read_text(encoding="utf-8").splitlines()) for value in row)
    yield (root / "seeds" / "references.bib").read_text(encoding="utf-8")


def strings_in(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def values(content) -> Iterator[str]:
    """The strings of YAML or JSON that people read: no keys, and nothing that only code compares."""
    if isinstance(content, dict):
        content = [value for name, value in content.items() if name not in COMPARED]
    if isinstance(content, str):
        yield content
    elif isinstance(content, Iterable):
        for each in content:
            yield from values(each)


def texts_on_page(html: str) -> Iterator[str]:
    """What a page shows or says: its text, also in templates that scripts fill, and the words that scripts get."""
    page = BeautifulSoup(html, "html.parser")
    for script in page.find_all("script"):
        if script.get("type") == "application/json" and script.string:
            yield from values(json.loads(script.string))
        script.decompose()
    for code in page.find_all("style"):
        code.decompose()
    yield from page.stripped_strings
    for element in page.find_all(True):
        for name, value in element.attrs.items():
            if name in SPOKEN or (name.startswith("data-") and isinstance(value, str) and " " in value):
                yield value


def english(texts: Iterable[str], known: set[str]) -> set[str]:
    """The words of texts that a course doesn't know."""
    return {word for text in texts for word in WORD.findall(VALUE.sub("", text)) if word.lower() not in known}
