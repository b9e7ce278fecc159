import traitlets as t

from betweenus.reflections.reflection import Reflection


class Plan(Reflection):
    """One small step, tied to the moment for it: if this, then I do that. Leaving it empty is fine.

    Such plans are called implementation intentions (Gollwitzer). Over many experiments, people who made
    one did what they had set out to do more often than those who only meant to: d = 0.65 in 94 tests
    (Gollwitzer and Sheeran, 2006, "Implementation Intentions and Goal Achievement"), d = 0.27 to 0.66
    in 642 tests, more where people wanted the goal (Sheeran, Listrom and Gollwitzer, 2024,
    doi:10.1080/10463283.2024.2334563). The reviews span many fields and are by the author of the idea
    and colleagues; we found no test of such plans for intimacy.

    In the review of 2024 such plans did more where people had rehearsed them. So once the sentence is whole, the page
    offers to say it once aloud, or to have it read by a voice on the device, and promises nothing of it.

    Args:
        id: see `Reflection`.
        prompt: the question.
        if_label: how the moment begins.
        then_label: how the step begins.

    Example:
        Plan(id="one-step", prompt="Is there one small step that you would like to take?")
    """

    if_label = t.Unicode().tag(content=True)
    then_label = t.Unicode().tag(content=True)

    @t.default("if_label")
    def _if(self) -> str:
        return self.words("If…")

    @t.default("then_label")
    def _then(self) -> str:
        return self.words("then I…")

    def check(self) -> None:
        super().check()
        for name in ("if_label", "then_label"):
            if not getattr(self, name).strip():
                raise self.error(f'`{name}` is empty; write how that part begins, as in "then I…"')
        if self.if_label.strip() == self.then_label.strip():
            raise self.error("`if_label` and `then_label` are the same; name the moment and the step apart")

    def context(self) -> dict:
        return {"labels": [self.if_label, self.then_label]}
