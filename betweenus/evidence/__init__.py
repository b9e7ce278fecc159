"""What the course claims, how sure we are, and who says so."""

from betweenus.evidence.claims import CERTAINTIES, RATINGS, Claim, claims_of
from betweenus.evidence.references import Reference, references_of

__all__ = ["CERTAINTIES", "RATINGS", "Claim", "Reference", "claims_of", "references_of"]
