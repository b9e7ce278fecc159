"""The page that searches, and what it searches in: one script with all that can be found. Only this page loads it, and
the page that a host shows where there is none; both do so once someone is about to type.

Whoever looks for something tells nobody: no page is fetched, and no word leaves the field that it is typed into.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.search import IndexBuilder

from betweenus.book.pages import not_found, root_of, version
from betweenus.project.directive import project_of
from betweenus.search.entries import Entry, entries_of
from betweenus.search.words import search_words_of

PAGE = "search"
INDEX = "_static/search-index.js"


def do_without_sphinx_search(app: Sphinx) -> None:
    """Sphinx's own fetches the pages that it found, which tells the host their names."""
    app.builder.search = False


def collect_search(app: Sphinx) -> Iterator[tuple[str, dict, str]]:
    script = index_script(app)
    path = Path(app.outdir, INDEX)
    path.parent.mkdir(exist_ok=True)
    path.write_text(script, encoding="utf-8")
    address = f"{INDEX}?v={version(script)}"

    def form(root: str = "") -> str:
        return project_of(app).words.render("search/search.html", index=root + address)

    yield PAGE, {"search_form": form()}, "search.html"
    yield not_found(app, search_form=form(root_of(app)))


def index_script(app: Sphinx) -> str:
    """A classic script, since that alone a page may load that was opened by double-click."""
    language = IndexBuilder(app.env, project_of(app).language.replace("-", "_"), {}, "")
    stemmer = language.get_js_stemmer_code()
    index = as_script(index_of(app, sorted(language.lang.stopwords)))
    return f"globalThis.betweenusSearch = (() => {{\n{stemmer}\nreturn {{ Stemmer, ...{index} }};\n}})();\n"


def index_of(app: Sphinx, stopwords: list[str]) -> dict:
    said = search_words_of(project_of(app))
    entries = list(entries_of(app))
    pages = [entry.page for entry in entries]
    return {
        "entries": [in_index(app, entry) for entry in entries],
        "ignore": [*stopwords, *said.ignore],
        "synonyms": said.synonyms,
        "first": [[pages.index(each.page), each.words] for each in said.first if each.page in pages],
    }


def in_index(app: Sphinx, entry: Entry) -> dict:
    return {
        "url": app.builder.get_target_uri(entry.page),
        "kind": entry.kind,
        "title": entry.title,
        "line": entry.line,
        "leads": entry.leads,
        "parts": entry.parts,
    }


def as_script(content: dict) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace("//", "/\\/")
