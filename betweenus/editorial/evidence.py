"""Where a text tells of the world it says who found it, and that one thing causes another only where lots were drawn.

A source stands in the same paragraph, list item or cell of a table. What needs none, and what may name a cause
all the same, is in a list with its reason.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from betweenus.editorial.limits import Globs, files_of
from betweenus.editorial.lists import Filled, Lines, Term, file_of, read_list
from betweenus.editorial.prose import Part, Text, texts_of, without_markup
from betweenus.editorial.rooms import references
from betweenus.editorial.structure import section_called
from betweenus.editorial.words import verdicts
from betweenus.evidence.references import RANDOMISED
from betweenus.project import SourceError
from betweenus.project.course import Model
from betweenus.project.project import Project

FILE = "evidence.yml"
EXCUSED = "needs_no_source.yml"
SOURCE = re.compile(r"\{(?:cite:\w+|claim)\}`")
CITATION = re.compile(r"\{cite:\w+\}`([^`]+)`")
# A sentence with its mark, which a bracket, a quotation mark or a citation may follow, up to a capital.
SENTENCE = re.compile(
    r".+?(?:[.!?…][\"”’)*]*(?:\s*\{cite:\w+\}`[^`]*`)*(?=\s+(?!\{cite)[\"“‘(*\[{]*[A-Z0-9{])|$)", re.DOTALL
)

# Quotation marks and apostrophes may be typed either way.
STRAIGHT = str.maketrans("‘’“”", "''\"\"")


class Place(Model):
    """Where a text has to say who found what it tells of the world.

    Attributes:
        files: patterns of paths.
        without: those of them that need not (`except` in the file).
        sections: the headings below which it has to; everywhere, if left out.
    """

    files: Globs
    without: Annotated[Globs, Field(alias="except")] = ()
    sections: tuple[Filled, ...] = ()


class Evidence(Model):
    """The list.

    Attributes:
        places: where sources are looked for.
        tells: what tells of the world.
        sources: what says who found it, beside a citation and a claim's badge.
        causes: what says that one thing causes another, in sentences that cite studies and in verdicts on claims.
    """

    places: tuple[Place, ...] = ()
    tells: tuple[Term, ...] = ()
    sources: tuple[Term, ...] = ()
    causes: tuple[Term, ...] = ()


class Excused(Model):
    """A sentence that needs no source, or may name a cause.

    Attributes:
        file: its file.
        begins: its beginning, without markup.
        because: why.
    """

    file: Filled
    begins: Filled
    because: Filled


@dataclass(frozen=True)
class Found:
    """A sentence that lacks something."""

    part: Part
    sentence: str
    term: str
    message: str

    def is_excused(self, project: Project, excused: Excused) -> bool:
        same_file = self.part.path == project.root / excused.file
        return same_file and straight(self.sentence).startswith(straight(excused.begins))

    def problem(self) -> SourceError:
        return self.part.problem(f"“{shortened(self.sentence)}”: {self.message}", self.term)


def straight(text: str) -> str:
    return text.translate(STRAIGHT)


def shortened(sentence: str, length: int = 70) -> str:
    return sentence if len(sentence) <= length else sentence[:length].rsplit(" ", 1)[0] + " …"


def evidence(project: Project) -> Iterator[SourceError]:
    """Sentences without a source, causes where no lots were drawn, and excuses that nothing needs."""
    listed = read_list(project, FILE, Evidence)
    if not listed:
        return
    excuses = read_list(project, EXCUSED, list[Excused]) or []
    found = [*without_source(project, listed), *causes_without_lots(project, listed)]
    needed = set()
    for one in found:
        numbers = {number for number, excused in enumerate(excuses) if one.is_excused(project, excused)}
        needed |= numbers
        if not numbers:
            yield one.problem()
    yield from not_needed(project, excuses, needed)


def not_needed(project: Project, excuses: list[Excused], needed: set[int]) -> Iterator[SourceError]:
    path = file_of(project, EXCUSED)
    for number, excused in enumerate(excuses):
        if number not in needed:
            message = (
                f"no sentence of {excused.file} that lacks a source begins with {excused.begins!r}; take this out."
            )
            yield SourceError(path, Lines(path)(number, "begins"), message)


def without_source(project: Project, listed: Evidence) -> Iterator[Found]:
    for part in parts_of_places(project, listed.places):
        if SOURCE.search(part.markdown) or first_of(listed.sources, part.text):
            continue
        for sentence in sentences_of(part.text):
            if term := first_of(listed.tells, sentence):
                message = (
                    f"{term!r} tells of the world, and nothing in the paragraph says who found it. Cite a study, show "
                    f"the claim's badge, say it otherwise, or add it to seeds/editorial/{EXCUSED} with the reason."
                )
                yield Found(part, sentence, term, message)


def parts_of_places(project: Project, places: tuple[Place, ...]) -> Iterator[Part]:
    texts = texts_of(project)
    for place in places:
        for path in files_of(project, place):
            if path in texts:
                yield from parts_of(texts[path], place.sections)


def parts_of(text: Text, sections: tuple[str, ...]) -> Iterator[Part]:
    """The paragraphs of a text, or of those of its sections that are named."""
    if not sections:
        yield from text.paragraphs
    for name in sections:
        if section := section_called(name, text):
            yield from text.paragraphs_of(section)


def causes_without_lots(project: Project, listed: Evidence) -> Iterator[Found]:
    sentences = list(sentences_with_studies(project))
    known = references(project) if sentences else {}
    allowed = {key for key, study in known.items() if study.design in RANDOMISED}
    for part, sentence, keys in sentences:
        if allowed & {*keys}:
            continue
        if term := first_of(listed.causes, sentence):
            message = (
                f"{term!r} says that one thing causes another, and {' and '.join(keys)} drew no lots. Say what goes "
                f"with what, or add it to seeds/editorial/{EXCUSED} with the reason."
            )
            yield Found(part, sentence, term, message)


def sentences_with_studies(project: Project) -> Iterator[tuple[Part, str, tuple[str, ...]]]:
    """Each sentence that cites studies, without markup and with their keys, and those of verdicts on claims."""
    for part in (part for text in texts_of(project).values() for part in text.paragraphs):
        for sentence in sentences_of(part.markdown) if "{cite:" in part.markdown else ():
            if keys := tuple(key.strip() for group in CITATION.findall(sentence) for key in group.split(",")):
                yield part, without_markup(sentence), keys
    for claim, part in verdicts(project):
        for sentence in sentences_of(part.text) if claim.references else ():
            yield part, sentence, claim.references


def sentences_of(text: str) -> list[str]:
    return [sentence.strip() for sentence in SENTENCE.findall(text)]


def first_of(terms: tuple[Term, ...], text: str) -> str:
    return next((match[0] for term in terms for match in term.found(text)), "")
