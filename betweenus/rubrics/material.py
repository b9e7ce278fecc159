"""What can be counted of a page or a sheet, without what a person has to judge."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from betweenus.editorial.prose import Text, reader, texts_of
from betweenus.exercises import Exercise, exercises_of
from betweenus.handouts.documents import CARDS, Handout, lead_of
from betweenus.handouts.make import handouts_from
from betweenus.handouts.markdown import texts
from betweenus.project import Project, of_project
from betweenus.rubrics.unit import Unit

CHART = re.compile(r"^```\{chart\} (\S+)", re.MULTILINE)
# Directives of the engine that make a table, each with the template that has its headings.
TABLES = {"claims": "evidence/claims.html"}
HEADING_OF_COLUMN = re.compile(r'\{\{ _\("([^"]+)"\) \}\}</th>')
# What every sheet carries, whatever it is about.
COMMON = ("book", "language", "direction", "near", "everywhere", "words", "age", "reviewed")


@dataclass(frozen=True)
class Material:
    """What people read, as far as it can be counted.

    Attributes:
        paragraphs: with items of lists and cells of tables.
        sections: what stands below each heading, with the number of its words.
        lists: how many lists there are.
        bold: how many words or phrases are bold.
        figures: the names of the figures.
        images: how many pictures there are beside them, of which no caption is known.
        columns: the headings of the columns of each table.
        links: where its links lead.
        tools: what a sheet has to write on or to hold: lines, answers to tick, cards.
        exercise: the exercise that it is.
    """

    paragraphs: tuple[str, ...]
    sections: dict[str, int]
    lists: int
    bold: int
    figures: tuple[str, ...] = ()
    images: int = 0
    columns: tuple[tuple[str, ...], ...] = ()
    links: tuple[str, ...] = ()
    tools: int = 0
    exercise: Exercise | None = None

    @property
    def words(self) -> int:
        return sum(len(paragraph.split()) for paragraph in self.paragraphs)


def material_of(project: Project, unit: Unit) -> Material:
    return of_sheet(project, unit) if unit.kind else of_page(project, unit)


@of_project
def exercises_by_path(project: Project) -> dict:
    return {exercise.path: exercise for exercise in exercises_of(project)}


def of_page(project: Project, unit: Unit) -> Material:
    text = texts_of(project)[unit.path]
    tokens = reader().parse(text.markdown)
    inline = [child for token in tokens for child in token.children or ()]
    return Material(
        paragraphs=tuple(part.text for part in text.paragraphs),
        sections=dict(sections_of(text)),
        lists=sum(token.type in ("bullet_list_open", "ordered_list_open") for token in tokens),
        bold=sum(child.type == "strong_open" for child in inline),
        figures=tuple(CHART.findall(text.markdown)),
        images=sum(child.type == "image" for child in inline),
        columns=(*columns_in(tokens), *columns_of_directives(project, text)),
        links=tuple(child.attrs["href"] for child in inline if child.type == "link_open"),
        exercise=exercises_by_path(project).get(unit.path),
    )


def sections_of(text: Text) -> Iterator[tuple[str, int]]:
    """Each heading but the first with the number of words up to the next."""
    ends = [heading.first for heading in text.headings[1:]]
    begins = zip(text.headings, [*ends, text.first_line + text.markdown.count("\n") + 1], strict=False)
    for heading, end in begins:
        below = [part for part in text.paragraphs if heading.first < part.first < end]
        if heading.level > 1:
            yield heading.text, sum(len(part.text.split()) for part in below)


def columns_in(tokens: list) -> Iterator[tuple[str, ...]]:
    names: list[str] = []
    for place, token in enumerate(tokens):
        if token.type == "th_open":
            names.append(tokens[place + 1].content)
        elif token.type == "thead_close":
            yield tuple(names)
            names = []


def columns_of_directives(project: Project, text: Text) -> Iterator[tuple[str, ...]]:
    for name, template in TABLES.items():
        source = project.words.templates.loader.get_source(project.words.templates, template)[0]
        for _ in re.findall(rf"^```\{{{name}\}}", text.markdown, re.MULTILINE):
            yield tuple(map(project.words, HEADING_OF_COLUMN.findall(source)))


def of_sheet(project: Project, unit: Unit) -> Material:
    handout = next(each for each in handouts_from(project, [unit.path]) if each.name == unit.name)
    own = {name: value for name, value in handout.content.items() if name not in COMMON}
    nodes = list(nodes_in(own))
    return Material(
        paragraphs=tuple(said(own)),
        sections=parts_of(handout.content),
        lists=sum(node["kind"] in ("bullets", "numbers") for node in nodes) + len(own.get("steps", ())),
        bold=sum(node["kind"] == "strong" for node in nodes) + len(own.get("steps", ())),
        tools=tools_on(handout, nodes),
    )


def parts_of(content: dict) -> dict[str, int]:
    """What stands below each heading of a sheet, with the number of its words; a bold beginning counts as a heading."""
    found = {content["title"]: 0}
    for key, value in content.items():
        blocks = value if isinstance(value, list | tuple) and key not in COMMON else ()
        name = content["words"].get(key)
        for block in blocks:
            name = beginning_of(block) or name or content["title"]
            found[name] = found.get(name, 0) + len(" ".join(said(block)).split())
    return found


def beginning_of(block: str | dict) -> str | None:
    """What a block of a sheet begins with that the eye takes for a heading: each step and each card has one."""
    if isinstance(block, str):
        return block.partition(".")[0]
    if block.get("kind") == "heading":
        return "".join(said(block))
    return lead_of(block) if "kind" in block else block.get("name")


def tools_on(handout: Handout, nodes: list[dict]) -> int:
    content = handout.content
    to_write = sum(node["kind"] == "lines" for node in nodes) + bool(content.get("on_paper"))
    cards = len(content["cards"]) if handout.kind is CARDS else 0
    return to_write + cards + len(content.get("answers", ())) + (content.get("slips", 1) > 1)


def nodes_in(content: object) -> Iterator[dict]:
    if isinstance(content, dict):
        if "kind" in content:
            yield content
        content = list(content.values())
    if isinstance(content, list | tuple):
        for each in content:
            yield from nodes_in(each)


def said(content: object) -> Iterator[str]:
    """The paragraphs of a sheet, and each string that its template sets by itself."""
    if isinstance(content, dict) and "inline" in content:
        yield "".join(node["text"] for node in texts(content["inline"]))
    elif isinstance(content, dict) and content.get("kind") == "lines":
        return
    elif isinstance(content, dict | list | tuple):
        values = content.items() if isinstance(content, dict) else enumerate(content)
        for name, value in values:
            if name != "kind":
                yield from said(value)
    elif isinstance(content, str) and content:
        yield content
