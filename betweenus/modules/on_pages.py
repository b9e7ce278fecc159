"""How a page of a module opens, and where its sections lead to the module's own pages.

Its title and first paragraph stand beside the module's artwork, and the first sentence of each section is larger: who
has little time reads these.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from betweenus.modules.module import AtAGlance, module_pages
from betweenus.modules.try_it import UnknownReflection, invitation
from betweenus.project.directive import ProjectDirective, part, project_of

# Where a sentence ends within text, with what closes after it.
END = re.compile(r"[.?!:][\"'”’)]*(?=\s|$)")


def address_from(env: BuildEnvironment, path: Path) -> str:
    """The address of the page that is made of a file, from the one that is being read; empty if the book has none."""
    docname = env.path2doc(path)
    return env.app.builder.get_relative_uri(env.docname, docname) if docname in env.found_docs else ""


def open_modules(app: Sphinx, doctree: nodes.document) -> None:
    """Give a page of a module its opener, and its sections their leads."""
    env, project = app.env, project_of(app)
    page = module_pages(project).get(Path(env.doc2path(env.docname)))
    section = doctree.next_node(nodes.section)
    if not page or not section:
        return
    if page.notebook:
        env.note_dependency(str(page.notebook))
    add_opener(env, section, page)
    for each in section.children:
        if isinstance(each, nodes.section):
            add_lead(each)


def add_opener(env: BuildEnvironment, section: nodes.section, page: AtAGlance) -> None:
    project = project_of(env.app)
    context = {
        "page": page,
        "count": len(project.course.modules),
        "module_page": address_from(env, project.pages_of(page.module.name)[0]),
        "own_pages": address_from(env, page.notebook) if page.notebook else "",
    }
    lead = 2 if isinstance(section[1], nodes.paragraph) else 1
    section.insert(lead, part(project.words.render("modules/opener_foot.html", **context)))
    section.insert(0, part(project.words.render("modules/opener_head.html", **context)))


def add_lead(section: nodes.section) -> None:
    """Set the first sentence of a section apart, if it begins with a sentence."""
    first = section[1] if len(section) > 1 else None
    if not isinstance(first, nodes.paragraph) or isinstance(first[0], nodes.strong):
        return
    sentence, rest = first_sentence(first)
    first.children.clear()
    first += nodes.inline("", "", *sentence, classes=["lead"])
    first.extend(rest)


def first_sentence(paragraph: nodes.paragraph) -> tuple[list[nodes.Node], list[nodes.Node]]:
    """What a paragraph consists of, in two: its first sentence with the badges behind it, and the rest."""
    sentence: list[nodes.Node] = []
    rest = list(paragraph.children)
    while rest:
        node = rest.pop(0)
        end = END.search(node) if isinstance(node, nodes.Text) else None
        if not end:
            sentence.append(node)
            continue
        sentence.append(nodes.Text(node[: end.end()]))
        if after := node[end.end() :]:
            rest.insert(0, nodes.Text(after))
        sentence.extend(badges(rest))
        break
    return sentence, rest


def badges(rest: list[nodes.Node]) -> Iterator[nodes.Node]:
    """Takes the badges off with which the rest begins: they belong to the sentence before."""
    while len(rest) > 1 and isinstance(rest[0], nodes.Text) and not rest[0].strip() and isinstance(rest[1], nodes.raw):
        yield rest.pop(0)
        yield rest.pop(0)


class TryItDirective(ProjectDirective):
    """```{try-it} sl-good-night```: a card that leads to a reflection, with minutes and company."""

    required_arguments = 1

    def run(self):
        try:
            invited = invitation(self.project, self.arguments[0])
        except UnknownReflection as error:
            raise self.error(str(error)) from None
        self.env.note_dependency(str(invited.notebook))
        address = address_from(self.env, invited.notebook)
        return [part(self.render("modules/try_it.html", invited=invited, address=address))]
