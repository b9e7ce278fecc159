import traitlets as t

from betweenus.project.words import N_
from betweenus.reflections.reflection import Reflection

SUGGESTIONS_LIMIT = 12


class BrakesAndAccelerators(Reflection):
    """What holds desire back and what helps it along, each a list of one's own, on a balance that never tips.

    The picture is that of the dual control model (Bancroft and Janssen, 2000, and Bancroft, Graham,
    Janssen and Sanders, 2009, doi:10.1080/00224490902747222): sexual arousal depends on excitation and
    inhibition, somewhat apart from each other and differing from person to person. Questionnaires bear
    that out, and go with how people say their arousal works (Velten, 2017,
    doi:10.1007/s11930-017-0108-3), mostly at one time, outside clinics, in North America and Europe. The
    model is of arousal; taking it for desire is a step further. We found no test of writing such lists.

    Args:
        id: see `Reflection`.
        prompt: the question.
        brakes: things that hold desire back for some people, to tick; up to 12, or none.
        accelerators: things that help it along for some people, to tick; up to 12, or none.
        lines: how many lines each empty box and the printed page offer, 1 to 15.

    Example:
        BrakesAndAccelerators(id="brakes", prompt="What helps your desire along, and what holds it back?",
                              brakes=["being tired", "not feeling at ease"],
                              accelerators=["time without plans", "being listened to"])
    """

    brakes = t.List(t.Unicode()).tag(content=True)
    accelerators = t.List(t.Unicode()).tag(content=True)
    lines = t.Int(4).tag(content=True)

    def check(self) -> None:
        super().check()
        for name in ("brakes", "accelerators"):
            self.check_suggestions(name)
        if not 1 <= self.lines <= 15:
            raise self.error(f"`lines` is {self.lines}; it can be 1 to 15")

    def check_suggestions(self, name: str) -> None:
        suggestions = [text.strip() for text in getattr(self, name)]
        if len(suggestions) > SUGGESTIONS_LIMIT:
            raise self.error(f"`{name}` has {len(suggestions)} suggestions; up to {SUGGESTIONS_LIMIT} leave room")
        if not all(suggestions):
            raise self.error(f"`{name}` has a suggestion without words; write it or take it out")
        if len(set(suggestions)) < len(suggestions):
            raise self.error(f"`{name}` has the same suggestion twice; name each once")

    def context(self) -> dict:
        return {
            "sides": [
                ("brakes", N_("What holds it back"), self.brakes),
                ("accelerators", N_("What helps it along"), self.accelerators),
            ],
        }
