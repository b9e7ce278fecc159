import traitlets as t

from betweenus.project.words import N_
from betweenus.reflections.reflection import Reflection

NONE = "none"
WHEN = {NONE: N_("No reminder"), "weeks": N_("In four weeks"), "year": N_("In a year"), "day": N_("On another day")}


class Reminder(Reflection):
    """A calendar file with one day in it, made in the browser, for those who want one. Nothing is kept.

    The file names neither the book nor the course: file, title and text say “Reminder” in every course and
    language, so that nobody can make them say more. It asks the calendar to treat the day as private and
    has a notice only if that is chosen. Whether it helps is not promised, and no reminder is what is chosen at
    first.

    Args:
        id: see `Reflection`.
        prompt: the question.

    Example:
        Reminder(id="look-again")
    """

    @t.default("prompt")
    def _prompt(self) -> str:
        return self.words("Would you like a day in your calendar for looking again?")

    def context(self) -> dict:
        return {"when": WHEN, "at_first": NONE}
