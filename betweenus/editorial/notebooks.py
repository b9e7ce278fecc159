"""What the notebooks of a course ask, and in which order."""

import ast
from collections.abc import Iterator

from betweenus.editorial.limits import FILE, Reflections, kinds_of, pages_asked
from betweenus.editorial.lists import Lines, file_of
from betweenus.editorial.prose import Text
from betweenus.editorial.rooms import kinds_of_reflection
from betweenus.project import SourceError
from betweenus.project.project import Project
from betweenus.project.sources import hint


def reflections(project: Project) -> Iterator[SourceError]:
    """Notebooks with too few reflections, or in another order than their kind."""
    asked = list(pages_asked(project, "reflections"))
    if not asked:
        return
    known = kinds_of_reflection()
    yield from unknown_kinds(project, known)
    for kind, text in asked:
        found = [name for tree in text.code.values() for name in calls(tree, known)]
        for message in amiss(kind.reflections, found):
            yield text.problem(f"{message}, as in {kind.kind}.")


def unknown_kinds(project: Project, known: set[str]) -> Iterator[SourceError]:
    path = file_of(project, FILE)
    for number, kind in enumerate(kinds_of(project)):
        asked = kind.reflections or Reflections()
        for name in {*([asked.first] if asked.first else []), *asked.last, *asked.each} - known:
            line = Lines(path)(number, "reflections")
            yield SourceError(path, line, f"there is no reflection {name}; {hint(name, sorted(known))}")


def reflections_in(text: Text) -> Iterator[tuple[str, str, int]]:
    """The reflections of a notebook: id, kind, and the number of the cell."""
    for cell, tree in text.code.items():
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
                named = {word.arg: word.value for word in call.keywords}
                if isinstance(named.get("id"), ast.Constant):
                    yield named["id"].value, call.func.id, cell


def calls(tree: ast.Module, names: set[str]) -> list[str]:
    """The names that are called in a cell, in the order in which they stand there."""
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    return [call.func.id for call in sorted(found, key=lambda call: call.lineno) if call.func.id in names]


def amiss(wanted: Reflections, found: list[str]) -> Iterator[str]:
    if len(found) < wanted.at_least:
        yield f"there are {len(found)} reflections here; write {wanted.at_least} or more"
    if len({*found}) < wanted.kinds:
        yield f"the reflections are of {len({*found})} kinds; let them be of {wanted.kinds} or more"
    if wanted.first and found[:1] != [wanted.first]:
        yield f"the first reflection is {found[0] if found else 'none'}; begin with {wanted.first}"
    for name, number in wanted.last.items():
        if name not in found[-number:]:
            yield f"{name} is not among the last {number} reflections; end with one"
    for name, number in wanted.each.items():
        if found.count(name) < number:
            yield f"{name} stands here {found.count(name)} times; write {number} or more"
