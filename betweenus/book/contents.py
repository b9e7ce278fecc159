"""The contents that stand beside every page."""

import re

from markupsafe import Markup

from betweenus.project.words import Words

# How Sphinx writes the name of a part; the list of its pages comes after it.
PART = re.compile(r'<p[^>]*class="caption"[^>]*>(.*?)</p>')
# The list of a part in which the page is, or one of its pages.
CURRENT = 'class="current"'


def contents(page: dict, words: Words) -> Markup:
    """What Sphinx lists as the contents, in parts that open and close.

    Args:
        page: what Sphinx tells the template of a page.
        words: the engine's.
    """
    listed = page["toctree"](maxdepth=2, collapse=False, includehidden=True, titles_only=True)
    before, *rest = PART.split(listed)
    parts = [
        {"title": Markup(title), "pages": Markup(pages), "current": CURRENT in pages}
        for title, pages in zip(rest[::2], rest[1::2], strict=True)
    ]
    return words.render("book/contents.html", before=Markup(before), parts=parts)
