"""What the course claims, how sure we are, and who says so."""

from betweenus.evidence.claims import CERTAINTIES, RATINGS, Claim, read_claims
from betweenus.evidence.references import read_references

__all__ = ["CERTAINTIES", "RATINGS", "Claim", "read_claims", "read_references"]
