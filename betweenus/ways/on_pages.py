"""```{short-way} sleep```, and the output of `short_way("sleep")` in a notebook: with links to pages of the book."""

from docutils import nodes
from myst_nb.core.render import MimeData, MimeRenderPlugin
from sphinx.environment import BuildEnvironment

from betweenus.project.directive import ProjectDirective, part, project_of
from betweenus.ways.way import Link, Part, UnknownWay, way_through


def link_on(env: BuildEnvironment) -> Link:
    """How the page that is being read links to a place in another, or in itself."""

    def link(part: Part) -> str:
        docname = env.path2doc(part.path)
        page = "" if docname == env.docname else env.app.builder.get_relative_uri(env.docname, docname)
        return f"{page}#{part.anchor}"

    return link


class ShortWayDirective(ProjectDirective):
    required_arguments = 1

    def run(self):
        try:
            return [part(way_through(self.project, self.arguments[0]).html(link_on(self.env)))]
        except UnknownWay as error:
            raise self.error(str(error)) from None


class ShortWayOnPage(MimeRenderPlugin):
    """MyST-NB asks this for every output of a notebook; it takes short ways."""

    @staticmethod
    def handle_mime(renderer, data: MimeData, inline: bool) -> list[nodes.Element] | None:
        module = data.output_metadata.get("text/html", {}).get("short_way")
        if data.mime_type != "text/html" or module is None:
            return None
        env = renderer.renderer.sphinx_env
        return [part(way_through(project_of(env.app), module).html(link_on(env)))]
