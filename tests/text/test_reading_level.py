"""A tired reader can read every page: Flesch-Kincaid grade 10 or lower, as textstat counts it."""

import re
import warnings

import pytest

from tests.conftest import ROOT
from tests.text.prose import EXERCISES, NOTEBOOKS, PAGES, paragraphs, shown, source

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # this release of textstat still imports pkg_resources
    import textstat

GRADE = 10
NAMES = [
    line
    for line in (ROOT / "tests" / "text" / "technical_names.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
NAME = re.compile(rf"\b({'|'.join(NAMES)})\b", re.IGNORECASE)
READ = [path for path in (*PAGES, *NOTEBOOKS, *EXERCISES) if path.name != "references.md"]


def grade(path) -> float:
    sentences = [text if text.endswith((".", "?", "!")) else f"{text}." for text in paragraphs(source(path))]
    return textstat.flesch_kincaid_grade(NAME.sub("it", " ".join(sentences)))


@pytest.mark.parametrize("path", READ, ids=shown)
def test_it_reads_at_grade_10_or_lower(path):
    assert grade(path) <= GRADE


def test_every_technical_name_is_used_somewhere():
    text = " ".join(source(path) for path in READ).lower()
    assert [name for name in NAMES if name.lower() not in text] == []
