"""A page with one reflection on it, under the book's own policy, for what no page of the book has yet."""

import shutil
import threading
from pathlib import Path

from betweenus.book.policy import content_security_policy
from betweenus.cli import open_server
from tests.conftest import ROOT

PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{kind}</title>
<link rel="stylesheet" href="betweenus.css">
<script src="betweenus.js" defer></script>
</head>
<body><main>{markup}<footer>After it.</footer></main></body>
</html>
"""


def serve(folder: Path, *kinds):
    """Serve a page for the example of each kind; give the address and what ends it."""
    for name in ("betweenus.js", "betweenus.css"):
        shutil.copy(ROOT / "betweenus" / "static" / "book" / name, folder)
    policy = content_security_policy("page")
    for kind in kinds:
        page = PAGE.format(policy=policy, kind=kind.kind, markup=kind.example().markup)
        (folder / f"{kind.kind}.html").write_text(page, encoding="utf-8")
    server = open_server(folder, port=0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}", server.shutdown
