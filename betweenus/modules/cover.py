"""The first page of a book as its cover, and the modules as cards."""

from docutils import nodes
from sphinx.application import Sphinx

from betweenus.art import ARTWORK, icon
from betweenus.modules.module import module_pages
from betweenus.modules.on_pages import address_from
from betweenus.project.directive import ProjectDirective, part, told_by
from betweenus.project.sources import hint


class CoverDirective(ProjectDirective):
    """```{cover} overlap```: the artwork of the page that is the cover. A list of doors has to follow."""

    required_arguments = 1

    def run(self):
        name = self.arguments[0]
        if name not in ARTWORK:
            raise self.error(f"there is no artwork {name!r}; {hint(name, ARTWORK)}")
        return [part(self.render("modules/cover.html", name=name), page_look="cover")]


class ModuleCardsDirective(ProjectDirective):
    """```{module-cards}```: a card for each module."""

    def run(self):
        pages = [page for page in module_pages(self.project).values() if not page.is_beside]
        for path in [path for page in pages for path in (page.path, page.notebook) if path]:
            self.env.note_dependency(str(path))
        cards = [(page, address_from(self.env, page.path)) for page in pages]
        return [part(self.render("modules/cards.html", cards=cards), cards=True)]


def make_cover(app: Sphinx, doctree: nodes.document) -> None:
    """Make doors of the list on a cover, give the sentence after it a lock, and the cards a ground of their own."""
    if "cover" not in told_by(doctree, "page_look"):
        return
    doors = doctree.next_node(nodes.bullet_list)
    if not doors:
        raise ValueError(f"{app.env.docname}: a cover has a list of doors; write one, with a link in each item.")
    doors["classes"].append("doors")
    for door in doors.children:
        door[0] += part(icon("arrow"))
    for cards in [node for node in doctree.findall(nodes.raw) if "cards" in node]:
        cards.parent["classes"].append("band")
    private = doors.next_node(descend=False, siblings=True)
    if isinstance(private, nodes.paragraph):
        private["classes"].append("private-line")
        private.insert(0, part(icon("lock")))
