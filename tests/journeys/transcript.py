"""The files in `spoken/`: what somebody does, step by step, and what is said at each.

Orca says what has the focus and what a page announces as each reaches it, so their order within a step is by its
haste, and so is whether one leaves no time for the other. What may go unsaid for that reason is marked.
"""

from collections import Counter
from dataclasses import dataclass, field

NOT_ALWAYS = " (not always)"
# Where one is. Orca says it when it notices, at a busy time a step later, or once more.
WHERE = {"main content", "leaving form.", "leaving search.", "Browse mode", "Focus mode"}


@dataclass
class Step:
    """Attributes:
    what: somebody does.
    said: then, in order.
    """

    what: str
    said: list[str] = field(default_factory=list)

    @property
    def surely(self) -> Counter[str]:
        """What is always said."""
        return Counter(line for line in self.said if not line.endswith(NOT_ALWAYS))

    @property
    def perhaps(self) -> Counter[str]:
        return Counter(line.removesuffix(NOT_ALWAYS) for line in self.said if line.endswith(NOT_ALWAYS))

    def unsaid(self, heard: list[str]) -> list[str]:
        """What is missing in what was heard."""
        return list((self.surely - Counter(heard)).elements())

    def unforeseen(self, heard: list[str]) -> list[str]:
        """What was heard and is not there to be."""
        return [line for line in (Counter(heard) - self.surely - self.perhaps).elements() if line not in WHERE]

    def marked_as(self, kept: "Step") -> "Step":
        """With the marks of the step as it was kept, and with what it has that may go unsaid."""
        if kept.what != self.what:
            return self
        marks, said = kept.perhaps, []
        for line in self.said:
            said.append(line + NOT_ALWAYS if marks[line] else line)
            marks[line] -= 1
        return Step(self.what, said + [line + NOT_ALWAYS for line in (+marks).elements()])


def read(text: str) -> list[Step]:
    """The steps of a file."""
    steps = []
    for line in text.splitlines():
        if line.startswith("> "):
            steps.append(Step(line.removeprefix("> ")))
        elif line:
            steps[-1].said.append(line.strip())
    return steps


def written(steps: list[Step]) -> str:
    """A file for these steps."""
    return "\n\n".join("\n  ".join([f"> {step.what}", *step.said]) for step in steps) + "\n"


def anew(kept: list[Step], heard: list[Step]) -> list[Step]:
    """What was heard, with the marks of what was kept."""
    before = dict(enumerate(kept))
    return [step.marked_as(before.get(place, step)) for place, step in enumerate(heard)]


def differences(kept: list[Step], heard: list[Step]) -> list[str]:
    """What is not as it was kept, in lines to read."""
    if [step.what for step in kept] != [step.what for step in heard]:
        return ["the steps are not those that are kept"]
    found = []
    for before, now in zip(kept, heard, strict=True):
        changes = [f"  - {line}" for line in before.unsaid(now.said)]
        changes += [f"  + {line}" for line in before.unforeseen(now.said)]
        found += [f"> {before.what}", *changes] if changes else []
    return found
