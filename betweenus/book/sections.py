"""The sections of a page, as contents of their own: beside the text, or on a phone folded above it."""

from docutils import nodes
from sphinx.application import Sphinx

from betweenus.project.directive import part, project_of

# A page with fewer needs no contents of its own. Own pages and exercises show in another way how they go on.
FEWEST = 3
FOLDER = "book/"


def list_sections(app: Sphinx, doctree: nodes.document) -> None:
    """Put the fold before the first section, and tell the page what the sections are."""
    page = doctree.next_node(nodes.section)
    if not page or not app.env.docname.startswith(FOLDER):
        return
    sections = [each for each in page.children if isinstance(each, nodes.section)]
    listed = [(each["ids"][0], each.next_node(nodes.title).astext()) for each in sections]
    if len(listed) >= FEWEST:
        fold = project_of(app).words.render("book/sections.html", sections=listed)
        page.insert(page.index(sections[0]), part(fold, sections=listed, scripts=["sections.js"]))
