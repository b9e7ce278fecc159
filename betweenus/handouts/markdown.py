"""Markdown as a tree of plain data, which the Typst templates set.

The text is parsed with the rules that the book's own pages are parsed with. Words reach Typst as strings
inside JSON, never as markup, so no character of theirs can mean anything to Typst.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from docutils.utils.smartquotes import educate_tokens
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.tree import SyntaxTreeNode
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from betweenus.art import alone, verdict_symbol
from betweenus.evidence import Reference, claims_of, references_of
from betweenus.evidence.claims import claim_named
from betweenus.project import Project, SourceError

# As Sphinx sets them in the pages: quotation marks, dashes and ellipses.
TYPOGRAPHY = "qDe"
# Directives that belong to the page alone.
ON_PAGES_ONLY = ("{handouts}",)

Node = dict  # {"kind": …} and what the templates need to set it


class Converter:
    """Turns the Markdown of one file into nodes, and remembers what it cites.

    Args:
        project: where claims, references and settings are.
        path: the file that the text is from, for messages.

    Attributes:
        claims: ids of the claims that were marked, in their order.
        cited: keys of the references that were cited, in their order.
    """

    def __init__(self, project: Project, path: Path):
        self.project, self.path = project, path
        self.claims: dict[str, None] = {}
        self.cited: dict[str, None] = {}
        self.first_line = 1

    def blocks(self, text: str, first_line: int = 1) -> list[Node]:
        """The nodes of a text that begins at `first_line` of the file.

        Raises:
            SourceError: naming file, line and construct when one isn't known here; no word is ever left out.
        """
        self.first_line = first_line
        tree = SyntaxTreeNode(parser(self.project.config.sphinx.config.markdown).parse(text))
        return list(self.each(tree.children))

    def each(self, nodes: list[SyntaxTreeNode]) -> Iterator[Node]:
        for node in nodes:
            convert = getattr(self, f"on_{node.type}", None)
            if convert is None:
                raise self.unknown(node, names(node))
            yield from convert(node)

    def unknown(self, node: SyntaxTreeNode, name: str) -> SourceError:
        while not node.map and node.parent:
            node = node.parent
        line = self.first_line + node.map[0] if node.map else None
        message = f"the handouts don't know {name}; write it with paragraphs, lists, bold, italics or links."
        return SourceError(self.path, line, message)

    def on_paragraph(self, node: SyntaxTreeNode) -> Iterator[Node]:
        yield {"kind": "paragraph", "inline": self.inline(node.children[0])}

    def on_heading(self, node: SyntaxTreeNode) -> Iterator[Node]:
        yield {"kind": "heading", "level": int(node.tag[1]), "inline": self.inline(node.children[0])}

    def on_bullet_list(self, node: SyntaxTreeNode) -> Iterator[Node]:
        yield {"kind": "bullets", "items": self.items(node)}

    def on_ordered_list(self, node: SyntaxTreeNode) -> Iterator[Node]:
        yield {"kind": "numbers", "start": node.attrs.get("start", 1), "items": self.items(node)}

    def items(self, node: SyntaxTreeNode) -> list[list[Node]]:
        return [list(self.each(item.children)) for item in node.children]

    def on_blockquote(self, node: SyntaxTreeNode) -> Iterator[Node]:
        yield {"kind": "quote", "blocks": list(self.each(node.children))}

    def on_fence(self, node: SyntaxTreeNode) -> Iterator[Node]:
        name, _, argument = node.info.strip().partition(" ")
        if name == "{lines}" and argument.isdecimal():
            yield {"kind": "lines", "count": int(argument)}
        elif name not in ON_PAGES_ONLY:
            raise self.unknown(node, f"the block ```{node.info}".rstrip())

    def on_myst_line_comment(self, node: SyntaxTreeNode) -> Iterator[Node]:
        yield from ()

    def inline(self, node: SyntaxTreeNode) -> list[Node]:
        nodes = list(self.each(node.children))
        set_typography(nodes)
        return nodes

    def on_text(self, node: SyntaxTreeNode) -> Iterator[Node]:
        if node.content:  # the parser leaves empty texts before bold ones
            yield text(node.content)

    def on_softbreak(self, node: SyntaxTreeNode) -> Iterator[Node]:
        yield text(" ")

    def on_hardbreak(self, node: SyntaxTreeNode) -> Iterator[Node]:
        yield {"kind": "break"}

    def on_strong(self, node: SyntaxTreeNode) -> Iterator[Node]:
        yield {"kind": "strong", "inline": list(self.each(node.children))}

    def on_em(self, node: SyntaxTreeNode) -> Iterator[Node]:
        yield {"kind": "emphasis", "inline": list(self.each(node.children))}

    def on_link(self, node: SyntaxTreeNode) -> Iterator[Node]:
        """On paper, a place in the book is a title, and one outside it an address."""
        inline, address = list(self.each(node.children)), node.attrs["href"]
        if "://" in address or address.startswith("mailto:"):
            yield {"kind": "link", "inline": inline, "address": address}
        else:
            yield {"kind": "emphasis", "inline": inline}

    def on_myst_role(self, node: SyntaxTreeNode) -> Iterator[Node]:
        role = node.meta["name"]
        convert = {"claim": self.claim, "cite:p": self.cite_p, "cite:t": self.cite_t, "term": self.term}.get(role)
        if convert is None:
            raise self.unknown(node, f"the role {{{role}}}")
        yield from convert(node)

    def claim(self, node: SyntaxTreeNode) -> Iterator[Node]:
        words, id = claim_named(node.content)
        claim = claims_of(self.project).get(id)
        if claim is None:
            raise SourceError(self.path, None, f"there is no claim {id!r} in seeds/claims.yml.")
        self.claims[claim.id] = None
        symbol = alone(verdict_symbol(claim.rating))
        if words:
            yield text(f"{words} ")
        yield {"kind": "claim", "symbol": symbol, "rating": self.project.words(claim.grade.label), "id": claim.id}

    def cite_p(self, node: SyntaxTreeNode) -> Iterator[Node]:
        yield text(f"[{', '.join(f'{self.authors(study)}, {study.year}' for study in self.studies(node.content))}]")

    def cite_t(self, node: SyntaxTreeNode) -> Iterator[Node]:
        yield text(", ".join(f"{self.authors(study)} ({study.year})" for study in self.studies(node.content)))

    def studies(self, keys: str) -> list[Reference]:
        known, found = references_of(self.project), []
        for key in (key.strip() for key in keys.split(",")):
            if key not in known:
                raise SourceError(self.path, None, f"there is no reference {key!r} in seeds/references.bib.")
            self.cited[key] = None
            found.append(known[key])
        return found

    def authors(self, study: Reference) -> str:
        return study.authors_in(self.project.words)

    def term(self, node: SyntaxTreeNode) -> Iterator[Node]:
        """A term as it is shown: `words <term>` shows the words."""
        yield text(node.content.partition("<")[0].strip() or node.content)


@cache
def parser(extensions: tuple[str, ...]) -> MarkdownIt:
    return create_md_parser(MdParserConfig(enable_extensions=set(extensions)), RendererHTML)


def names(node: SyntaxTreeNode) -> str:
    """What an author calls a construct: `:::{note}`, or the parser's name for it."""
    return f"the block :::{node.info}" if node.type == "colon_fence" else f"“{node.type.replace('_', ' ')}”"


def text(words: str) -> Node:
    return {"kind": "text", "text": words}


def set_typography(nodes: list[Node]) -> None:
    """Give the words of one paragraph the marks of print, each seen beside its neighbours."""
    found = list(texts(nodes))
    # Docutils reads a backslash as an escape; here it is a letter like others.
    tokens = [("literal" if "\\" in node["text"] else "plain", node["text"]) for node in found]
    for node, words in zip(found, educate_tokens(tokens, attr=TYPOGRAPHY), strict=True):
        node["text"] = words


def texts(nodes: list[Node]) -> Iterator[Node]:
    for node in nodes:
        if node["kind"] == "text":
            yield node
        yield from texts(node.get("inline", []))
