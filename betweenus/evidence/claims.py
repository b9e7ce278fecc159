"""The claims of `seeds/claims.yml`, each with its verdict."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter, model_validator

from betweenus.evidence.references import references_of
from betweenus.project import Project, SourceError, of_project
from betweenus.project.course import Course, Model
from betweenus.project.sources import hint, line_with, read_yaml
from betweenus.project.text import Text
from betweenus.project.words import N_

Rating = Literal["supported", "mixed", "overstated", "unsupported", "value-statement", "definition", "good-advice"]
Certainty = Literal["high", "moderate", "low", "very-low"]
Kind = Literal["definition", "mechanism", "benefit", "advice", "caution", "quote", "faq"]


@dataclass(frozen=True)
class Grade:
    """A rating or a certainty: the words that are shown, and what they mean, as messages of the catalogue."""

    label: str
    meaning: str
    short: str = ""


RATINGS: dict[str, Grade] = {
    "supported": Grade(N_("supported"), N_("The studies we found point the way the claim says.")),
    "mixed": Grade(N_("mixed"), N_("It holds in part, or for some people, or the studies disagree.")),
    "overstated": Grade(N_("overstated"), N_("There is something in it, but the claim says more than is known.")),
    "unsupported": Grade(
        N_("not supported"),
        N_("We found nothing to carry it, or what we found speaks against it. It doesn’t always mean false."),
    ),
    "definition": Grade(
        N_("a definition"),
        N_("It says what a word is to mean. We ask whether that is useful and fits how researchers use it."),
    ),
    "value-statement": Grade(N_("a value"), N_("It says what matters to people. No study can settle that.")),
    "good-advice": Grade(
        N_("good advice"), N_("It is sensible and fits what is known, often under a condition that we name.")
    ),
}
CERTAINTIES: dict[str, Grade] = {
    "high": Grade(N_("high certainty"), N_("More studies would probably change little."), N_("high")),
    "moderate": Grade(
        N_("moderate certainty"),
        N_("We are fairly sure, and more studies could change the picture."),
        N_("moderate"),
    ),
    "low": Grade(N_("low certainty"), N_("More studies may well change it."), N_("low")),
    "very-low": Grade(N_("very low certainty"), N_("It is close to a guess."), N_("very low")),
}


class Claim(Model):
    """One statement of a source article or a popular belief, in our words, and the verdict on it."""

    id: Annotated[
        str,
        Field(pattern=r"^[A-Z]\d\d$", description="The letter of its source and a number"),
    ]
    article: Annotated[str, Field(description="The letter of the source that makes the claim, as in course.yml")]
    module: Annotated[str, Field(description="The module whose text discusses it, as in course.yml")]
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
                raise ValueError(f"`{field}` is missing, so there is no verdict; write one of {', '.join(values)}")
        return fields

    @model_validator(mode="after")
    def rests_on_something(self) -> "Claim":
        if self.references and self.no_reference:
            raise ValueError("`no_reference` is for claims without references; this one has some")
        if not self.references and not self.no_reference:
            raise ValueError("a verdict needs `references`, or `no_reference` with the reason why there are none")
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
    def badge(self) -> str:
        """How a text shows it: `{claim}`A12``, or with the words that it is about before the id."""
        return f"{{claim}}`{self.id}`"

    def is_shown_in(self, text: str) -> bool:
        return re.search(rf"\{{claim\}}`(?:[^`]*<)?{self.id}>?`", text) is not None

    @property
    def grade(self) -> Grade:
        return RATINGS[self.rating]

    @property
    def certainty_label(self) -> str:
        return CERTAINTIES[self.certainty].label


def claims_schema(course: Course) -> dict:
    """The JSON Schema of `seeds/claims.yml`, which lets editors complete and check it."""
    schema = TypeAdapter(list[Claim]).json_schema() | {"title": "The claims of the course"}
    fields = schema["$defs"]["Claim"]["properties"]
    fields["module"]["enum"] = list(course.titles)
    fields["article"]["enum"] = list(course.source_titles)
    return schema


@of_project
def claims_of(project: Project) -> dict[str, Claim]:
    """All claims by id, checked: ids unique, module and source in the course, references in the bibliography.

    Raises:
        SourceError: naming file, line, claim and field.
    """
    path = project.claims_file
    by_id: dict[str, Claim] = {}
    for claim in read_yaml(path, list[Claim]):
        if problem := what_is_wrong(claim, project, by_id):
            line = line_with(path, f"id: {claim.id}", skip=claim.id in by_id)
            raise SourceError(path, line, f"{claim.id}: {problem}")
        by_id[claim.id] = claim
    return by_id


def what_is_wrong(claim: Claim, project: Project, before: dict[str, Claim]) -> str:
    """What doesn't fit between a claim and the rest of the course; empty when all does."""
    if claim.id in before:
        return "this id is used twice; every claim has its own."
    places = {"module": project.course.titles, "article": project.course.source_titles}
    for field, known in places.items():
        name = getattr(claim, field)
        if name not in known:
            return f"`{field}` is {name!r}, which is not in course.yml; {hint(name, known)}"
    for key in claim.references:
        if key not in references_of(project):
            return f"`references` names {key}, which is not in seeds/references.bib."
    return ""


def claim_named(content: str) -> tuple[str, str]:
    """The words and the id of a badge: `words <A12>`, or `A12` alone."""
    words, _, id = content.removesuffix(">").rpartition("<")
    return words.strip(), id.strip()


def page_that_discusses(project: Project, claim: Claim) -> Path | None:
    """The first page of a claim's module whose text has its badge."""
    pages = (page for page in project.pages_of(claim.module) if page.exists())
    return next((page for page in pages if claim.is_shown_in(page.read_text(encoding="utf-8"))), None)
