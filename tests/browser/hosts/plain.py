"""The least that a host of anywidget may give: an element in a shadow root, and a model with five functions."""

import contextlib
import json
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

from betweenus import Reflection
from betweenus.book.server import Server
from betweenus.frontend import STATIC

HOST = Path(__file__).with_name("plain.html")


def write_host(folder: Path, *reflections: Reflection) -> None:
    """Write a page, `plain.html`, that draws each reflection in a shadow root of its own."""
    shutil.copytree(STATIC / "widgets", folder, dirs_exist_ok=True)
    shutil.copy(HOST, folder)
    (folder / "reflections.json").write_text(json.dumps([*map(given, reflections)]), encoding="utf-8")


def given(reflection: Reflection) -> dict:
    return {
        "script": f"./{reflection.folder}.js",
        "style": f"./{reflection.folder}.css",
        "state": {"markup": reflection.markup, "exit": reflection.exit},
    }


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *said) -> None:
        pass


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address of a folder, served without the book's policy: a host has its own, or none."""
    handler = partial(Quiet, directory=folder)
    with Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
