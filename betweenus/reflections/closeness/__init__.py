import traitlets as t

from betweenus.project.words import N_
from betweenus.reflections.reflection import Reflection

OVERLAPS = (
    N_("Apart"),
    N_("Touching"),
    N_("Overlap a little"),
    N_("Overlap a third"),
    N_("Overlap half"),
    N_("Overlap mostly"),
    N_("Almost one"),
)
RADIUS = 20


class Closeness(Reflection):
    """Two circles that overlap as far as they are set to: how it is, and how one would like it.

    Marks of later sittings are kept beside those of before, drawn as a small trend and listed as text.
    No overlap is better than another. The idea is that of the Inclusion of Other in the Self scale
    by Aron, Aron and Smollan (1992); drawing, wording and use are our own, and it is not a test.

    Args:
        id: see `Reflection`.
        prompt: the question.
        self_label: the name of the first circle.
        other_label: the name of the second circle.

    Example:
        Closeness(id="us", prompt="Think of one person.", self_label="Me", other_label="This person")
    """

    self_label = t.Unicode().tag(content=True)
    other_label = t.Unicode().tag(content=True)

    @t.default("self_label")
    def _self(self) -> str:
        return self.words("Me")

    @t.default("other_label")
    def _other(self) -> str:
        return self.words("The other person")

    def check(self) -> None:
        super().check()
        for name in ("self_label", "other_label"):
            if not getattr(self, name).strip():
                raise self.error(f"`{name}` is empty; name the circle in a word or two")

    def context(self) -> dict:
        return {
            "questions": [("now", N_("How it is")), ("wish", N_("How I would like it"))],
            "steps": [picture(step, name) for step, name in enumerate(OVERLAPS)],
        }


def picture(step: int, name: str) -> dict:
    """Where the two circles stand in a drawing 88 wide and 44 high."""
    distance = 2 * RADIUS * (1.1 if step == 0 else 1 - 0.17 * (step - 1))
    return {
        "value": step,
        "name": name,
        "radius": RADIUS,
        "left": round(44 - distance / 2, 1),
        "right": round(44 + distance / 2, 1),
    }
