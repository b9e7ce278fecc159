"""The contents that stand beside every page."""

import re

from markupsafe import Markup

from betweenus.project.words import Words

# How Sphinx writes the name of a part; the list of its pages comes after it.
PART = re.compile(r'<p[^>]*class="caption"[^>]*>(.*?)</p>')
# The list of a part in which the page is, or one of its pages.
CURRENT = 'class="current"'


# The page one is on, in the list.
HERE = re.compile(r'<a class="current reference internal" href="#">.*?</a>')


def contents(page: dict, words: Words, sections: list[tuple[str, str]]) -> Markup:
    """What Sphinx lists as the contents, in parts that open and close.

    Args:
        page: what Sphinx tells the template of a page.
        words: the engine's.
        sections: the anchor and the title of each section of the page, listed below it.
    """
    listed = page["toctree"](maxdepth=2, collapse=False, includehidden=True, titles_only=True)
    within = words.render("book/contents_here.html", sections=sections)
    before, *rest = PART.split(HERE.sub(lambda found: f"{found[0]}{within}", listed))
    parts = [
        {"title": Markup(title), "pages": Markup(pages), "current": CURRENT in pages}
        for title, pages in zip(rest[::2], rest[1::2], strict=True)
    ]
    return words.render("book/contents.html", before=Markup(before), parts=parts)
