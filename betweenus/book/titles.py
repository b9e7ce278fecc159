"""What a page is called in the browser's tab and in its history.

A tab and a history can be read over a shoulder, long after the page was closed. So their titles say what
kind of page it is and which one ("Modules 2", "Your own pages 2"), and leave its subject to the heading on
the page. WCAG 2.4.2 asks for titles that say the topic or the purpose: these say the purpose, no two are
alike, and the names of the parts are the ones in the contents. Where nobody reads along, a publisher sets
`betweenus_quiet_titles: false`.
"""

from html import unescape

from markupsafe import Markup
from sphinx.application import Sphinx

from betweenus.project.directive import project_of
from betweenus.project.words import N_

OWN_PAGES = N_("Your own pages")


def title_in_tab(app: Sphinx, pagename: str, title: str) -> str:
    """The text of `<title>` for a page whose heading is `title` (which is HTML)."""
    book = app.config.html_title
    heading = unescape(Markup(title).striptags())
    name = quiet_names(app).get(pagename, "") if project_of(app).settings.quiet_titles else heading
    return f"{name} · {book}" if name and name != book else book


def quiet_names(app: Sphinx) -> dict[str, str]:
    """Each page of the contents by kind and number; the first page of the book has no name of its own."""
    own_pages = project_of(app).words(OWN_PAGES)
    kinds: dict[str, list[str]] = {}
    for caption, docname in in_order(app):
        kinds.setdefault(own_pages if docname.startswith("notebooks/") else caption, []).append(docname)
    return {
        docname: f"{kind} {number}" if kind and len(docnames) > 1 else kind
        for kind, docnames in kinds.items()
        for number, docname in enumerate(docnames, start=1)
    }


def in_order(app: Sphinx) -> list[tuple[str, str]]:
    """Every page but the first, with the name of its part, as `_toc.yml` has them."""
    pages = app.config.external_site_map

    def below(docname: str, part: str) -> list[tuple[str, str]]:
        found = []
        for tree in pages[docname].subtrees if docname in pages else []:
            caption = tree.caption or part
            for name in tree.files():
                found += [(caption, name), *below(name, caption)]
        return found

    return below(pages.root.docname, "")
