"""What every directive and role of the engine shares: its project, and how it makes a part of a page."""

from docutils import nodes
from markupsafe import Markup
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from betweenus.project.project import Project


def keep_project(app: Sphinx, project: Project) -> None:
    """Hand the project to everything that this build runs."""
    app.betweenus_project = project


def project_of(app: Sphinx) -> Project:
    return app.betweenus_project


def part(html: str, **told) -> nodes.raw:
    """A part of a page that is HTML.

    Args:
        html: the markup.
        told: what the page has to know of it: `claims` whose badges and `studies` that stand in it, `scripts` that it
            needs, the id of the `reflection` that it is.
    """
    return nodes.raw("", html, format="html", **told)


def told_by(doctree: nodes.document | None, what: str) -> list:
    """What the parts of a page tell of themselves, in their order and each once."""
    found = [node[what] for node in doctree.findall(nodes.raw) if what in node] if doctree else []
    return list(dict.fromkeys(each for told in found for each in ([told] if isinstance(told, str) else told)))


class ProjectDirective(SphinxDirective):
    """A directive that shows something of the project."""

    @property
    def project(self) -> Project:
        return project_of(self.env.app)

    def render(self, template: str, **context) -> Markup:
        return self.project.words.render(template, **context)

    def address(self, docname: str) -> str:
        """The address of another page from this one; empty when the book has no such page."""
        known = docname in self.env.found_docs
        return self.env.app.builder.get_relative_uri(self.env.docname, docname) if known else ""
