import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import traitlets as t

from betweenus.project import Project
from betweenus.reflections.closeness import OVERLAPS
from betweenus.reflections.reflection import Reflection

ID = re.compile(r"""\bid=(["'])(?P<id>[a-z][a-z0-9-]*)\1""")


@dataclass(frozen=True)
class Asking:
    """A notebook that asks something.

    Attributes:
        name: of its file, which answers are kept with.
        title: of its module, if it is a module's.
        ids: its reflections, in their order.
    """

    name: str
    title: str
    ids: tuple[str, ...]


def asking(project: Project) -> Iterator[Asking]:
    """The notebooks of a course, those of modules first and in their order."""
    titles = project.course.titles
    places = {module: place for place, module in enumerate(titles)}
    notebooks = sorted(project.root.glob("notebooks/*.ipynb"))
    for path in sorted(notebooks, key=lambda path: places.get(path.stem, len(places))):
        yield Asking(path.stem, titles.get(path.stem, ""), tuple(ids_in(path)))


def ids_in(notebook: Path) -> Iterator[str]:
    """The ids of a notebook's reflections, as its code says them."""
    for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            yield from (found["id"] for found in ID.finditer("".join(cell["source"])))


class MyPages(Reflection):
    """Everything that was written, in one place: read, print, take out, bring back, lock, delete.

    Answers stand by module and in the order of the questions, each with the way back to its question. They never
    leave the browser unless the person takes them out as a file.

    Args:
        id: see `Reflection`.
        prompt: the heading.

    Example:
        MyPages(id="my-pages")
    """

    @t.default("prompt")
    def _prompt(self) -> str:
        return self.words("What you have written")

    def context(self) -> dict:
        return {
            "asking": list(asking(self.project)) if self.project else [],
            "overlaps": [apart for apart, _ in OVERLAPS],
        }
