"""```{handouts}```: links to what can be printed of the exercise or form that a page is; and ```{lines} 3```."""

from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname, relpath

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from betweenus.exercises import Exercise, read_exercise
from betweenus.handouts.documents import FOLDER, ZIP, Kind, editions, kind_of, kinds_of
from betweenus.exercises.form import Form, forms_folder, read_form
from betweenus.project import find_root, templates_in

templates = templates_in("handouts")


@dataclass(frozen=True)
class HandoutLink:
    """A link to one edition of a handout.

    Attributes:
        label: its paper, and large print if it is ("A4, large print").
        path: from the folder of the built book ("handouts/being-heard-sheet-a4.pdf").
    """

    label: str
    path: str


def handout_links(source: Exercise | Form) -> dict[str, list[HandoutLink]]:
    """The links to what can be printed of an exercise or a form, under the name of each kind of handout."""
    kinds = kinds_of(source) if isinstance(source, Exercise) else {source.name: kind_of(source)}
    return {kind.label: links(name, kind) for name, kind in kinds.items()}


def links(name: str, kind: Kind) -> list[HandoutLink]:
    return [HandoutLink(edition.label, f"{FOLDER}/{edition.file_of(name)}") for edition in editions(kind)]


def links_html(kinds: dict[str, list[HandoutLink]], docname: str) -> str:
    """The links as HTML for the page `docname`."""
    return templates.get_template("handouts/handouts.html").render(
        kinds=kinds,
        zip=f"{FOLDER}/{ZIP}",
        to=lambda path: relpath(path, dirname(docname) or "."),
    )


class HandoutsDirective(SphinxDirective):
    def run(self):
        path = Path(self.env.doc2path(self.env.docname))
        is_form = path.parent == forms_folder(find_root(path.parent))
        source = read_form(path) if is_form else read_exercise(path)
        return [nodes.raw("", links_html(handout_links(source), self.env.docname), format="html")]


class LinesDirective(SphinxDirective):
    """Lines to write on; nothing to hear for those who listen to the page."""

    required_arguments = 1

    def run(self):
        if not self.arguments[0].isdecimal():
            raise self.error(f"There can't be {self.arguments[0]!r} lines to write on. Write a number, such as 3.")
        lines = "<hr>" * int(self.arguments[0])
        return [nodes.raw("", f'<div class="lines" aria-hidden="true">{lines}</div>', format="html")]
