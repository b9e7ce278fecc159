"""```{gallery}```: every kind of reflection on a card, as it works, with all that authors need folded below."""

import inspect
from contextlib import chdir

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from betweenus.project.directive import part
from betweenus.reflections.reflection import Reflection


class GalleryDirective(SphinxDirective):
    def run(self):
        kinds = sorted(Reflection.__subclasses__(), key=lambda kind: kind.__name__)
        # The examples look for their course from the working directory, as in a notebook.
        with chdir(self.env.srcdir):
            return [self._section(kind) for kind in kinds]

    def _section(self, kind: type[Reflection]) -> nodes.section:
        section = nodes.section("", nodes.title("", kind.__name__), ids=[kind.kind], classes=["gallery-kind"])
        self.state.document.note_implicit_target(section, section)
        about, _, arguments = inspect.getdoc(kind).partition("\n\nArgs:\n")
        lead, *more = [nodes.paragraph("", "", *with_code(" ".join(text.split()))) for text in about.split("\n\n")]
        section += lead
        example = kind.example(id=f"gallery-{kind.kind}")
        section += part(example.markup, reflection=example.id, kind=kind.kind)
        section += nodes.raw("", "<details><summary>Its code, and what it takes</summary>", format="html")
        section += nodes.literal_block("", kind.example_code(), language="none")
        section += argument_list(arguments.partition("\n\nExample:\n")[0])
        section += more
        section += nodes.raw("", "</details>", format="html")
        return section


def argument_list(text: str) -> nodes.Node:
    """The arguments of a docstring as a list: `name: what it is`, continued on deeper lines."""
    items: list[str] = []
    for line in inspect.cleandoc("\n" + text).splitlines():
        if line.startswith(" ") and items:
            items[-1] += f" {line.strip()}"
        elif line.strip():
            items.append(line.strip())
    entries = []
    for item in items:
        name, _, meaning = item.partition(": ")
        entries.append(nodes.list_item("", nodes.paragraph("", "", *with_code(f"`{name}`: {meaning}"))))
    return nodes.bullet_list("", *entries)


def with_code(text: str) -> list[nodes.Node]:
    """Text in which what stands between backticks is code."""
    parts = enumerate(text.split("`"))
    return [nodes.literal("", part) if index % 2 else nodes.Text(part) for index, part in parts]
