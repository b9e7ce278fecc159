import re

import traitlets as t

from betweenus.evidence import RATINGS, claims_of, references_of
from betweenus.project import Project
from betweenus.reflections.reflection import Reflection

GUESSES = ("supported", "mixed", "overstated", "unsupported")


class EvidenceCheck(Reflection):
    """Guess how strong the evidence for a claim is, then read what it is. There is no score.

    Args:
        id: see `Reflection`.
        claim: the id of a claim in `seeds/claims.yml` that is rated supported, mixed, overstated or
            unsupported.
        prompt: the question; the default asks how strong the evidence is.

    Example:
        EvidenceCheck(id="check-relaxing", claim="P20")
    """

    claim = t.Unicode().tag(content=True)

    @t.default("prompt")
    def _prompt(self) -> str:
        return self.words("Before you look: how strong is the evidence for this?")

    def check(self) -> None:
        super().check()
        if self.project is None:
            raise self.error("it shows a claim of a course, and there is none here; work inside a copy of one")
        claims = claims_of(self.project)
        if self.claim not in claims:
            raise self.error(f"`claim` is {self.claim!r}, which is not in seeds/claims.yml; take an id from there")
        rating = claims[self.claim].rating
        if rating not in GUESSES:
            raise self.error(
                f"claim {self.claim} is rated {rating}, and there is nothing to guess; "
                f"take one rated {', '.join(GUESSES)}"
            )

    def context(self) -> dict:
        return {
            "guesses": [(name, RATINGS[name]) for name in GUESSES],
            "stated": claims_of(self.project)[self.claim],
            "references": references_of(self.project),
        }

    @classmethod
    def example_code(cls) -> str:
        """The docstring's example, with a claim that can be guessed in the course at hand."""
        code = super().example_code()
        guessable = [claim.id for claim in claims_of(Project.here()).values() if claim.rating in GUESSES]
        named = re.search(r'claim="(\w+)"', code)[1]
        return code if named in guessable else code.replace(named, guessable[0])
