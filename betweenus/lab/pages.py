"""The pages of the built book, for JupyterLab to show beside the notebooks.

They come from the address of the server, whose cookie is a key to run code. So no script of theirs runs, neither in
JupyterLab nor in a window of its own: whoever opens a course that somebody gave them has not asked for it.
"""

from jupyter_server.base.handlers import JupyterHandler
from tornado.web import StaticFileHandler, authenticated

from betweenus.book.headers import HEADERS
from betweenus.book.policy import POLICY, as_text

INERT = as_text(
    {
        "sandbox": "allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads",
        **POLICY,
        "script-src": "'none'",
        "frame-ancestors": "'self'",
    }
)


class PageHandler(JupyterHandler, StaticFileHandler):
    """A file of the built book, for who may use the server."""

    @property
    def content_security_policy(self) -> str:
        return INERT

    @authenticated
    def get(self, path: str, include_body: bool = True):
        return StaticFileHandler.get(self, path, include_body)

    @authenticated
    def head(self, path: str):
        return StaticFileHandler.head(self, path)

    def set_extra_headers(self, path: str) -> None:
        for name, value in HEADERS.items():
            if name != "Content-Security-Policy":
                self.set_header(name, value)
