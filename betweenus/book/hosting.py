"""How a publisher's server is set up, so that it sends the headers: ```{hosting} nginx```, and `_headers`."""

from pathlib import Path

from docutils import nodes
from jinja2 import Template

from betweenus.book.headers import HEADERS, OVER_HTTPS
from betweenus.project.directive import ProjectDirective
from betweenus.project.sources import hint

FOLDER = Path(__file__).parent / "servers"
# How each names a header, with how far its line is indented. The names are those of the files in the folder.
LINES = {
    "nginx.conf": '    add_header {name} "{value}" always;',
    "apache.conf": '    Header always set {name} "{value}"',
    "Caddyfile": '\t\t{name} "{value}"',
    "_headers": "  {name}: {value}",
}


def configuration(server: str) -> str:
    """What a server is told, for the address book.example.org and a book in /var/www/book."""
    template = Template((FOLDER / server).read_text(encoding="utf-8"), keep_trailing_newline=True)
    return template.render(
        headers=lines(server, HEADERS),
        only_over_https=lines(server, OVER_HTTPS),
        headers_over_https=lines(server, HEADERS | OVER_HTTPS),
    )


def lines(server: str, headers: dict[str, str]) -> str:
    return "\n".join(LINES[server].format(name=name, value=value) for name, value in headers.items())


class HostingDirective(ProjectDirective):
    """```{hosting} nginx.conf```: the configuration of a server, to copy."""

    required_arguments = 1

    def run(self):
        server = self.arguments[0]
        if server not in LINES:
            raise self.error(f"There is no configuration {server!r}; {hint(server, LINES)}")
        text = configuration(server)
        return [nodes.literal_block(text, text, language="text")]
