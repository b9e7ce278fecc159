"""How a reflection comes from an executed notebook to the page, which keeps its id and kind."""

from docutils import nodes
from myst_nb.core.render import MimeData, MimeRenderPlugin

from betweenus.project.directive import part


class ReflectionOnPage(MimeRenderPlugin):
    """MyST-NB asks this for every output; it takes those that `Reflection` has marked."""

    @staticmethod
    def handle_mime(renderer, data: MimeData, inline: bool) -> list[nodes.Element] | None:
        told = data.output_metadata.get("text/html", {})
        if data.mime_type != "text/html" or "reflection" not in told:
            return None
        return [part(data.string, classes=["output", "text_html"], **told)]
