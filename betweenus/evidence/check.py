"""What has to hold between claims, references and text, beyond what each file can say by itself."""

import re
from collections.abc import Iterator
from pathlib import Path

from betweenus.evidence.claims import Claim, claims_file, line_with, read_claims
from betweenus.evidence.references import (
    LISTING,
    Reference,
    line_of_reference,
    read_references,
    references_file,
)
from betweenus.project import SourceError

CITATION = re.compile(r"\{cite:\w+\}`([^`]+)`")
TEXTS = ("book/**/*.md", "exercises/**/*.md", "notebooks/*.ipynb")


def check_evidence(root: Path) -> Iterator[SourceError]:
    """Everything wrong with the ties of claims to references and text; each file has its own check."""
    claims, references = read_claims(root), read_references(root)
    yield from verdicts_on_listings(root, claims, references)
    yield from references_nobody_cites(root, claims, references)
    yield from claims_nobody_discusses(root, claims)


def verdicts_on_listings(
    root: Path, claims: dict[str, Claim], references: dict[str, Reference]
) -> Iterator[SourceError]:
    for claim in claims.values():
        checked = [references[key].entry.fields.get("checked", "") for key in claim.references]
        if checked and all(how.startswith(LISTING) for how in checked):
            yield SourceError(
                claims_file(root),
                line_with(claims_file(root), f"id: {claim.id}"),
                f"{claim.id}: all its references are known from listings alone; add one that was read, "
                "or say under `no_reference` why there is none.",
            )


def references_nobody_cites(
    root: Path, claims: dict[str, Claim], references: dict[str, Reference]
) -> Iterator[SourceError]:
    cited = {key for claim in claims.values() for key in claim.references} | cited_in_text(root)
    for key in references:
        if key not in cited:
            yield SourceError(
                references_file(root),
                line_of_reference(references_file(root), key),
                f"no claim, figure or page cites {key}; cite it or take it out.",
            )


def cited_in_text(root: Path) -> set[str]:
    """The keys cited in pages, notebooks and exercises, and in the data behind the figures."""
    texts = [path.read_text(encoding="utf-8") for pattern in TEXTS for path in root.glob(pattern)]
    keys = [key for text in texts for keys in CITATION.findall(text) for key in keys.split(",")]
    for path in (root / "seeds" / "data").glob("*.csv"):
        top = re.search(r"^# source: (.+)$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        keys += top[1].split(",") if top else []
    return {key.strip() for key in keys}


def claims_nobody_discusses(root: Path, claims: dict[str, Claim]) -> Iterator[SourceError]:
    for claim in claims.values():
        page = root / "book" / "modules" / f"{claim.module}.md"
        text = page.read_text(encoding="utf-8") if page.exists() else ""
        if f"{{claim}}`{claim.id}`" not in text:
            yield SourceError(
                page,
                None,
                f"the claim {claim.id} belongs to this module and is not in its text. Write "
                f"{{claim}}`{claim.id}` where the text speaks of it.",
            )
