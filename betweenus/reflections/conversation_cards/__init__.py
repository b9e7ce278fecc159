import traitlets as t

from betweenus.project.words import N_
from betweenus.reflections.reflection import Reflection

DEPTHS = {1: N_("Light"), 2: N_("Closer"), 3: N_("Deep")}
# How far from each other the two circles beside a depth are, in their radius.
APART = {1: 2.4, 2: 2, 3: 1.1}
FIELDS = {"text", "depth", "topic"}


class ConversationCards(Reflection):
    """A deck of questions in three depths, to draw from, to pass and to put away. Prints as cards.

    Kept are the topics and cards that were put away, never what was drawn or passed.

    Args:
        id: see `Reflection`.
        prompt: an invitation.
        cards: 3 cards or more, each a dictionary with `text` (a question, used once), `depth` (1 light,
            2 closer, 3 deep) and `topic` (a word or two; it can be put away as a whole).

    Example:
        ConversationCards(id="small-deck", prompt="Draw a card, if you like.", cards=[
            {"text": "What made you smile this week?", "depth": 1, "topic": "Everyday"},
            {"text": "Which small habit of ours do you like?", "depth": 1, "topic": "Us"},
            {"text": "When did you last feel understood?", "depth": 2, "topic": "Us"},
            {"text": "What kind of touch is welcome on a tired day?", "depth": 2, "topic": "Touch"},
            {"text": "What would you like to be asked more often?", "depth": 3, "topic": "Us"}])
    """

    cards = t.List(t.Dict()).tag(content=True)

    def check(self) -> None:
        super().check()
        if len(self.cards) < 3:
            raise self.error(f"`cards` has {len(self.cards)} of them; a deck takes 3 or more")
        for number, card in enumerate(self.cards, 1):
            self._check_card(number, card)
        texts = [card["text"] for card in self.cards]
        repeated = [text for text in texts if texts.count(text) > 1]
        if repeated:
            raise self.error(f"`cards` has {repeated[0]!r} twice; leave one of them out")

    def _check_card(self, number: int, card: dict) -> None:
        if set(card) != FIELDS:
            raise self.error(
                f"card {number} in `cards` has {', '.join(map(str, card)) or 'nothing'}; it takes text, depth "
                'and topic, as in {"text": "What made you smile?", "depth": 1, "topic": "Us"}'
            )
        for name in ("text", "topic"):
            if not isinstance(card[name], str) or not card[name].strip():
                raise self.error(f"`{name}` of card {number} in `cards` is {card[name]!r}; write it as text")
        if type(card["depth"]) is not int or card["depth"] not in DEPTHS:  # True is no depth
            raise self.error(
                f"`depth` of card {number} in `cards` is {card['depth']!r}; it can be 1 (light), 2 (closer) or 3 (deep)"
            )

    def context(self) -> dict:
        used = {card["depth"] for card in self.cards}
        return {
            "depths": [(depth, name) for depth, name in DEPTHS.items() if depth in used],
            "depth_names": DEPTHS,
            "apart": APART,
            "topics": list(dict.fromkeys(card["topic"] for card in self.cards)),
        }
