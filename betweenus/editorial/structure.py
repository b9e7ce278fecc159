"""What stands on a page, and in which order; where a page stands in the book."""

import os
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import yaml

from betweenus.editorial.limits import NAME, Has, Kind, pages_asked
from betweenus.editorial.prose import Heading, Text, texts_of
from betweenus.editorial.rooms import claims, exercises
from betweenus.project import SourceError
from betweenus.project.project import Project


def headings(project: Project) -> Iterator[SourceError]:
    """Pages that don't begin or end with the sections of their kind."""
    for kind, text in pages_asked(project, "headings"):
        first, last = kind.headings.first, kind.headings.last
        yield from out_of_order(kind, text, first, text.sections[: len(first)], "begins")
        yield from out_of_order(kind, text, last, text.sections[-len(last) :] if last else [], "ends")


def out_of_order(
    kind: Kind, text: Text, wanted: tuple[str, ...], found: list[Heading], what: str
) -> Iterator[SourceError]:
    rule = f"since {kind.kind} {what} with {', '.join(map(repr, wanted))}."
    for heading, name in zip(found, wanted, strict=False):
        if heading.text != name:
            yield heading.problem(f"this section is {heading.text!r}; here comes {name!r}, {rule}")
            return
    if len(found) < len(wanted):
        yield text.problem(f"sections are missing, {rule}")


def what_stands_in_it(project: Project) -> Iterator[SourceError]:
    """Pages without something that each of their kind has."""
    for kind, text in pages_asked(project, "has"):
        for has in kind.has:
            yield from not_found(kind, has, text)


def not_found(kind: Kind, has: Has, text: Text) -> Iterator[SourceError]:
    place = section_called(has.section, text) if has.section else text
    if not place:
        yield text.problem(f"the section {has.section!r} is missing; {kind.kind} has it.")
        return
    markdown = text.markdown_of(place) if isinstance(place, Heading) else text.markdown
    pattern = has.pattern.replace(NAME, re.escape(text.path.stem))
    found = [match[match.lastindex or 0] for match in re.finditer(pattern, markdown, re.MULTILINE)]
    right = found == list(has.all) if has.all else len({*found}) >= has.at_least
    if not right:
        yield place.problem(f"this is missing here: {has.what.replace(NAME, text.path.stem)}.")


def section_called(name: str, text: Text) -> Heading | None:
    return next((section for section in text.sections if section.text == name), None)


def links(project: Project) -> Iterator[SourceError]:
    """Pages to which no link leads from the page that has them all, or without a link to an exercise of theirs."""
    for kind, text in pages_asked(project, "linked_from"):
        index = texts_of(project).get(project.root / kind.linked_from)
        if not index:
            yield text.problem(f"{kind.kind} is linked from {kind.linked_from}, which there is not.")
        elif index != text and not has_link(index, text.path):
            yield index.problem(f"there is no link to {text.path.relative_to(project.root).as_posix()}; add it.")
    for kind, text in pages_asked(project, "links_to_exercises"):
        for exercise in exercises(project).values():
            path = project.exercises_folder / f"{exercise.name}.md"
            if exercise.front.module == text.path.stem and not has_link(text, path):
                own = f"{exercise.name}.md, an exercise of this module"
                yield text.problem(f"there is no link to {own}; {kind.kind} has them all.")


def has_link(text: Text, path: Path) -> bool:
    address = Path(os.path.relpath(path, text.path.parent)).as_posix()
    return re.search(rf"\]\(<?{re.escape(address)}[)#>]", text.markdown) is not None


def badges(project: Project) -> Iterator[SourceError]:
    """Pages without the badge of a claim that they answer."""
    for kind, text in pages_asked(project, "badges_of"):
        for claim in claims(project):
            if claim.kind == kind.badges_of and not claim.is_shown_in(text.markdown):
                yield text.problem(
                    f"the badge of {claim.id} is missing; {kind.kind} has one for each claim of the kind "
                    f"{kind.badges_of}. Write {claim.badge} where the text speaks of it."
                )


def contents(project: Project) -> Iterator[SourceError]:
    """Pages that stand in another part of the contents, or too late in theirs."""
    asked = list(pages_asked(project, "contents"))
    if not asked:
        return
    parts = yaml.safe_load(project.toc_file.read_text(encoding="utf-8")).get("parts", [])
    files = {part.get("caption"): list(files_of(part)) for part in parts}
    for kind, text in asked:
        part, before = files.get(kind.contents.part, []), kind.contents.before
        name = text.path.relative_to(project.root).with_suffix("").as_posix()
        if name not in part:
            message = f"this page is not among {kind.contents.part!r} in _toc.yml, as {kind.kind} is; add it there."
            yield text.problem(message)
        elif before and any(fnmatch(file, before) for file in part[: part.index(name)]):
            yield text.problem(f"in _toc.yml, {kind.kind} stands before {before}; move this one up.")


def files_of(entry: dict) -> Iterator[str]:
    """The files below a heading of the contents, in their order."""
    for below in (*entry.get("chapters", []), *entry.get("sections", [])):
        if "file" in below:
            yield below["file"]
        yield from files_of(below)
