"""The prose of a page, a notebook or an exercise: what a reader reads, without markup, and where it stands."""

import ast
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from betweenus.project import SourceError
from betweenus.project.project import Project, of_project

FRONT_MATTER = re.compile(r"\A---\n(.*?)^---\n", re.DOTALL | re.MULTILINE)
# Roles whose text is not read as part of a sentence, unless it stands before something in <>.
SILENT = ("claim", "cite:p")
# The directive whose content is read: one term or explanation a line.
GLOSSARY = "{glossary}"
# A place that links lead to, on a line of its own.
TARGET = re.compile(r"\([\w-]+\)=$")
# Shorter strings in a notebook's code are names and labels rather than sentences.
SENTENCE = 12
# The loader in C where it comes with PyYAML: ten times as fast.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Part:
    """What is read in one go: a paragraph, a list item, a cell of a table, a heading, a string.

    Attributes:
        path: its file.
        text: its words, without markup.
        first: the first of its lines.
        last: the last of its lines.
        cell: in a notebook, the number of its cell; its lines are then those of the cell.
        markdown: of a paragraph, its words with markup.
    """

    path: Path
    text: str
    first: int
    last: int
    cell: int | None = None
    markdown: str = ""

    def problem(self, message: str, said: str = "") -> SourceError:
        """What is wrong here; the line is that of the words that were said, if they can be found."""
        if self.cell:
            return SourceError(self.path, None, message, cell=self.cell)
        lines = self.path.read_text(encoding="utf-8").split("\n")
        for words in (said, *said.split()[:1]):
            for line in range(self.first, min(self.last, len(lines)) + 1):
                if words in lines[line - 1]:
                    return SourceError(self.path, line, message)
        return SourceError(self.path, self.first, message)


@dataclass(frozen=True)
class Heading(Part):
    """A heading, with its level from 1."""

    level: int = 1


@dataclass(frozen=True)
class Text:
    """A file as it is read.

    Attributes:
        path: the file.
        markdown: its Markdown; of a notebook, that of its text cells.
        first_line: the line at which the Markdown begins.
        paragraphs: also list items and cells of tables.
        headings: in their order.
        strings: what is said in the front matter or in a notebook's code, such as cards and prompts.
        code: the code of a notebook's cells by their number, as far as it is Python.
    """

    path: Path
    markdown: str
    first_line: int
    paragraphs: tuple[Part, ...]
    headings: tuple[Heading, ...]
    strings: tuple[Part, ...]
    code: dict[int, ast.Module]

    @property
    def everything(self) -> tuple[Part, ...]:
        return (*self.headings, *self.paragraphs, *self.strings)

    @property
    def sections(self) -> list[Heading]:
        return [heading for heading in self.headings if heading.level == 2]

    def problem(self, message: str) -> SourceError:
        return SourceError(self.path, None, message)

    def end_of(self, section: Heading) -> int:
        """The last line of a section of a page."""
        later = [other.first - 1 for other in self.sections if other.first > section.first]
        return min(later, default=self.first_line + self.markdown.count("\n"))

    def markdown_of(self, section: Heading) -> str:
        """What stands below the heading of a section of a page."""
        lines = self.markdown.split("\n")
        return "\n".join(lines[section.last + 1 - self.first_line : self.end_of(section) + 1 - self.first_line])

    def paragraphs_of(self, section: Heading) -> list[Part]:
        return [part for part in self.paragraphs if section.first < part.first <= self.end_of(section)]


@of_project
def texts_of(project: Project) -> dict[Path, Text]:
    """Every page, notebook and exercise, in this order."""
    return {path: read_text(path) for path in project.text_files}


def read_text(path: Path) -> Text:
    return read_notebook(path) if path.suffix == ".ipynb" else read_page(path)


def read_page(path: Path) -> Text:
    source = path.read_text(encoding="utf-8")
    front = FRONT_MATTER.match(source)
    markdown = source[front.end() :] if front else source
    first_line = source.count("\n", 0, front.end() if front else 0) + 1
    paragraphs, headings = parts_of(markdown, path, first_line)
    strings = tuple(strings_in_yaml(front[1], path)) if front else ()
    return Text(path, markdown, first_line, paragraphs, headings, strings, {})


