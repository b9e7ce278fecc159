"""Notes in place: a citation is a small number, a claim has its verdict behind it, and each has a note beside it.

With room, a note stands in the margin and its mark leads there. Without, the mark is a button, and the browser opens
the note where it is pressed, with no script. On paper, what the marks stand for comes once, at the end of the page.
"""

import re
from collections.abc import Iterator

from docutils import nodes
from markupsafe import Markup
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

from betweenus.evidence.claims import claims_of
from betweenus.evidence.references import Reference, references_of
from betweenus.project.directive import part, project_of, told_by

LEDGER = "book/evidence/ledger"
REFERENCES = "book/evidence/references"
# A class of the words that a claim's badge stands behind.
CLAIMED = "claimed"
PUNCTUATION = re.compile(r"[.,;:!?…)”’]+")
# What stands in these has no margin beside it.
WITHOUT_MARGIN = (nodes.table, nodes.Admonition)


class NotesInPlace(SphinxPostTransform):
    """Gives each citation and each badge of a page its mark and, the first time in a section, its note."""

    # Before citations become links to the page of references.
    default_priority = 1
    formats = ("html",)

    def run(self, **_) -> None:
        self.project = project_of(self.app)
        self.numbers: dict[str, int] = {}
        self.ids: dict[tuple, str] = {}
        for node in list(self.document.findall(is_marked)):
            if "studies" in node:  # a figure's, which has no marks
                self.number(node["studies"])
            elif mark := self.cited(node) if isinstance(node, pending_xref) else self.claimed(node):
                put(mark, node)

    def number(self, keys: list[str]) -> None:
        for key in keys:
            self.numbers.setdefault(key, len(self.numbers) + 1)

    def claimed(self, node: nodes.raw) -> nodes.raw:
        [id] = node["claims"]
        claim = claims_of(self.project)[id]
        html = self.marked(node, claim.id, kind="claim", claim=claim, ledger=ledger_from(self.app, self.env.docname))
        return part(Markup(" ") + html, claims=[id])

    def cited(self, node: pending_xref) -> nodes.Node | None:
        """The marks of a citation; nothing where it names what nobody knows, which is then reported."""
        known = references_of(self.project)
        keys = [key.strip() for key in node["reftarget"].split(",")]
        if not all(key in known for key in keys):
            return None
        self.number(keys)
        marks = part(Markup(" ").join(self.cited_once(node, known[key]) for key in keys), studies=keys)
        if node["reftype"] != "t":
            return marks
        named = ", ".join(f"{known[key].authors_in(self.project.words)} ({known[key].year})" for key in keys)
        return nodes.inline("", named, marks)

    def cited_once(self, node: pending_xref, study: Reference) -> Markup:
        references = references_from(self.app, self.env.docname)
        return self.marked(node, str(self.numbers[study.key]), kind="cited", study=study, references=references)

    def marked(self, node: nodes.Node, name: str, **context) -> Markup:
        """A mark, with its note where its section has none yet that can be seen from here."""
        beside = not has_around(node, WITHOUT_MARGIN)
        place = (name, section_of(node), beside)
        is_first = place not in self.ids
        id = self.ids.setdefault(place, f"{name.lower()}-{1 + sum(known[0] == name for known in self.ids)}")
        told = {"id": id, "name": name, "beside": beside, "has_note": is_first}
        return self.project.words.render("evidence/mark.html", **told, **context)


def is_marked(node: nodes.Node) -> bool:
    if isinstance(node, pending_xref):
        return node.get("refdomain") == "cite"
    return isinstance(node, nodes.raw) and ("claims" in node or "studies" in node)


def has_around(node: nodes.Node, kinds: tuple) -> bool:
    return any(isinstance(around, kinds) for around in parents_of(node))


def parents_of(node: nodes.Node) -> Iterator[nodes.Node]:
    while node := node.parent:
        yield node


def section_of(node: nodes.Node) -> int:
    """The section that a heading of the second level begins, as a number of its own."""
    around = [each for each in parents_of(node) if isinstance(each, nodes.section)]
    return id(around[-2] if len(around) > 1 else None)


def put(mark: nodes.Node, node: nodes.Node) -> None:
    """Set a mark in its place: behind the punctuation, with no room before it."""
    parent, index = node.parent, node.parent.index(node)
    before, after = parent[:index], parent[index + 1 :]
    is_number = isinstance(node, pending_xref) and node["reftype"] != "t"
    if is_number and before and isinstance(before[-1], nodes.Text):
        before[-1] = nodes.Text(before[-1].rstrip())
    moves = is_number or (before and CLAIMED in getattr(before[-1], "attributes", {}).get("classes", ()))
    if moves and after and isinstance(after[0], nodes.Text) and (found := PUNCTUATION.match(after[0])):
        before.append(nodes.Text(found[0]))
        after[0] = nodes.Text(after[0][found.end() :])
    parent.children = []
    parent.extend([*before, mark, *after])


def at_the_end(app: Sphinx, docname: str, doctree: nodes.document | None) -> str:
    """What the marks of a page stand for: its claims, on paper alone, and its studies, once each."""
    project = project_of(app)
    claims = [claims_of(project)[id] for id in told_by(doctree, "claims")]
    keys = [*told_by(doctree, "studies"), *(key for claim in claims for key in claim.references)]
    if not claims and not keys:
        return ""
    known = references_of(project)
    numbers = {key: number for number, key in enumerate(dict.fromkeys(keys), start=1)}
    studies = [known[key] for key in numbers]
    return project.words.render("evidence/at_the_end.html", claims=claims, studies=studies, numbers=numbers)


def references_from(app: Sphinx, docname: str) -> str:
    """The address of the page of references from a page; empty when the book has none."""
    return app.builder.get_relative_uri(docname, REFERENCES) if REFERENCES in app.env.found_docs else ""


def ledger_from(app: Sphinx, docname: str) -> str:
    """The ledger's address from a page; empty when the book has none."""
    return app.builder.get_relative_uri(docname, LEDGER) if LEDGER in app.env.found_docs else ""
