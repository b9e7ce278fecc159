import traitlets as t

from betweenus.reflections.reflection import Reflection


class Journal(Reflection):
    """A prompt and a box to write in. An empty box is an answer too.

    Args:
        id: see `Reflection`.
        prompt: the question.
        hint: one sentence that helps to begin; optional.
        lines: how many lines the empty box and the printed page offer, 1 to 30.

    Example:
        Journal(id="first-word", prompt="What does closeness mean to you?", lines=4)
    """

    hint = t.Unicode().tag(content=True)
    lines = t.Int(4).tag(content=True)

    def check(self) -> None:
        super().check()
        if not 1 <= self.lines <= 30:
            raise self.error(f"`lines` is {self.lines}; it can be 1 to 30")
