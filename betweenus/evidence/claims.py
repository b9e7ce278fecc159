"""The claims of `seeds/claims.yml`, each with its verdict."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from docutils.utils.smartquotes import smartyPants
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, model_validator

from betweenus.evidence.references import read_references
from betweenus.project import SourceError, find_root, read_yaml

Module = Literal["emotional-intimacy", "hormones", "communication", "challenges"]
Rating = Literal[
    "supported", "mixed", "overstated", "unsupported", "value-statement", "definition", "good-advice"
]
Certainty = Literal["high", "moderate", "low", "very-low"]
Kind = Literal["definition", "mechanism", "benefit", "advice", "caution", "quote", "faq"]


@dataclass(frozen=True)
class Grade:
    """A rating or a certainty: the word that is shown, and what it means."""

    label: str
    meaning: str


RATINGS: dict[str, Grade] = {
    "supported": Grade("supported", "The studies we found point the way the claim says."),
    "mixed": Grade("mixed", "It holds in part, or for some people, or the studies disagree."),
    "overstated": Grade("overstated", "There is something in it, but the claim says more than is known."),
    "unsupported": Grade(
        "not supported",
        "We found nothing to carry it, or what we found speaks against it. It doesn’t always mean false.",
    ),
    "definition": Grade(
        "a definition",
        "It says what a word is to mean. We ask whether that is useful and fits how researchers use it.",
    ),
    "value-statement": Grade("a value", "It says what matters to people. No study can settle that."),
    "good-advice": Grade(
        "good advice", "It is sensible and fits what is known, often under a condition that we name."
    ),
}
CERTAINTIES: dict[str, Grade] = {
    "high": Grade("high certainty", "More studies would probably change little."),
    "moderate": Grade("moderate certainty", "We are fairly sure, and more studies could change the picture."),
    "low": Grade("low certainty", "More studies may well change it."),
    "very-low": Grade("very low certainty", "It is close to a guess."),
}
SOURCES: dict[str, str] = {
    "A": "First article",
    "B": "Second article",
    "C": "Third article",
    "P": "Popular beliefs",
}


def prose(text: str) -> str:
    """Text with the quotation marks of print, as Sphinx sets them in its own pages."""
    if not text.strip():
        raise ValueError("is empty; write at least one sentence")
    return smartyPants(text.strip(), attr="q")


Text = Annotated[str, AfterValidator(prose)]


class Claim(BaseModel):
    """One statement of a source article or a popular belief, in our words, and the verdict on it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[
        str,
        Field(pattern=r"^[A-CP]\d\d$", description="The letter of its article (P: a popular belief) and a number"),
    ]
    article: Annotated[Literal["A", "B", "C", "P"], Field(description="Where the claim is made")]
    module: Annotated[Module, Field(description="The module whose text discusses it")]
    kind: Kind
    claim: Annotated[Text, Field(description="What is claimed, in our own words")]
    rating: Annotated[Rating, Field(description="How the claim stands")]
    certainty: Annotated[Certainty, Field(description="How sure we are of the rating")]
    summary: Annotated[Text, Field(description="What research shows, with every caveat, in plain words")]
    references: Annotated[tuple[str, ...], Field(description="Keys of seeds/references.bib")]
    no_reference: Annotated[Text | None, Field(description="Why there is no reference")] = None

    @model_validator(mode="before")
    @classmethod
    def has_a_verdict(cls, fields: dict) -> dict:
        choices = {"rating": RATINGS, "certainty": CERTAINTIES}
        for field, values in choices.items():
            if isinstance(fields, dict) and not fields.get(field):
                raise ValueError(
                    f"`{field}` is missing, so there is no verdict; write one of {', '.join(values)}"
                )
        return fields

    @model_validator(mode="after")
    def rests_on_something(self) -> "Claim":
        if self.references and self.no_reference:
            raise ValueError("`no_reference` is for claims without references; this one has some")
        if not self.references and not self.no_reference:
            raise ValueError(
                "a verdict needs `references`, or `no_reference` with the reason why there are none"
            )
        return self

    @model_validator(mode="after")
    def is_of_its_source(self) -> "Claim":
        if not self.id.startswith(self.article):
            raise ValueError(f"`id` begins with the letter of its `article`, {self.article}")
        return self

    @property
    def anchor(self) -> str:
        """Where the claim stands in the ledger."""
        return f"claim-{self.id.lower()}"

    @property
    def grade(self) -> Grade:
        return RATINGS[self.rating]

    @property
    def certainty_label(self) -> str:
        return CERTAINTIES[self.certainty].label


def claims_file(root: Path) -> Path:
    return root / "seeds" / "claims.yml"


def claims_schema() -> str:
    """The JSON Schema of `seeds/claims.yml`, which lets editors complete and check it."""
    schema = TypeAdapter(list[Claim]).json_schema() | {"title": "The claims of Between Us"}
    return json.dumps(schema, indent=2) + "\n"


@cache
def read_claims(root: Path | None = None) -> dict[str, Claim]:
    """All claims by id, checked: ids unique, every reference in the bibliography.

    Args:
        root: the project's folder; found from the working directory by default.

    Raises:
        SourceError: naming file, line, claim and field.
    """
    root = root or find_root()
    path = claims_file(root)
    claims = read_yaml(path, list[Claim])
    known = read_references(root)
    by_id: dict[str, Claim] = {}
    for claim in claims:
        line = line_with(path, f"id: {claim.id}", skip=claim.id in by_id)
        if claim.id in by_id:
            raise SourceError(path, line, f"{claim.id}: this id is used twice; every claim has its own.")
        for key in claim.references:
            if key not in known:
                raise SourceError(
                    path,
                    line,
                    f"{claim.id}: `references` names {key}, which is not in seeds/references.bib.",
                )
        by_id[claim.id] = claim
    return by_id


def line_with(path: Path, text: str, skip: bool = False) -> int | None:
    """The 1-based number of the first line that holds `text` (of the second, with `skip`)."""
    lines = path.read_text(encoding="utf-8").splitlines()
    found = [number for number, line in enumerate(lines, start=1) if text in line]
    return found[min(int(skip), len(found) - 1)] if found else None
