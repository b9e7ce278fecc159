"""What changed between the forms before and after a course."""

from betweenus.evaluation.answers import *  # noqa: F403
from betweenus.evaluation.answers import before_and_after, read_answers, read_questions  # noqa: F401
