import traitlets as t

from betweenus.reflections.reflection import Reflection

OVERLAPS = (
    "Apart",
    "Touching",
    "Overlap a little",
    "Overlap a third",
    "Overlap half",
    "Overlap mostly",
    "Almost one",
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

    self_label = t.Unicode("Me").tag(sync=True, content=True)
    other_label = t.Unicode("The other person").tag(sync=True, content=True)

    def check(self) -> None:
        super().check()
        for name in ("self_label", "other_label"):
            if not getattr(self, name).strip():
                raise self.error(f"`{name}` is empty; name the circle in a word or two")

    def context(self) -> dict:
        return {
            "questions": [("now", "How it is"), ("wish", "How I would like it")],
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
