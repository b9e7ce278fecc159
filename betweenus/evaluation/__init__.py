"""What changed between the forms before and after a course."""

from betweenus.evaluation.answers import EvaluationError, read_answers
from betweenus.evaluation.form import before_and_after

__all__ = ["EvaluationError", "before_and_after", "read_answers"]
