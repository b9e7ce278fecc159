"""The server of `betweenus serve`: a built book, to this machine alone."""

from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from betweenus.book.headers import HEADERS

HOST = "127.0.0.1"


class Server(ThreadingHTTPServer):
    """Answers whatever number of tabs: whoever finds no room in the line asks again only after seconds."""

    request_queue_size = 128


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder's files as they are now, only fonts from a cache, with the headers that a book needs."""

    server_version, sys_version = "betweenus", ""

    def send_head(self):
        host = self.headers.get("Host", "").rsplit(":", 1)[0]
        if host not in (HOST, "localhost"):
            # Another site's name that leads to this machine would make its pages and the book's one site.
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
            return None
        if not self._is_within():
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        return super().send_head()

    def _is_within(self) -> bool:
        """Whether the path leads to something in the folder, links followed."""
        try:
            return Path(self.translate_path(self.path)).resolve().is_relative_to(Path(self.directory).resolve())
        except ValueError:  # no path has a null byte
            return False

    def list_directory(self, path) -> None:
        self.send_error(HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        # A font that comes after the page is for the next one, if the browser may keep it that long. What is no request
        # has no path.
        is_font = getattr(self, "path", "").endswith(".woff2")
        self.send_header("Cache-Control", "max-age=3600" if is_font else "no-store")
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, *arguments) -> None:
        """Nothing is written down about who read what."""


def open_server(folder: Path, port: int) -> Server:
    """A server of a folder on a port; 0 takes any that is free.

    Raises:
        OSError: when it can't have the port.
    """
    return Server((HOST, port), partial(Handler, directory=str(folder)))
