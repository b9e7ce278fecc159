from betweenus.project.words import N_
from betweenus.reflections.reflection import Reflection

IN, OUT = 4, 6  # seconds; six breaths a minute


class Grounding(Reflection):
    """Two ways to arrive in the here and now: slow breathing, and the five senses. Nothing is kept.

    Six slow breaths a minute is the pace that studies of slow breathing mostly use (described in
    doi:10.1007/s12671-023-02294-2). In trials, breathing exercises lowered felt stress a little to
    moderately on average (Fincham et al. 2023, doi:10.1038/s41598-022-27247-y: 12 trials, 785 adults,
    most at moderate risk of bias). The five senses are widely passed on as self-help; no good trial of
    them on their own was found, and the page says so.

    Args:
        id: see `Reflection`.
        prompt: an invitation.

    Example:
        Grounding(id="a-quiet-minute", prompt="Would a quiet minute be good now?")
    """

    def context(self) -> dict:
        return {
            "seconds_in": IN,
            "seconds_out": OUT,
            "senses": [
                (N_("Five things you see."), N_("A colour, an edge, a shadow.")),
                (N_("Four things you feel."), N_("The chair, the floor, cloth, the air.")),
                (N_("Three things you hear."), N_("Near or far; your own hum counts.")),
                (N_("Two things you smell."), N_("Or two smells that you like to remember.")),
                (N_("One thing you taste."), N_("Or a sip of water.")),
            ],
        }
