import traitlets as t

from betweenus.project.words import N_
from betweenus.reflections.reflection import Reflection

# How far apart the middles of the two circles are, in their radius: 2 where they touch.
OVERLAPS = (
    (2.4, N_("Apart")),
    (2, N_("Touching")),
    (1.66, N_("Overlap a little")),
    (1.32, N_("Overlap a third")),
    (0.98, N_("Overlap half")),
    (0.64, N_("Overlap mostly")),
    (0.3, N_("Almost one")),
)


class Closeness(Reflection):
    """Two circles that overlap as far as they are set to: how it is, and how one would like it.

    One's own circle is filled, the other's hatched, as everywhere in the book.

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
            "overlaps": OVERLAPS,
        }
