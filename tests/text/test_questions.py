"""The page of questions answers each in a few breaths, with the verdicts on what the articles say."""

import re

from betweenus.evidence import read_claims
from tests.conftest import ROOT
from tests.text.prose import paragraphs, source

TEXT = source(ROOT / "book" / "questions.md")
ANSWERS = dict(re.findall(r"^## ([^\n]+\?)\n(.*?)(?=^## |^\(|\Z)", TEXT, flags=re.M | re.S))


def test_there_are_twenty_questions():
    assert len(ANSWERS) == 20


def test_each_answer_has_80_to_200_words():
    words = {question: sum(len(text.split()) for text in paragraphs(answer)) for question, answer in ANSWERS.items()}
    assert {question: count for question, count in words.items() if not 80 <= count <= 200} == {}


def test_every_question_of_the_articles_has_its_badge():
    asked = [claim.id for claim in read_claims(ROOT).values() if claim.kind == "faq"]
    assert [id for id in asked if f"{{claim}}`{id}`" not in TEXT] == []
