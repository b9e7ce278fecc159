"""One reflection on a page of its own, or all on one, with the book's script, style and security policy."""

import contextlib
import shutil
import threading
from html import escape
from pathlib import Path

from betweenus import Reflection
from betweenus.book.policy import content_security_policy
from betweenus.book.server import open_server
from betweenus.book.styles import EVERY_PAGE, KINDS, PARTS, parts_of, style_of
from betweenus.frontend import STATIC
from betweenus.project.words import words_of
from tests.tiny import COURSE

PAGE = """<!DOCTYPE html>
<html lang="en" data-locale="en-GB"{course}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>One reflection</title>
<link rel="stylesheet" href="{name}.css">
<script src="betweenus.js" defer></script>
</head>
<body><main>{markup}<footer>After it.</footer></main></body>
</html>
"""


def write_alone(folder: Path, reflection: Reflection) -> str:
    """Write the page into a folder; returns its address."""
    return write_page(folder, reflection.kind, reflection.markup)


def write_book(folder: Path, course: str, *reflections: Reflection) -> None:
    """Write a book of one page, `page.html`, that says of which course it is and where the answers are."""
    markup = "".join(reflection.markup for reflection in reflections)
    line = str(words_of("en").render("browser/line.html", my_pages=""))
    about = f' data-content_root="./" data-course="{course}" data-lock-minutes="15"'
    write_page(folder, "page", markup + line, about)


def write_page(folder: Path, name: str, markup: str, course: str = "") -> str:
    shutil.copytree(STATIC / "book", folder, dirs_exist_ok=True)
    page = folder / f"{name}.html"
    policy = escape(content_security_policy())
    (folder / f"{name}.css").write_text(style_of([EVERY_PAGE, *parts_of(markup, PARTS | KINDS)]), encoding="utf-8")
    html = PAGE.format(policy=policy, name=name, markup=markup, course=course)
    page.write_text(html, encoding="utf-8")
    return page.as_uri()


def serve_alone(folder: Path, *kinds):
    """Serve such a page for the example of each kind, and one for all of them together; returns the address and what
    ends it."""
    with contextlib.chdir(COURSE / "notebooks"):
        examples = [kind.example() for kind in kinds]
    for example in examples:
        write_alone(folder, example)
    write_page(folder, "together", "".join(example.markup for example in examples))
    server = open_server(folder, port=0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}", server.shutdown
