"""What has to hold between claims, references and text, beyond what each file can say by itself."""

import re
from collections.abc import Iterator

from betweenus.evidence.claims import claims_of, page_that_discusses
from betweenus.evidence.references import line_of_reference, references_of
from betweenus.project import Project, SourceError
from betweenus.project.sources import line_with

CITATION = re.compile(r"\{cite:\w+\}`([^`]+)`")


def check_evidence(project: Project) -> Iterator[SourceError]:
    """Everything wrong with the ties of claims to references and text; each file has its own check."""
    yield from verdicts_on_listings(project)
    yield from references_nobody_cites(project)
    yield from claims_nobody_discusses(project)


def verdicts_on_listings(project: Project) -> Iterator[SourceError]:
    known = references_of(project)
    for claim in claims_of(project).values():
        if claim.references and all(known[key].is_listing for key in claim.references):
            yield SourceError(
                project.claims_file,
                line_with(project.claims_file, f"id: {claim.id}"),
                f"{claim.id}: all its references are known from listings alone; add one that was read, "
                "or say under `no_reference` why there is none.",
            )


def references_nobody_cites(project: Project) -> Iterator[SourceError]:
    cited = {key for claim in claims_of(project).values() for key in claim.references} | cited_in_text(project)
    for key in references_of(project):
        if key not in cited:
            yield SourceError(
                project.references_file,
                line_of_reference(project.references_file, key),
                f"no claim, figure or page cites {key}; cite it or take it out.",
            )


def cited_in_text(project: Project) -> set[str]:
    """The keys cited in pages, notebooks and exercises, and in the data behind the figures."""
    texts = [path.read_text(encoding="utf-8") for path in project.text_files]
    keys = [key for text in texts for keys in CITATION.findall(text) for key in keys.split(",")]
    for path in project.data_folder.glob("*.csv"):
        top = re.search(r"^# source: (.+)$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        keys += top[1].split(",") if top else []
    return {key.strip() for key in keys}


def claims_nobody_discusses(project: Project) -> Iterator[SourceError]:
    for claim in claims_of(project).values():
        if not page_that_discusses(project, claim):
            yield SourceError(
                project.pages_of(claim.module)[0],
                None,
                f"the claim {claim.id} belongs to this module and is not in its text. Write "
                f"{claim.badge} where the text speaks of it.",
            )
