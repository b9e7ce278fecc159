"""How a page shows claims: a badge in running text, and a module's table."""

from pathlib import Path

from docutils import nodes
from docutils.statemachine import StringList
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective, SphinxRole
from sphinx.util.nodes import make_refnode

from betweenus.evidence.claims import Claim, claims_file, read_claims
from betweenus.project import find_root

logger = logging.getLogger(__name__)


def anchor(claim: Claim) -> str:
    return f"claim-{claim.id.lower()}"


def badge(claim: Claim) -> nodes.inline:
    """The rating as a word; its shape comes from the style sheet."""
    return nodes.inline("", claim.grade.label, classes=["rating", f"rating-{claim.rating}"])


class ClaimRole(SphinxRole):
    """{claim}`A12`: the rating of a claim, linked to its row in the module's table."""

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
        shown = badge(claim)
        more = f" (claim {claim.id}, {claim.certainty_label})"
        shown += nodes.inline("", more, classes=["visually-hidden"])
        link = addnodes.pending_xref("", shown, refdomain="", reftype="claim", reftarget=anchor(claim), refdoc=self.env.docname)
        self.set_source_info(link)
        return [link], []


def link_to_table(app: Sphinx, env: BuildEnvironment, node: addnodes.pending_xref, badge: nodes.Element):
    """Lead a badge to its row, on whichever page the table stands."""
    if node.get("reftype") != "claim":
        return None
    labels = env.get_domain("std").anonlabels
    if node["reftarget"] not in labels:
        logger.warning(
            "No page has a table with %s. Add ```{claims} <module>``` to one.", node["reftarget"], location=node
        )
        return None
    page, target = labels[node["reftarget"]]
    return make_refnode(app.builder, node["refdoc"], page, target, badge)


class ClaimsDirective(SphinxDirective):
    """```{claims} emotional-intimacy```: every claim of a module with its verdict."""

    required_arguments = 1

    def run(self):
        root = find_root(Path(self.env.srcdir))
        self.env.note_dependency(str(claims_file(root)))
        module = self.arguments[0]
        claims = read_claims(root).values()
        rows = [claim for claim in claims if claim.module == module]
        if not rows:
            modules = ", ".join(sorted({claim.module for claim in claims}))
            raise self.error(f"No claim has the module {module!r}. Write one of: {modules}.")
        return [self._table(rows)]

    def _table(self, claims: list[Claim]) -> nodes.table:
        body = nodes.tbody("", *(self._row(claim) for claim in claims))
        head = nodes.thead("", row("What the articles say", "What the evidence says"))
        group = nodes.tgroup("", *(nodes.colspec(colwidth=width) for width in (2, 3)), head, body, cols=2)
        return nodes.table("", group, classes=["claims"])

    def _row(self, claim: Claim) -> nodes.row:
        labels = self.env.get_domain("std").anonlabels
        labels[anchor(claim)] = (self.env.docname, anchor(claim))
        said = nodes.paragraph("", "", nodes.Text(claim.claim), nodes.Text(f" ({claim.id})"))
        verdict = nodes.paragraph("", "", badge(claim), nodes.Text(f", {claim.certainty_label}"))
        shown = [verdict, nodes.paragraph("", claim.summary), *self._studies(claim)]
        return nodes.row("", nodes.entry("", said), nodes.entry("", *shown), ids=[anchor(claim)])

    def _studies(self, claim: Claim) -> list[nodes.Node]:
        if not claim.references:
            return [nodes.paragraph("", claim.no_reference)]
        holder = nodes.Element()
        text = f"{{cite:p}}`{','.join(claim.references)}`"
        self.state.nested_parse(StringList([text], self.get_source_info()[0]), 0, holder)
        return holder.children


def row(*texts: str) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", text)) for text in texts))
