"""The style of a page: one file of what it uses, since each that a browser asks for keeps it from showing the page.

That of the reflections and of the stage comes where these begin.
"""

import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config

from betweenus.book.colours import own_colours
from betweenus.frontend import built
from betweenus.project.directive import project_of
from betweenus.reflections import Reflection

EVERY_PAGE = "betweenus"
# The other parts, and how the classes begin that each is for; bundle.mjs says what is in it.
PARTS = {
    "modules": "cover-art|module-cards|opener|try-it|lead",
    "evidence": 'mark[ "]|rating|claim|grades|counts|citation|at-the-end',
    "figures": "chart",
    "help": "help-",
    "search": "search",
    "rubrics": "rubric",
    "exercises": "timetable|exercise|fact-strip|cards",
    "planner": "evening-|planner",
    "reflections": "reflection ",
    "gallery": "gallery-",
    "sitting": "sitting",
}
STAGE = "stage"
KINDS = {kind.folder: f'reflection {kind.kind}[ "]' for kind in Reflection.__subclasses__()}
FIRST_REFLECTION = re.compile(r'<\w+ class="(part|reflection [\w-]+)"')
# Sphinx's own, that the book does without.
UNUSED = {"basic.css", "mystnb.css"}
FOR_CODE = {"pygments.css", "pygments_dark.css"}
COLOURED_CODE = re.compile('class="highlight-(?!none )')


def choose_code_style(app: Sphinx, config: Config) -> None:
    """Code has the theme's colours, which can be read, where Jupyter Book would ask for Sphinx's."""
    if config.pygments_style == "sphinx":
        config.pygments_style = None


def parts_of(html: str, parts: dict[str, str]) -> list[str]:
    """Those parts of the style that a page uses."""
    return [part for part, used in parts.items() if re.search(f'class="({used})', html)]


def style_of(parts: list[str]) -> str:
    return "".join(built(f"styles/{part}.css").read_text(encoding="utf-8") for part in parts)


def style_in_head(app: Sphinx, html: str) -> str:
    """Write what all of a page waits for; its address from the book's root."""
    return write(app, [EVERY_PAGE, *parts_of(html, PARTS)], own_colours(project_of(app)))


def with_style_of_reflections(app: Sphinx, body: str, link: Callable) -> str:
    """The text with the style of its reflections before the first of them, so that nothing above waits for it.

    Args:
        link: gives the element that asks for the style at an address from the book's root.
    """
    parts = parts_of(body, KINDS)
    if not parts:
        return body
    start = FIRST_REFLECTION.search(body).start()
    return body[:start] + link(write(app, parts)) + body[start:]


def write(app: Sphinx, parts: list[str], more: str = "") -> str:
    """Write these parts, and more, into one file beside the pages; its address from the book's root."""
    address = f"_static/page-{sha256(' '.join(parts).encode()).hexdigest()[:8]}.css"
    file = Path(app.outdir, address)
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"/* {' '.join(parts)} */\n{style_of(parts)}{more}", encoding="utf-8")
    return address


def of_others(styles: list, html: str) -> list:
    """The styles of Sphinx, of extensions and of the publisher, without those that the page does not use."""
    unused = UNUSED | (set() if COLOURED_CODE.search(html) else FOR_CODE)
    return [style for style in styles if base_name(style) not in unused]


def base_name(asset) -> str:
    """`mystnb.css` for `_static/mystnb.8ecb98da.css?v=1`."""
    parts = Path(str(asset.filename or "").split("?")[0]).name.split(".")
    return ".".join([parts[0], parts[-1]]) if len(parts) > 1 else ""
