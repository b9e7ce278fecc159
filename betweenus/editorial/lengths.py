"""How long a page is."""

from collections.abc import Iterator

from betweenus.editorial.limits import Kind, pages_asked
from betweenus.editorial.prose import Text, number_of_words
from betweenus.editorial.rooms import sheets
from betweenus.project import SourceError
from betweenus.project.project import Project


def lengths(project: Project) -> Iterator[SourceError]:
    """Pages that are too long or too short."""
    for kind, text in pages_asked(project, "words"):
        words = number_of_words(text.paragraphs)
        if words not in kind.words:
            yield text.problem(f"this page has {words} words; {kind.kind} has {kind.words}.")


def lengths_of_sections(project: Project) -> Iterator[SourceError]:
    """Sections of one sort of which there are too few or too many, or which are too long or too short."""
    for kind, text in pages_asked(project, "sections"):
        yield from sections_of(kind, text)


def sections_of(kind: Kind, text: Text) -> Iterator[SourceError]:
    wanted = kind.sections
    found = [section for section in text.sections if wanted.like.search(section.text)]
    if wanted.number is not None and len(found) != wanted.number:
        yield text.problem(f"there are {len(found)} {wanted.call} here; {kind.kind} has {wanted.number}.")
    for section in found if wanted.words else ():
        words = number_of_words(text.paragraphs_of(section))
        if words not in wanted.words:
            yield section.problem(f"this section has {words} words; {wanted.call} have {wanted.words} each.")


def lengths_on_paper(project: Project) -> Iterator[SourceError]:
    """Forms that take more sheets than they may."""
    for kind, text in pages_asked(project, "sheets"):
        for paper, number in sheets(project, text.path).items():
            if number > kind.sheets:
                yield text.problem(f"this form takes {number} sheets of {paper}; {kind.kind} takes {kind.sheets}.")
