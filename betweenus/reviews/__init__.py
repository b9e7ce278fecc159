"""What others have signed for: who read which words, for what, and what they said."""

from betweenus.reviews.review import Criterion, Review, criteria_of, reviews_of

__all__ = ["Criterion", "Review", "criteria_of", "reviews_of"]
