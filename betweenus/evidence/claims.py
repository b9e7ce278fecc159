"""The claims of `seeds/claims.yml`, each with its verdict."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

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
    """How a rating is shown: never by colour alone."""

    label: str
    meaning: str


RATINGS: dict[str, Grade] = {
    "supported": Grade("supported", "Good studies point the same way."),
    "mixed": Grade("mixed", "Partly so, or so for some people and not for others."),
    "overstated": Grade("overstated", "Something is there, but the claim says more than is known."),
    "unsupported": Grade("not supported", "We found no good evidence for it, or evidence against it."),
    "value-statement": Grade("a value", "A matter of what people care about, which no study can settle."),
    "definition": Grade("a definition", "Says what a word means; it can be useful or not, rather than true."),
    "good-advice": Grade("good advice", "Sensible to try, for reasons given with it."),
}
CERTAINTIES: dict[str, str] = {
    "high": "high certainty",
    "moderate": "moderate certainty",
    "low": "low certainty",
    "very-low": "very low certainty",
}


def not_blank(text: str) -> str:
    if not text.strip():
        raise ValueError("is empty; write at least one sentence")
    return text.strip()


Text = Annotated[str, AfterValidator(not_blank)]


class Claim(BaseModel):
    """One statement of a source article, in our words, and the verdict on it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str, Field(pattern=r"^[A-CP]\d\d$")]
    article: Literal["A", "B", "C", "P"]
    module: Module
    kind: Kind
    claim: Text
    rating: Rating
    certainty: Certainty
    summary: Text
    references: tuple[str, ...]
    no_reference: Text | None = None

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

    @property
    def grade(self) -> Grade:
        return RATINGS[self.rating]

    @property
    def certainty_label(self) -> str:
        return CERTAINTIES[self.certainty]


def claims_file(root: Path) -> Path:
    return root / "seeds" / "claims.yml"


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
