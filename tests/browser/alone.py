"""One reflection on a page of its own, with the book's script, style and security policy."""

import shutil
import threading
from html import escape
from pathlib import Path

from betweenus import Reflection
from betweenus.book.policy import content_security_policy
from betweenus.cli import open_server
from betweenus.frontend import STATIC

PAGE = """<!DOCTYPE html>
<html lang="en" data-locale="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>One reflection</title>
<link rel="stylesheet" href="betweenus.css">
<script src="betweenus.js" defer></script>
</head>
<body><main>{markup}<footer>After it.</footer></main></body>
</html>
"""


def write_alone(folder: Path, reflection: Reflection) -> str:
    """Write the page into a folder; returns its address."""
    shutil.copytree(STATIC / "book", folder, dirs_exist_ok=True)
    page = folder / f"{reflection.kind}.html"
    policy = escape(content_security_policy(reflection.id))
    page.write_text(PAGE.format(policy=policy, markup=reflection.markup), encoding="utf-8")
    return page.as_uri()


def serve_alone(folder: Path, *kinds):
    """Serve such a page for the example of each kind; returns the address and what ends it."""
    for kind in kinds:
        write_alone(folder, kind.example())
    server = open_server(folder, port=0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}", server.shutdown
