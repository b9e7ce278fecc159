"""Why an exercise is not in a plan, and why there is no plan: keys and numbers, and the words for them."""

from dataclasses import dataclass

from betweenus.project.words import N_, Words, words_of

NOT_MADE_FOR = {
    "in-room": N_("is not made for in-room"),
    "online": N_("is not made for online"),
    "paper": N_("is not made for paper"),
}


@dataclass(frozen=True)
class Reason:
    """Why an exercise is not in a plan.

    Attributes:
        key: which reason it is.
        value: what it turns on, such as the number of people that the exercise needs.
    """

    key: str
    value: int | str = ""

    def said(self, words: Words) -> str:
        """The reason, as it goes on after the exercise's title."""
        match self.key:
            case "group-too-small":
                return words.count("needs %(num)s person or more", "needs %(num)s people or more", self.value)
            case "group-too-large":
                return words.count("is for %(num)s person at most", "is for %(num)s people at most", self.value)
            case "format":
                return words(NOT_MADE_FOR[self.value])
            case "depth":
                return words("goes to depth %(depth)s", depth=self.value)
            case "opening":
                return words("another opening fits this length better")
            case "closing":
                return words("another closing fits this length better")
            case "nothing-lighter":
                return words("goes deep, and there is no time for a lighter exercise before it and after it")
            case "no-time":
                return words("no time is left for it")
        raise KeyError(self.key)


class PlanError(ValueError):
    """No plan can meet the wishes; the message says why, and what would be possible.

    Args:
        key: which error it is.
        values: what its message needs to say.
    """

    def __init__(self, key: str, **values):
        super().__init__(key)
        self.key = key
        self.values = values

    def __str__(self) -> str:
        return self.said(words_of("en"))

    def said(self, words: Words) -> str:
        """The message in the words of a language."""
        match self.key:
            case "minutes":
                return words.count(
                    "A session of %(minutes)s minute can't be planned; take 1 to %(longest)s.",
                    "A session of %(minutes)s minutes can't be planned; take 1 to %(longest)s.",
                    self.values["minutes"],
                    **self.values,
                )
            case "group":
                return words("A group of %(group)s has nobody in it; take 1 or more.", **self.values)
            case "format":
                return words("There is no format '%(format)s'; take one of %(known)s.", **self.values)
            case "depth":
                return words("A depth of %(depth)s is not known; take 1, 2 or 3.", **self.values)
            case "module":
                return words("There are no exercises of the module '%(module)s'.", **self.values)
            case "nothing-fits":
                return words("No exercise of %(module)s fits: %(reasons)s.", **self._with_reasons(words))
            case "too-short":
                return self._too_short(words)
        raise KeyError(self.key)

    def _with_reasons(self, words: Words) -> dict:
        reasons = "; ".join(
            words("%(exercise)s %(reason)s", exercise=exercise.front.title, reason=reason.said(words))
            for exercise, reason in self.values["unfit"]
        )
        return {"module": self.values["module"], "reasons": reasons}

    def _too_short(self, words: Words) -> str:
        return words.count(
            "%(minutes)s minute is too short: opening and closing take %(frame)s, and the shortest exercise of "
            "%(module)s that fits takes %(shortest)s. Plan %(needed)s minutes or more.",
            "%(minutes)s minutes are too short: opening and closing take %(frame)s, and the shortest exercise of "
            "%(module)s that fits takes %(shortest)s. Plan %(needed)s minutes or more.",
            self.values["minutes"],
            **self.values,
        )
