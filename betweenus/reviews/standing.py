"""What a review says of a page as it is now."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from babel.lists import format_list

from betweenus.project import Project, of_project
from betweenus.project.words import Words
from betweenus.reviews.content import Content, content_of, reader_of
from betweenus.reviews.history import history_of
from betweenus.reviews.review import Review, Verdict, criteria_of, reviews_of

# When more sentences than these have changed, a review says nothing any more of the page.
FEW = 5


@dataclass(frozen=True)
class Standing:
    """A review of a page, against the page as it is now.

    Attributes:
        project: whose page it is.
        name: of the review's file.
        path: of the page.
        criteria: those for which the reviewer has said nothing newer of this page.
    """

    project: Project
    name: str
    path: str
    criteria: tuple[str, ...]

    @property
    def review(self) -> Review:
        return reviews_of(self.project)[self.name]

    @property
    def now(self) -> Content:
        """The words of the page."""
        return content_of(reader_of(self.project), self.path)

    @property
    def before(self) -> Content | None:
        """The words that were reviewed, as far as they can be found."""
        return self.now if self.is_unchanged else history_of(self.project).find(self.path, self.digest)

    @property
    def digest(self) -> str:
        return self.review.files[self.path]

    @cached_property
    def is_unchanged(self) -> bool:
        return self.now.digest == self.digest

    @cached_property
    def changed(self) -> int | None:
        """How many sentences have changed since; nothing where the words that were reviewed can't be found."""
        before = self.before
        return None if before is None else self.now.changed_since(before)


@of_project
def standings_of(project: Project) -> dict[str, list[Standing]]:
    """The reviews that hold of each reviewed page, by its path: of two by one person for one criterion, the newer."""
    newest = {
        (review.reviewer.name, criterion, path): name
        for name, review in reviews_of(project).items()
        for criterion in review.criteria
        for path in review.files
    }
    held: dict[tuple[str, str], list[str]] = {}
    for (_, criterion, path), name in newest.items():
        held.setdefault((path, name), []).append(criterion)
    found: dict[str, list[Standing]] = {}
    for (path, name), criteria in held.items():
        found.setdefault(path, []).append(Standing(project, name, path, tuple(criteria)))
    return found


def lines_of(project: Project, path: str) -> list[str]:
    """What the foot of a page says of its reviews; nothing where there is none."""
    standings = standings_of(project).get(path, [])
    return [line(project, each) for each in standings]


def printed_lines_of(project: Project, path: str) -> list[str]:
    """What paper says of them: a loose sheet carries only reviews of the very words on it."""
    return [line(project, each) for each in standings_of(project).get(path, []) if each.is_unchanged]


def line(project: Project, standing: Standing) -> str:
    """What a reader is told of a review. Whoever changes a page takes nobody's approval with them, and an objection
    doesn't end by a change."""
    words = project.words
    known = criteria_of(project)
    about = {
        "criteria": format_list([known[name].says for name in standing.criteria], locale=words.locale),
        "who": who(words, standing.review),
        "day": words.day(standing.review.date),
        "notes": sentence(standing.review.notes),
    }
    if standing.is_unchanged:
        return " ".join(filter(None, of_these_words(words, standing.review, about)))
    return of_earlier_words(words, standing, about)


def sentence(said: str) -> str:
    """What a reviewer typed, with the mark that lets another sentence follow."""
    return said if not said or said[-1] in ".!?…" else f"{said}."


def who(words: Words, review: Review) -> str:
    reviewer = review.reviewer
    entry = f" ({reviewer.register_entry})" if reviewer.register_entry else ""
    asked = words("asked by %(name)s", name=review.asked_by)
    return ", ".join((reviewer.name, f"{reviewer.profession}{entry}", reviewer.country, asked))


def of_these_words(words: Words, review: Review, about: dict) -> Iterator[str]:
    if review.verdict is Verdict.OBJECTS:
        yield words("Objection on %(criteria)s, by %(who)s, on %(day)s: %(notes)s", **about)
    elif review.verdict is Verdict.APPROVES_IF:
        yield words("Approved for %(criteria)s by %(who)s, on %(day)s, on this condition: %(notes)s", **about)
    else:
        yield words("Approved for %(criteria)s by %(who)s, on %(day)s.", **about)
        yield about["notes"]
    if review.reviewer.conflicts:
        yield words("Interests declared: %(interests)s", interests=sentence(review.reviewer.conflicts))
    yield words("Another look is due by %(day)s.", day=words.day(review.next))


def of_earlier_words(words: Words, standing: Standing, about: dict) -> str:
    changed = how_much(words, standing.changed)
    if standing.review.verdict is Verdict.OBJECTS:
        said = words("Objection to an earlier wording on %(criteria)s, by %(who)s, on %(day)s: %(notes)s", **about)
        return f"{said} {changed}"
    if standing.changed is not None and standing.changed <= FEW:
        said = words(
            "Not for this wording: an earlier one was reviewed for %(criteria)s by %(who)s, on %(day)s.", **about
        )
        return f"{said} {changed}"
    said = words("Not for this wording: an earlier one was reviewed for %(criteria)s.", **about)
    return f"{said} {changed}"


def how_much(words: Words, changed: int | None) -> str:
    if changed is None:
        return words("How much has changed since can’t be told here.")
    if changed > FEW:
        return words("Much has changed since.")
    return words.count("%(num)s sentence has changed since.", "%(num)s sentences have changed since.", changed)


def overdue(project: Project, today: date) -> Iterator[str]:
    """A sentence for each review whose pages want another look. It stops nothing."""
    current = {each.name: each.review for standings in standings_of(project).values() for each in standings}
    for name, review in current.items():
        if review.next <= today:
            yield f"reviews/{name}.yml: another look was due by {review.next}; ask {review.reviewer.name}, or another."
