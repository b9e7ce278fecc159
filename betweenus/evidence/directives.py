"""How a page shows claims: a badge in running text, a module's table, the ledger, the grades.

What a badge opens, and how citations are shown, is in `notes.py`.
"""

import os
from collections import Counter
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxRole

from betweenus.evidence.claims import CERTAINTIES, RATINGS, Claim, claim_named, claims_of, page_that_discusses
from betweenus.evidence.notes import CLAIMED, LEDGER, REFERENCES, ledger_from
from betweenus.evidence.references import references_of
from betweenus.project import Project
from betweenus.project.directive import ProjectDirective, part, project_of
from betweenus.project.sources import heading_of


class ClaimRole(SphinxRole):
    """{claim}`words <A12>`: words that a claim is about, and its verdict behind them. {claim}`A12`: the verdict."""

    def run(self):
        claims = claims_of(project_of(self.env.app))
        words, id = claim_named(self.text)
        if id not in claims:
            message = self.inliner.reporter.error(
                f"There is no claim {id!r} in seeds/claims.yml. Write an id such as {next(iter(claims))}.",
                line=self.lineno,
            )
            return [], [message]
        said = [nodes.inline("", words, classes=[CLAIMED])] if words else []
        return [*said, part("", claims=[id])], []


class EvidenceDirective(ProjectDirective):
    """What the directives below share: the claims, and that the page is made of them."""

    def claims(self) -> list[Claim]:
        self.env.note_dependency(str(self.project.claims_file))
        return list(claims_of(self.project).values())


class ClaimsDirective(EvidenceDirective):
    """```{claims} communication```: every claim of a module with its verdict."""

    required_arguments = 1

    def run(self):
        module = self.arguments[0]
        rows = [claim for claim in self.claims() if claim.module == module]
        if not rows:
            modules = ", ".join(sorted({claim.module for claim in self.claims()}))
            raise self.error(f"No claim has the module {module!r}. Write one of: {modules}.")
        return [part(self.render("evidence/claims.html", claims=rows, ledger=self.address(LEDGER)))]


class LedgerDirective(EvidenceDirective):
    """```{ledger}```: every claim of the course, with a form that filters them."""

    def run(self):
        claims = sorted(self.claims(), key=lambda claim: claim.id)
        course, words = self.project.course, self.project.words
        facets = {
            "article": (words("Article"), course.source_titles),
            "module": (words("Module"), course.titles),
            "rating": (words("Verdict"), {key: words(grade.label) for key, grade in RATINGS.items()}),
            "certainty": (words("Certainty"), {key: words(grade.label) for key, grade in CERTAINTIES.items()}),
        }
        counts = {name: Counter(getattr(claim, name) for claim in claims) for name in facets}
        html = self.render(
            "evidence/ledger.html",
            claims=claims,
            facets=facets,
            sources=course.source_titles,
            counts=counts,
            certainties=CERTAINTIES,
            references=references_of(self.project),
            address=self.address(REFERENCES),
            discussed={claim.id: self.discussed(claim) for claim in claims},
        )
        return [part(html, scripts=["filter.js"])]

    def discussed(self, claim: Claim) -> dict[str, str]:
        """Where a claim is discussed: the page's address as seen from the ledger, and its heading."""
        page = page_that_discusses(self.project, claim) or self.project.pages_of(claim.module)[0]
        self.env.note_dependency(str(page))
        ledger = (self.project.root / LEDGER).parent
        address = Path(os.path.relpath(page, ledger)).with_suffix(".html").as_posix()
        return {"address": address, "title": heading_of(page)}


class GradesDirective(ProjectDirective):
    """```{grades} ratings``` or ```{grades} certainties```: what the words mean."""

    required_arguments = 1
    kinds = {"ratings": RATINGS, "certainties": CERTAINTIES}

    def run(self):
        kind = self.arguments[0]
        if kind not in self.kinds:
            raise self.error(f"There are no grades {kind!r}. Write one of: {', '.join(self.kinds)}.")
        return [part(self.render("evidence/grades.html", grades=self.kinds[kind], kind=kind))]


def tell_of_references(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Say under each reference what the study was, and name the claims that rest on it."""
    project = project_of(app)
    keys = {citation.citation_id: citation.key for citation in app.env.get_domain("cite").citations}
    references, resting = references_of(project), claims_by_reference(project)
    for citation in doctree.findall(nodes.citation):
        key = next((keys[id] for id in citation["ids"] if id in keys), None)
        if key:
            citation["ids"] = [references[key].anchor]
            context = {"study": references[key], "claims": resting.get(key), "ledger": ledger_from(app, docname)}
            citation += part(project.words.render("evidence/under_reference.html", **context))


def claims_by_reference(project: Project) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in claims_of(project).values():
        for key in claim.references:
            found.setdefault(key, []).append(claim)
    return found
