"""How much schooling a page asks of its reader."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from pyphen import Pyphen

from betweenus.editorial.limits import pages_asked, texts_by_kind
from betweenus.editorial.lists import file_of, lines_of_list
from betweenus.editorial.prose import Part, Text
from betweenus.project import SourceError
from betweenus.project.project import Project

NAMES = "technical_names.txt"
# Syllables are counted as for American English, from whose readers the formula comes.
ENGLISH = "en_US"
SENTENCE = re.compile(r"\b[^.!?]+[.!?]*")
NO_WORD = re.compile(r"[^\w\s]")
# "Yes." and "Not now." are no sentences whose length says anything.
SHORTEST = 3


def reading_level(project: Project) -> Iterator[SourceError]:
    """Pages that ask for more schooling than they may, each with its hardest paragraph."""
    names = any_of(lines_of_list(project, NAMES))
    for kind, text in pages_asked(project, "reading_grade"):
        found = grade(sentences_of(text.paragraphs, names))
        if found > kind.reading_grade:
            hardest = max(text.paragraphs, key=lambda part: strain(part, names))
            yield hardest.problem(
                f"this page reads at grade {found:.1f}; {kind.kind} reads at {kind.reading_grade:g} or lower. "
                "Shorten its sentences or its words; this paragraph is the hardest."
            )


def any_of(names: Iterable[str]) -> re.Pattern:
    """What finds any of the names; without names, nothing."""
    either = "|".join(map(re.escape, names))
    return re.compile(rf"\b(?:{either})\b" if either else "(?!)", re.IGNORECASE)


def strain(part: Part, names: re.Pattern) -> float:
    """How much a paragraph adds to the grade of its page: by how hard it is, and how long."""
    sentences = sentences_of([part], names)
    return grade(sentences) * len(sentences) if sentences else 0


def technical_names(project: Project) -> Iterator[SourceError]:
    """Names on the list of short words that no page uses."""
    texts: Iterable[Text] = {text.path: text for _, texts in texts_by_kind(project) for text in texts}.values()
    written = "\n".join(text.markdown for text in texts).lower()
    for name, line in lines_of_list(project, NAMES).items():
        if name.lower() not in written:
            message = f"{name} stands in no text any more; take it out."
            yield SourceError(file_of(project, NAMES), line, message)


def sentences_of(parts: Iterable[Part], names: re.Pattern) -> list[list[str]]:
    """The words of each sentence; a technical name counts as one short word."""
    found = []
    for part in parts:
        for sentence in SENTENCE.findall(names.sub("it", part.text)):
            found.append(NO_WORD.sub("", sentence).lower().split())
    return found


def grade(sentences: list[list[str]]) -> float:
    """The grade of an American school in which most can read a text, by the formula of J. P. Kincaid, R. P.
    Fishburne, R. L. Rogers and B. S. Chissom (1975), *Derivation of new readability formulas for Navy enlisted
    personnel*, Research Branch Report 8-75."""
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return 0
    long_enough = sum(1 for sentence in sentences if len(sentence) >= SHORTEST) or 1
    return 0.39 * len(words) / long_enough + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


@cache
def syllables(word: str) -> int:
    return 1 + len(hyphens().positions(word))


@cache
def hyphens() -> Pyphen:
    return Pyphen(lang=ENGLISH)
