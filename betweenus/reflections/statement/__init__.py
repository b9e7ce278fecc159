import traitlets as t

from betweenus.reflections.reflection import Reflection


class Statement(Reflection):
    """Builds a sentence about oneself out of its parts, and reads it back.

    The form goes back to the I-message, as Thomas Gordon called it in "Parent Effectiveness Training"
    (1970): what happens, what one feels, what it does to one. Ours ends on a wish instead. The evidence
    is thin: people who rated written openings of an imagined conflict thought that I-language, best
    together with the other person's view, would meet less defence (Rogers, Howieson and Neame, 2018,
    doi:10.7717/peerj.4831). We found no trial of such sentences in the talks of real couples. They are
    practice in finding words, not a promise of how they are received.

    Reading aloud uses only voices that the browser says are on the device (`localService`); where there
    is none, it is not offered.

    Args:
        id: see `Reflection`.
        prompt: the question.
        parts: the labels of the parts in their order, 2 to 5, each once.

    Example:
        Statement(id="something-small", prompt="Say something small that matters to you.",
                  parts=["When…", "I feel…", "I would like…"])
    """

    parts = t.List(t.Unicode()).tag(content=True)

    @t.default("parts")
    def _parts(self) -> list[str]:
        return [self.words("When…"), self.words("I feel…"), self.words("I would like…")]

    def check(self) -> None:
        super().check()
        labels = [label.strip() for label in self.parts]
        if not 2 <= len(labels) <= 5:
            raise self.error(f"`parts` has {len(labels)}; it can have 2 to 5")
        if not all(labels):
            raise self.error('`parts` has one without words; write how it begins, as in "I feel…"')
        if len(set(labels)) < len(labels):
            raise self.error("`parts` has the same label twice; words are kept under it, so use each once")
