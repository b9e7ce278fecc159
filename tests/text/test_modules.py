"""Each module has its page, its notebook and its exercises, and they lead into each other."""

import ast
import re

import pytest

from betweenus import Reflection
from betweenus.exercises import read_exercises
from tests.conftest import ROOT
from tests.text.prose import MODULES, cells, headings, paragraphs, source

FIRST = ["What you will be able to do", "Before you start"]
LAST = [
    "Alone, together, in a group",
    "When this is not for now",
    "Five key points",
    "What the articles say, and what the evidence says",
    "Further reading",
]
WAYS = ["Alone.", "With a partner.", "With partners.", "In a group."]
KINDS = {kind.__name__ for kind in Reflection.__subclasses__()}

every_module = pytest.mark.parametrize("page", MODULES, ids=lambda page: page.stem)


def section(page, heading: str) -> str:
    text = source(page).replace("’", "'")
    return re.search(rf"^## {re.escape(heading)}$(.*?)(?=^## |\Z)", text, re.M | re.S)[1]


def reflections(page) -> list[ast.Call]:
    """The calls in a module's notebook that make reflections, in their order."""
    code = [
        "".join(cell["source"])
        for cell in cells(ROOT / "notebooks" / f"{page.stem}.ipynb")
        if cell["cell_type"] == "code"
    ]
    calls = [node for text in code for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
    return [call for call in calls if getattr(call.func, "id", "") in KINDS]


def kinds(page) -> list[str]:
    return [call.func.id for call in reflections(page)]


def test_there_are_four_modules():
    assert [page.stem for page in MODULES] == ["challenges", "communication", "emotional-intimacy", "hormones"]


@every_module
def test_a_page_begins_and_ends_as_all_modules_do(page):
    found = headings(source(page))
    assert found[:2] == FIRST
    assert found[-5:] == LAST


@every_module
def test_a_page_is_one_sitting_long(page):
    words = sum(len(text.split()) for text in paragraphs(source(page)))
    assert 1800 <= words <= 3000


@every_module
def test_a_page_shows_at_least_three_figures(page):
    assert len(set(re.findall(r"^```\{chart\} (\S+)", source(page), re.M))) >= 3


@every_module
def test_a_page_says_how_to_skip_and_where_to_turn(page):
    assert re.search(r"\bskip\b|\bpass over\b", section(page, "Before you start"))
    assert "help.md" in section(page, "When this is not for now")


@every_module
def test_a_page_has_a_way_alone_with_one_with_several_and_in_a_group(page):
    assert re.findall(r"^\*\*(.+?)\*\*", section(page, "Alone, together, in a group"), re.M) == WAYS


@every_module
def test_a_page_ends_its_ideas_in_five_points(page):
    assert re.findall(r"^(\d)\. ", section(page, "Five key points"), re.M) == list("12345")


@every_module
def test_a_page_leads_to_its_notebook_and_to_every_exercise_of_its_module(page):
    text = source(page)
    assert f"notebooks/{page.stem}.ipynb" in text
    missing = [
        exercise.name
        for exercise in read_exercises(ROOT)
        if exercise.front.module == page.stem and f"exercises/{exercise.name}.md" not in text
    ]
    assert missing == []


@every_module
def test_a_page_links_the_words_it_explains_to_the_glossary(page):
    assert "{term}`" in source(page)


@every_module
def test_a_notebook_has_eight_reflections_of_five_kinds(page):
    assert len(kinds(page)) >= 8
    assert len(set(kinds(page))) >= 5


@every_module
def test_a_notebook_goes_from_a_check_in_to_a_check_out(page):
    assert kinds(page)[0] == "Scale"
    assert "Scale" in kinds(page)[-2:]


@every_module
def test_a_notebook_checks_the_evidence_twice_and_ends_in_a_plan(page):
    assert kinds(page).count("EvidenceCheck") >= 2
    assert "Plan" in kinds(page)[-3:]


@every_module
def test_a_notebook_leads_to_my_pages_and_back_to_its_module(page):
    text = source(ROOT / "notebooks" / f"{page.stem}.ipynb")
    assert "(my-pages.ipynb)" in text
    assert f"book/modules/{page.stem}.md" in text
