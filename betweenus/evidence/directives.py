"""How a page shows claims: a badge in running text, a module's table, the ledger, the grades.

A badge is a button that opens a note with the verdict and its studies. The browser does this by itself,
with no script; on paper the notes are footnotes.
"""

import re
from collections import Counter
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective, SphinxRole

from betweenus.evidence.claims import CERTAINTIES, RATINGS, SOURCES, Claim, claims_file, read_claims
from betweenus.evidence.references import read_references
from betweenus.project import find_root, templates_in

LEDGER = "book/evidence/ledger"
BADGE = re.compile(r'popovertarget="note-([a-z]\d\d)"')

templates = templates_in("evidence")


def render(name: str, **context) -> str:
    return templates.get_template(f"evidence/{name}").render(references=read_references(), **context)


def raw(html: str) -> nodes.raw:
    return nodes.raw("", html, format="html")


class ClaimRole(SphinxRole):
    """{claim}`A12`: the rating of a claim, which opens the note on it."""

    def run(self):
        claims = read_claims(find_root(Path(self.env.srcdir)))
        claim = claims.get(self.text)
        if claim is None:
            message = self.inliner.reporter.error(
                f"There is no claim {self.text!r} in seeds/claims.yml. "
                f"Write an id such as {next(iter(claims))}.",
                line=self.lineno,
            )
            return [], [message]
        return [raw(render("badge.html", claim=claim))], []


class EvidenceDirective(SphinxDirective):
    """What the directives below share: the claims, and that the page is made of them."""

    def claims(self) -> list[Claim]:
        root = find_root(Path(self.env.srcdir))
        self.env.note_dependency(str(claims_file(root)))
        return list(read_claims(root).values())


class ClaimsDirective(EvidenceDirective):
    """```{claims} emotional-intimacy```: every claim of a module with its badge."""

    required_arguments = 1

    def run(self):
        module = self.arguments[0]
        rows = [claim for claim in self.claims() if claim.module == module]
        if not rows:
            modules = ", ".join(sorted({claim.module for claim in self.claims()}))
            raise self.error(f"No claim has the module {module!r}. Write one of: {modules}.")
        return [raw(render("claims.html", claims=rows))]


class LedgerDirective(EvidenceDirective):
    """```{ledger}```: every claim of the course, with a form that filters them."""

    def run(self):
        claims = sorted(self.claims(), key=lambda claim: claim.id)
        facets = {
            "article": ("Article", {key: name for key, name in SOURCES.items()}),
            "module": ("Module", {name: title_of(name) for name in dict.fromkeys(c.module for c in claims)}),
            "rating": ("Verdict", {key: grade.label for key, grade in RATINGS.items()}),
            "certainty": ("Certainty", {key: grade.label for key, grade in CERTAINTIES.items()}),
        }
        counts = {name: Counter(getattr(claim, name) for claim in claims) for name in facets}
        return [raw(render("ledger.html", claims=claims, facets=facets, counts=counts, sources=SOURCES))]


class GradesDirective(SphinxDirective):
    """```{grades} ratings``` or ```{grades} certainties```: what the words mean."""

    required_arguments = 1
    kinds = {"ratings": RATINGS, "certainties": CERTAINTIES}

    def run(self):
        kind = self.arguments[0]
        if kind not in self.kinds:
            raise self.error(f"There are no grades {kind!r}. Write one of: {', '.join(self.kinds)}.")
        return [raw(render("grades.html", grades=self.kinds[kind], kind=kind))]


def title_of(module: str) -> str:
    return module.replace("-", " ").capitalize()


def notes(app: Sphinx, pagename: str, body: str) -> str:
    """The notes that the badges in a page's body open, in the order of the badges."""
    ids = dict.fromkeys(match.upper() for match in BADGE.findall(body))
    claims = read_claims(find_root(Path(app.srcdir)))
    if not ids:
        return ""
    ledger = app.builder.get_relative_uri(pagename, LEDGER) if LEDGER in app.env.found_docs else ""
    return render("notes.html", claims=[claims[id] for id in ids], ledger=ledger)


def link_back(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Name under each reference the claims that rest on it."""
    keys = {citation.citation_id: citation.key for citation in app.env.get_domain("cite").citations}
    resting = claims_by_reference(find_root(Path(app.srcdir)))
    ledger = app.builder.get_relative_uri(docname, LEDGER) if LEDGER in app.env.found_docs else ""
    for citation in doctree.findall(nodes.citation):
        key = next((keys[id] for id in citation["ids"] if id in keys), None)
        if resting.get(key):
            citation += raw(render("resting.html", claims=resting[key], ledger=ledger))


def claims_by_reference(root: Path) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in read_claims(root).values():
        for key in claim.references:
            found.setdefault(key, []).append(claim)
    return found
