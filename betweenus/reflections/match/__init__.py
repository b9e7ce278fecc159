from fractions import Fraction

import traitlets as t

from betweenus.project.words import N_
from betweenus.reflections.match import guessing
from betweenus.reflections.reflection import Reflection

THINGS = 12  # in the picture, so that each of its rows is a whole number
LIKELY = Fraction(4, 5)


class Match(Reflection):
    """Two to six people answer apart on one device; at the end only items that all of them chose are shown.

    Each person has the device alone, behind a cover, and answers every item with "I'd like this",
    "I'm curious", "Not for me", "Keep mine out", or not at all. At each hand-over this is reduced to
    one bit an item: the first two answers are a yes, everything else looks the same. Only what all so
    far said yes to goes on, sealed with a key that the browser does not give out. So whoever gets the
    device later and breaks the seal learns no more than someone who chooses everything, which no page
    can prevent. Someone with developer tools who prepared the page before a turn can see that turn:
    that cannot be prevented either, and the text says both. There is one list at the end, with no
    word on who wanted and who was curious, and no number of anything.

    Each person also sets a short code, without which nothing is shown: so nobody looks alone who merely
    has the device in hand. Three wrong tries forget everything, as does a forgotten code.

    Chance protects a "no": before anyone answers, each item is set aside with a probability of one
    third, whatever the others, and nobody learns which. An item that is not shown may thus have been
    chosen by all, and no result excludes any answer that is not on the screen. One third is a
    compromise: less would make a "no" easy to guess, more would lose too many matches. `guessing.py`
    says how well it hides, and the text how little it does when the page is loaded again and the same
    items are done anew. The idea is that of randomised response (Warner 1965, Journal of the American
    Statistical Association 60, 63-69); its use here is our own, and how well it protects people has not
    been studied.

    A page gives one look, so one set of lots is all that ever shows anything. New lots for another look
    would make a "no" easier to guess each time. The same lots would do worse as soon as an answer
    changes: what a second look no longer shows is a "no" for certain, and someone who plays all parts
    alone beforehand learns the lots. Who stops before the look has seen nothing, and those who begin
    again get lots of their own; kept until then, the lots would tell each "no" to whoever breaks the seal.

    Answers are not kept, not even for this tab: leaving or reloading the page forgets them.

    Paper cannot hide what two sheets laid side by side show. So the printed list is for oneself.

    Args:
        id: see `Reflection`.
        prompt: the question that all items answer.
        items: 6 to 40 things to do, each once, in a few plain words. With fewer, what is not shown
            would say too much. Choose them so that no single one is hard to have in the list.

    Example:
        Match(id="more-of", prompt="What would you like more of together?", items=[
            "A walk at night", "Reading aloud", "A long hug", "Cooking together",
            "An evening without screens", "Dancing in the kitchen", "Breakfast in bed",
            "Holding hands outside", "Looking at old photos", "Falling asleep close"])
    """

    items = t.List(t.Unicode()).tag(content=True)

    def check(self) -> None:
        super().check()
        if not 6 <= len(self.items) <= 40:
            raise self.error(
                f'`items` has {len(self.items)}; 6 to 40 are needed, since from a short list one could work out a "no"'
            )
        seen = set()
        for item in self.items:
            self._check_item(item, seen)
            seen.add(folded(item))

    def _check_item(self, item: str, seen: set[str]) -> None:
        if not item.strip():
            raise self.error("`items` has an empty one; write each in a few plain words")
        if folded(item) in seen:
            raise self.error(f"`items` has {item!r} twice; name each thing once")

    def context(self) -> dict:
        own = [("want", N_("I’d like this")), ("curious", N_("I’m curious")), ("no", N_("Not for me"))]
        return {
            "own_answers": own,
            "answers": [*own, ("skip", N_("Keep mine out"))],
            "set_aside": float(guessing.SET_ASIDE),
            "picture": guessing.picture(THINGS),
            "even": guessing.EVEN,
            "likely": LIKELY,
            "sure_of_no": guessing.sure_of_no,
            "learnt_by_choosing_all": guessing.learnt_by_choosing_all,
            "in_hundred": guessing.in_hundred,
        }


def folded(item: str) -> str:
    """An item without what readers overlook: capitals and spaces."""
    return " ".join(item.casefold().split())
