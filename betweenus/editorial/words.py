"""Words that a course does without, and what to write instead."""

import re
from collections.abc import Iterator

from betweenus.editorial.lists import Filled, Term, read_list
from betweenus.editorial.prose import Part, texts_of
from betweenus.editorial.rooms import claims
from betweenus.evidence import Claim
from betweenus.project import SourceError
from betweenus.project.project import Project

FILE = "words.yml"
AROUND = 40


class Word(Term):
    """A term to do without.

    Attributes:
        instead: what to write.
        because: why.
    """

    instead: Filled
    because: Filled


def words_to_do_without(project: Project) -> Iterator[SourceError]:
    """Each such word in a text, in a notebook's prompts, on a card, or in the verdict on a claim."""
    words = read_list(project, FILE, list[Word]) or []
    if not words:
        return
    texts = (part for text in texts_of(project).values() for part in text.everything)
    for part in (*texts, *(part for _, part in verdicts(project))):
        for said, message in found(part.text, words):
            yield part.problem(message, said)


def verdicts(project: Project) -> Iterator[tuple[Claim, Part]]:
    """What the course says of each of its claims, in its own words; the claims themselves are what others say."""
    path = project.claims_file
    if not path.exists():
        return
    lines = path.read_text(encoding="utf-8").splitlines()
    for claim in claims(project):
        own = re.compile(rf"\bid: {claim.id}\b")
        first = next((number for number, line in enumerate(lines, start=1) if own.search(line)), 1)
        later = (number - 1 for number, line in enumerate(lines, start=1) if number > first and line.startswith("-"))
        yield claim, Part(path, claim.summary, first, next(later, len(lines)))


def found(text: str, words: list[Word]) -> Iterator[tuple[str, str]]:
    """Each term in a text: itself, and the words around it with what to write instead."""
    for word in words:
        for match in word.found(text):
            around = text[max(0, match.start() - AROUND) : match.end() + AROUND]
            yield match[0], f"… {around} …: not {match[0]!r} but {word.instead} ({word.because})."
