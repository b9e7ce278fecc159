"""The editorial rules of a course: words to do without, made-up people, reading level, lengths, structure.

The rules are here, and what they ask is the course's: its lists and limits are in `seeds/editorial/`. A
course that has none of them is checked for none of this.
"""

from collections.abc import Callable, Iterable, Iterator

from betweenus.editorial.evidence import evidence
from betweenus.editorial.lengths import lengths, lengths_of_sections, lengths_on_paper
from betweenus.editorial.limits import kinds
from betweenus.editorial.notebooks import reflections
from betweenus.editorial.people import people
from betweenus.editorial.programmes import programmes
from betweenus.editorial.reading_level import reading_level, technical_names
from betweenus.editorial.structure import badges, contents, headings, links, what_stands_in_it
from betweenus.editorial.words import words_to_do_without
from betweenus.project import SourceError
from betweenus.project.project import Project

RULES: tuple[Callable[[Project], Iterable[SourceError]], ...] = (
    words_to_do_without,
    people,
    kinds,
    reading_level,
    technical_names,
    lengths,
    lengths_of_sections,
    lengths_on_paper,
    headings,
    what_stands_in_it,
    links,
    badges,
    contents,
    reflections,
    programmes,
    evidence,
)


def editorial_problems(project: Project) -> Iterator[SourceError]:
    """Everything that a course's own rules find wrong; a list that can't be read is named once."""
    unreadable = set()
    for rule in RULES:
        try:
            yield from rule(project)
        except SourceError as error:
            if str(error) not in unreadable:
                unreadable.add(str(error))
                yield error
