"""The course speaks to adults of any body and any constellation, and asks nothing of them."""

import re

import pytest
import yaml

from betweenus.evidence import read_claims
from tests.conftest import ROOT
from tests.text.prose import EXERCISES, NOTEBOOKS, PAGES, paragraphs, said_in_code, shown, source

WORDS = yaml.safe_load((ROOT / "tests" / "text" / "words.yml").read_text(encoding="utf-8"))


def found(text: str) -> list[str]:
    """Each term in the text that the list avoids, with the words around it and what to write instead."""
    said = []
    for word in WORDS:
        allowed = [match.span() for match in re.finditer(word["unless"], text, re.I)] if "unless" in word else []
        for match in re.finditer(word["pattern"], text, re.I):
            if not any(start < match.end() and match.start() < end for start, end in allowed):
                around = text[max(0, match.start() - 40) : match.end() + 40]
                said.append(f"… {around} …: not {match[0]!r} but {word['instead']} ({word['because']})")
    return said


@pytest.mark.parametrize("path", (*PAGES, *NOTEBOOKS, *EXERCISES), ids=shown)
def test_a_page_uses_no_word_that_shames_or_excludes(path):
    text = "\n".join(paragraphs(source(path)))
    if path.suffix == ".ipynb":
        text += said_in_code(path)
    if path in EXERCISES:
        text += path.read_text(encoding="utf-8").split("---\n", 2)[1]
    assert found(text) == []


def test_no_verdict_uses_a_word_that_shames_or_excludes(root):
    assert [line for claim in read_claims(root).values() for line in found(claim.summary)] == []


@pytest.mark.parametrize("word", WORDS, ids=lambda word: word["instead"][:30])
def test_each_entry_says_what_to_write_and_why(word):
    assert re.compile(word["pattern"]) and word["instead"] and word["because"]


def test_a_term_that_is_avoided_is_found_with_the_words_around_it():
    assert found("Sex is a normal part of life.") == [
        "… Sex is a normal part of life. …: not 'normal' but common, usual, ordinary "
        "(it makes everyone else the exception)"
    ]
