import traitlets as t

from betweenus.reflections.reflection import Reflection


class CardSort(Reflection):
    """Sort cards into three piles, by dragging them or by the buttons on each. Any card can stay unsorted.

    Args:
        id: see `Reflection`.
        prompt: the question.
        cards: what the cards say, 2 to 30, each once.
        piles: the names of the piles, three, each once.

    Example:
        CardSort(id="welcome-touch", prompt="Which of these are welcome, at the moment?",
                 cards=["Holding hands", "A long hug", "Leaning on each other", "A kiss on the forehead"],
                 piles=["Yes", "Maybe", "Not for me"])
    """

    cards = t.List(t.Unicode()).tag(content=True)
    piles = t.List(t.Unicode()).tag(content=True)

    @t.default("piles")
    def _piles(self) -> list[str]:
        return [self.words("Yes"), self.words("Maybe"), self.words("Not for me")]

    def check(self) -> None:
        super().check()
        if not 2 <= len(self.cards) <= 30:
            raise self.error(f"`cards` has {len(self.cards)}; it can have 2 to 30")
        if len(self.piles) != 3:
            raise self.error(f"`piles` has {len(self.piles)}; there are three piles")
        for name in ("cards", "piles"):
            self.check_labels(name)
        if "skip" in self.piles:
            raise self.error("`piles` has 'skip', which stands for a card left out; name the pile otherwise")

    def check_labels(self, name: str) -> None:
        labels = [label.strip() for label in getattr(self, name)]
        if not all(labels):
            raise self.error(f"`{name}` has one without words; write what it says")
        twice = sorted({label for label in labels if labels.count(label) > 1})
        if twice:
            raise self.error(f"`{name}` has {twice[0]!r} twice; answers are kept by these words, so use each once")
