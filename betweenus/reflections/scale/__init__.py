import traitlets as t

from betweenus.reflections.reflection import Reflection


class Scale(Reflection):
    """A line from one feeling to another, to mark where one is. "Prefer not to say" is an answer.

    Marks of later sittings are kept beside those of before, drawn as a small trend and listed as text.

    Args:
        id: see `Reflection`.
        prompt: the question.
        low: the number at the start of the line.
        high: the number at its end, 2 to 10 more than `low`.
        low_label: what the start stands for.
        high_label: what the end stands for.

    Example:
        Scale(id="check-in", prompt="How are you arriving?", low=0, high=10,
              low_label="Far away", high_label="All here")
    """

    low = t.Int(0).tag(content=True)
    high = t.Int(10).tag(content=True)
    low_label = t.Unicode().tag(content=True)
    high_label = t.Unicode().tag(content=True)

    def check(self) -> None:
        super().check()
        if self.low >= self.high:
            raise self.error(
                f"`low` is {self.low} and `high` is {self.high}; the lower number comes first, "
                f"so write low={min(self.low, self.high)}, high={max(self.low, self.high)} "
                "and swap the two labels as well"
            )
        if not 2 <= self.high - self.low <= 10:
            raise self.error(
                f"from {self.low} to {self.high} there are {self.high - self.low} steps; 2 to 10 fit on a phone"
            )
        for name in ("low_label", "high_label"):
            if not getattr(self, name).strip():
                raise self.error(f"`{name}` is missing; say in a word or two what that end stands for")

    def context(self) -> dict:
        return {"numbers": range(self.low, self.high + 1)}
