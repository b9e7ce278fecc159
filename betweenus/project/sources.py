"""How source files are read, with errors that name file and line."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter, ValidationError

TIMESTAMP = "tag:yaml.org,2002:timestamp"


# The one written in C, where PyYAML has it, is ten times as fast.
class LOADER(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """Reads a date as its letters, so that one that no calendar has is named with its line like all that is wrong."""


LOADER.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != TIMESTAMP]
    for first, resolvers in LOADER.yaml_implicit_resolvers.items()
}


# What would be right, by the name of the error, where pydantic speaks of types, which are not what a person typed.
FIELDS = "fields are due here, one a line, each with its name and a colon"
DAY = "write a day such as 2026-02-11"
RIGHT = {
    "model_type": FIELDS,
    "dict_type": FIELDS,
    "list_type": "a list is due here",
    "tuple_type": "a list is due here",
    "string_type": "write words here",
    "int_parsing": "write a whole number",
    "date_parsing": DAY,
    "date_from_datetime_parsing": DAY,
}


class SourceError(ValueError):
    """A source file says something that cannot be right.

    Args:
        path: the file.
        line: its line, if one can be named.
        message: what is wrong, and what would be right.
        cell: of a notebook, the number of the cell.
    """

    def __init__(self, path: Path, line: int | None, message: str, cell: int | None = None):
        place = f"{shown(path)}, cell {cell}" if cell else f"{shown(path)}:{line}" if line else shown(path)
        super().__init__(f"{place}: {message}")


def find_root(start: Path | None = None) -> Path:
    """The nearest folder, from `start` upwards, that holds `_config.yml`.

    Raises:
        FileNotFoundError: when no folder above `start` is a project.
    """
    start = (start or Path.cwd()).resolve()
    for folder in (start, *start.parents):
        if (folder / "_config.yml").is_file():
            return folder
    raise FileNotFoundError(f"No _config.yml in {start} or above it. Work inside a copy of the project.")


def shown(path: Path) -> str:
    """The path as a person looks for it: from the project's folder if it is inside."""
    try:
        return path.resolve().relative_to(find_root(path.resolve().parent)).as_posix()
    except (FileNotFoundError, ValueError):
        return str(path)


def heading_of(page: Path) -> str:
    """The heading with which a page of Markdown begins."""
    heading = re.search(r"^# (.+)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return heading[1].strip() if heading else page.stem


def hint(name: str, known: Iterable[str]) -> str:
    """The end of a message about a name that isn't known: the nearest one, or all."""
    known = list(known)
    close = get_close_matches(name, known, n=1)
    return f"did you mean `{close[0]}`?" if close else f"there are {', '.join(known)}."


def read_yaml(path: Path, kind: Any) -> Any:
    """Read a YAML file and check it against a type.

    Args:
        path: the file.
        kind: what it must hold, any type that pydantic understands (`list[Claim]`).

    Raises:
        SourceError: naming file, line, field and what would be right.
    """
    return check_yaml(path.read_text(encoding="utf-8"), kind, path)


def check_yaml(text: str, kind: Any, path: Path, first_line: int = 1) -> Any:
    """Like `read_yaml`, for YAML that starts at `first_line` of the file (a front matter)."""
    try:
        tree = yaml.compose(text, Loader=LOADER)
        values = yaml.load(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        last = text.rstrip().count("\n")  # the mark of what is missing at the end stands behind it
        line = first_line + min(mark.line, last) if mark else None
        raise SourceError(path, line, f"this is not YAML: {error.problem}.") from None
    except yaml.YAMLError as error:  # a character that YAML refuses carries no line
        raise SourceError(path, None, f"this is not YAML: {error}.") from None
    try:
        return adapter(kind).validate_python(values)
    except ValidationError as error:
        first = error.errors()[0]
        line = first_line + line_of(tree, first["loc"])
        raise SourceError(path, line, explain(first, values)) from None


def read_front_matter(path: Path, kind: Any, what: str) -> tuple[Any, str, int]:
    """Read a Markdown file that begins with a front matter between two lines of `---`.

    Args:
        path: the file.
        kind: what the front matter must hold.
        what: the file's kind for the message, such as "an exercise".

    Returns:
        The front matter, the Markdown below it, and the line at which that begins.

    Raises:
        SourceError: naming file, line, field and what would be right.
    """
    text = path.read_text(encoding="utf-8")
    parts = text.split("---\n", 2)
    if parts[0].strip() or len(parts) < 3:
        raise SourceError(path, 1, f"{what} begins with its front matter, between two lines of `---`.")
    front = check_yaml(parts[1], kind, path, first_line=2)
    return front, parts[2], text[: -len(parts[2])].count("\n") + 1


def yaml_tree(path: Path) -> yaml.Node | None:
    """The file's nodes, which know their lines."""
    return yaml.compose(path.read_text(encoding="utf-8"), Loader=LOADER)


@cache
def adapter(kind: Any) -> TypeAdapter:
    return TypeAdapter(kind)


def line_of(node: yaml.Node | None, steps: tuple[int | str, ...]) -> int:
    """The 0-based line where a value stands, or where its nearest parent does."""
    line = node.start_mark.line if node else 0
    for step in steps:
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step]
        elif isinstance(node, yaml.MappingNode):
            found = [(key, value) for key, value in node.value if key.value == step]
            if not found:
                break
            key, node = found[0]
            line = key.start_mark.line
            continue
        else:
            break
        line = node.start_mark.line
    return line


def explain(error: dict, values: Any) -> str:
    """One sentence from a pydantic error: which item, which field, what would be right."""
    steps = list(error["loc"])
    item = ""
    if steps and isinstance(steps[0], int) and isinstance(values, list):
        entry = values[steps.pop(0)]
        name = entry.get("id") if isinstance(entry, dict) else None
        item = f"{name}: " if name else ""
    field = ".".join(str(step) for step in steps)
    message = RIGHT.get(error["type"]) or error["msg"].removeprefix("Value error, ")
    if error["type"] == "missing":
        return f"{item}`{field}` is missing."
    if error["type"] == "extra_forbidden":
        return f"{item}`{field}` is not a field here; is it misspelt?"
    return f"{item}`{field}`: {message}." if field else f"{item}{message}"


def line_with(path: Path, text: str, skip: bool = False) -> int | None:
    """The 1-based number of the first line that holds `text` (of the second, with `skip`)."""
    lines = path.read_text(encoding="utf-8").splitlines()
    found = [number for number, line in enumerate(lines, start=1) if text in line]
    return found[min(int(skip), len(found) - 1)] if found else None