def read_notebook(path: Path) -> Text:
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    except (ValueError, KeyError):
        raise SourceError(path, None, "this is not a notebook; save it again in JupyterLab.") from None
    markdown, code, paragraphs, headings = [], {}, (), ()
    for number, cell in enumerate(cells, start=1):
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            markdown.append(source)
            more, titles = parts_of(source, path, 1, number)
            paragraphs, headings = paragraphs + more, headings + titles
        elif cell["cell_type"] == "code" and (tree := parsed(source)):
            code[number] = tree
    strings = tuple(part for number, tree in code.items() for part in strings_in_code(tree, path, number))
    return Text(path, "\n\n".join(markdown), 1, paragraphs, headings, strings, code)


def parsed(code: str) -> ast.Module | None:
    """The code of a cell; nothing if it is more than Python, such as a magic command."""
    try:
        return ast.parse(code)
    except SyntaxError:
        return None


def strings_in_code(tree: ast.Module, path: Path, cell: int) -> Iterator[Part]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) >= SENTENCE:
            yield Part(path, node.value, node.lineno, node.end_lineno or node.lineno, cell)


def strings_in_yaml(text: str, path: Path) -> Iterator[Part]:
    """The strings in a front matter; one that can't be read is the matter of whoever reads it."""
    try:
        tree = yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError:
        return
    for node in scalars(tree):
        if node.tag == "tag:yaml.org,2002:str":
            yield Part(path, node.value, node.start_mark.line + 2, node.end_mark.line + 2)


def scalars(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from scalars(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from scalars(value)
    elif isinstance(node, yaml.ScalarNode):
        yield node


@cache
def reader() -> MarkdownIt:
    return MarkdownIt().enable("table")


def parts_of(
    markdown: str, path: Path, first_line: int, cell: int | None = None
) -> tuple[tuple[Part, ...], tuple[Heading, ...]]:
    """The paragraphs and the headings of Markdown; of directives, only what a glossary says."""
    paragraphs, headings, lines, before = [], [], (0, 1), None
    for token in reader().parse(markdown):
        lines = token.map or lines  # a cell of a table has none of its own
        first, last = first_line + lines[0], first_line + lines[1] - 1
        if token.type == "inline" and before.type == "heading_open":
            name = spoken(token).replace("’", "'")
            headings.append(Heading(path, name, first, last, cell, level=int(before.tag[1:])))
        elif token.type == "inline":
            paragraphs.append(Part(path, spoken(token), first, last, cell, token.content))
        elif token.type == "fence" and token.info.startswith(GLOSSARY):
            paragraphs.extend(glossary(token.content, path, first + 1, cell))
        before = token
    return tuple(part for part in paragraphs if not TARGET.match(part.text)), tuple(headings)


def glossary(content: str, path: Path, first_line: int, cell: int | None) -> Iterator[Part]:
    for number, line in enumerate(content.splitlines(), start=first_line):
        if line and not line.startswith(":"):
            yield Part(path, without_markup(line.strip()), number, number, cell, line.strip())


def without_markup(markdown: str) -> str:
    """What is read of some words of a paragraph."""
    return spoken(reader().parseInline(markdown)[0])


def spoken(inline: Token) -> str:
    """What is read of a paragraph: its text and that of its links, without what stands behind them."""
    words = []
    for token in inline.children or ():
        role = re.search(r"\{([\w:]+)\}$", words[-1]) if words and token.type == "code_inline" else None
        if role:
            words[-1] = words[-1][: role.start()]
            if role[1] in SILENT and "<" not in token.content:
                words[-1] = words[-1].rstrip()
            else:
                words.append(re.sub(r"\s*<[^>]*>$", "", token.content))
        elif token.type in ("text", "code_inline"):
            words.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            words.append(" ")
    return re.sub(r"\s+", " ", "".join(words)).strip()


def number_of_words(parts: Sequence[Part]) -> int:
    return sum(len(part.text.split()) for part in parts)
