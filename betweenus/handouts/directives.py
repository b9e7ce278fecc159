"""```{handouts}```: links to what can be printed of the exercise or form that a page is; and ```{lines} 3```."""

from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname, relpath

from markupsafe import Markup

from betweenus.exercises import Exercise, read_exercise
from betweenus.exercises.form import Form, read_form
from betweenus.handouts.documents import FOLDER, ZIP, Kind, editions, kind_of, kinds_of
from betweenus.project.directive import ProjectDirective, part
from betweenus.project.words import Words


@dataclass(frozen=True)
class HandoutLink:
    """A link to one edition of a handout.

    Attributes:
        label: its paper, and large print if it is ("A4, large print").
        path: from the folder of the built book ("handouts/being-heard-sheet-a4.pdf").
    """

    label: str
    path: str


def handout_links(source: Exercise | Form, words: Words) -> dict[str, list[HandoutLink]]:
    """The links to what can be printed of an exercise or a form, under the name of each kind of handout."""
    kinds = kinds_of(source) if isinstance(source, Exercise) else {source.name: kind_of(source)}
    return {words(kind.label): links(name, kind, words) for name, kind in kinds.items()}


def links(name: str, kind: Kind, words: Words) -> list[HandoutLink]:
    return [HandoutLink(edition.label(words), f"{FOLDER}/{edition.file_of(name)}") for edition in editions(kind)]


def links_html(source: Exercise | Form, docname: str, words: Words) -> Markup:
    """The links as HTML for the page `docname`."""
    return words.render(
        "handouts/handouts.html",
        kinds=handout_links(source, words),
        zip=f"{FOLDER}/{ZIP}",
        to=lambda path: relpath(path, dirname(docname) or "."),
    )


class HandoutsDirective(ProjectDirective):
    def run(self):
        path = Path(self.env.doc2path(self.env.docname))
        is_form = path.parent == self.project.forms_folder
        source = read_form(path) if is_form else read_exercise(self.project, path)
        return [part(links_html(source, self.env.docname, self.project.words))]


class LinesDirective(ProjectDirective):
    """Lines to write on; nothing to hear for those who listen to the page."""

    required_arguments = 1

    def run(self):
        if not self.arguments[0].isdecimal():
            raise self.error(f"There can't be {self.arguments[0]!r} lines to write on. Write a number, such as 3.")
        lines = "<hr>" * int(self.arguments[0])
        return [part(f'<div class="lines" aria-hidden="true">{lines}</div>')]
