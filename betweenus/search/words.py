"""What a course says of its search: kinds of pages, words that mean the same, and what comes first."""

import re
from collections.abc import Iterator
from fnmatch import fnmatch
from typing import Annotated, Literal

from pydantic import Field

from betweenus.project import Project, SourceError, of_project
from betweenus.project.course import Model
from betweenus.project.sources import hint, line_of, read_yaml, yaml_tree
from betweenus.project.text import Text

Kind = Literal["read", "do", "group", "question", "word", "help"]
Pages = tuple[Text, ...]
Group = Annotated[tuple[Text, ...], Field(min_length=2)]
KINDS: dict[Kind, Pages] = {
    "do": ("notebooks/*",),
    "group": ("exercises/*",),
    "question": ("book/questions",),
    "help": ("book/help",),
}


class First(Model):
    """A page that comes first for some words, however often these stand elsewhere."""

    page: Text
    words: Annotated[tuple[Text, ...], Field(alias="for", min_length=1, description="words and phrases")]


class SearchWords(Model):
    """How words lead to pages. Pages are named as in _toc.yml; a star stands for any letters."""

    kinds: Annotated[dict[Kind, Pages], Field(description="pages that are not only to read")] = KINDS
    leave_out: Annotated[Pages, Field(description="pages that no search finds")] = ()
    leave_out_sections: Annotated[tuple[Text, ...], Field(description="headings of sections that no search finds")] = ()
    first: tuple[First, ...] = ()
    ignore: Annotated[tuple[Text, ...], Field(description="words that say nothing of what is sought")] = ()
    synonyms: Annotated[tuple[Group, ...], Field(description="words and phrases, each found by the others")] = ()

    def kind_of(self, page: str) -> Kind:
        return next((kind for kind, pages in self.kinds.items() if named(page, pages)), "read")


def named(page: str, patterns: Pages) -> bool:
    return any(fnmatch(page, pattern) for pattern in patterns)


@of_project
def search_words_of(project: Project) -> SearchWords:
    """Read what a course says of its search; one without the file has no synonyms.

    Raises:
        SourceError: naming file, line, field and what would be right.
    """
    path = project.search_file
    return read_yaml(path, SearchWords) if path.is_file() else SearchWords()


def check_search(project: Project) -> Iterator[SourceError]:
    """Pages that there are not, and words that lead nowhere."""
    said = search_words_of(project)
    if not project.search_file.is_file():
        return
    pages = [path.relative_to(project.root).with_suffix("").as_posix() for path in project.text_files]
    places = [
        *((("kinds", kind, number), each) for kind, names in said.kinds.items() for number, each in enumerate(names)),
        *((("leave_out", number), each) for number, each in enumerate(said.leave_out)),
        *((("first", number, "page"), each.page) for number, each in enumerate(said.first)),
    ]
    for steps, page in places:
        if page not in pages and "*" not in page:
            yield problem(project, f"there is no page {page!r}; {hint(page, pages)}", *steps)
    yield from check_synonyms(project, said)


def check_synonyms(project: Project, said: SearchWords) -> Iterator[SourceError]:
    text = plain(" ".join(path.read_text(encoding="utf-8") for path in project.text_files))
    for number, group in enumerate(said.synonyms):
        if len({plain(each) for each in group}) < len(group):
            yield problem(project, f"{', '.join(group)}: one of these stands here twice.", "synonyms", number)
        if not any(plain(each) in text for each in group):
            told = (
                f"no page has any of these words: {', '.join(group)}. Add the one that the pages use, or take all out."
            )
            yield problem(project, told, "synonyms", number)


def plain(text: str) -> str:
    """The words of a text in small letters, each after one space."""
    return " " + " ".join(re.findall(r"\w+", re.sub("['’]", "", text.lower()))) if text.strip() else ""


def problem(project: Project, message: str, *steps: str | int) -> SourceError:
    path = project.search_file
    return SourceError(path, 1 + line_of(yaml_tree(path), steps), message)
