"""The made-up people of a course: each is listed with what the text says of them, and they are counted."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, Field

from betweenus.editorial.lists import Filled, Lines, file_of, lines_of_list, read_list
from betweenus.editorial.prose import Text, texts_of
from betweenus.project import SourceError
from betweenus.project.course import Model
from betweenus.project.project import Project
from betweenus.project.sources import hint

FILE = "people.yml"
NOT_PEOPLE = "not_people.txt"
ALSO = "also"
PERCENT = re.compile(r"(\d+(?:\.\d+)?)%")

ADDRESS = re.compile(r"\bhttps?://\S+|\b[\w-]+(\.[\w-]+)+\b")
WORD = re.compile(r"\b[^\W\d_]+\b")
INSIDE_A_SENTENCE = re.compile(r"(?:[^\W\d_A-ZÀ-Þ]|[,;]) $")
AGE = re.compile(r", \d\d\b")


class Person(Model):
    """A made-up person; beside these fields, one word for each thing that the list says of people."""

    model_config = ConfigDict(extra="allow", frozen=True)

    file: Filled
    name: Filled
    also: tuple[str, ...] = ()


def amount(value: object) -> object:
    if isinstance(value, str) and not PERCENT.fullmatch(value):
        raise ValueError("write a number of people, or a share such as 20%")
    return value


Amount = Annotated[int | str, BeforeValidator(amount)]


class Balance(Model):
    """How many of the people may, or have to, be something.

    Attributes:
        thing: a thing that the list says of people, or `also`.
        words: which of its words are counted together; each by itself, if left out.
        at_least: a number, or a share of those of whom the thing is said.
        at_most: likewise.
    """

    thing: str
    words: tuple[str, ...] = ()
    at_least: Amount = 0
    at_most: Amount = "100%"


class People(Model):
    """The list.

    Attributes:
        says: the things that are said of people, each with its words.
        unsaid: the word for what a text doesn't say.
        also: words of which a person may have any number.
        balance: how the people are to be mixed.
        without: files in which nobody is made up, such as one of authors' names (`except` in the file).
        people: everyone, once for each file.
    """

    says: dict[str, tuple[str, ...]] = {}
    unsaid: str = "not said"
    also: tuple[str, ...] = ()
    balance: tuple[Balance, ...] = ()
    without: Annotated[tuple[str, ...], Field(alias="except")] = ()
    people: tuple[Person, ...] = ()


def people(project: Project) -> Iterator[SourceError]:
    """What is wrong with the list of people, and who is missing from it."""
    listed = read_list(project, FILE, People)
    if not listed:
        return
    lines = Lines(file_of(project, FILE))
    yield from entries(project, listed, lines)
    yield from balances(listed, lines)
    yield from missing(project, listed)
    yield from no_people(project, listed)


def entries(project: Project, listed: People, lines: Lines) -> Iterator[SourceError]:
    """Entries with a word that isn't known, of someone who isn't there, or twice."""
    texts, seen = texts_of(project), set()
    for number, person in enumerate(listed.people):
        for field, message in wrong_words(person, listed):
            yield SourceError(lines.path, lines("people", number, field), f"{person.name}: {message}")
        text = texts.get(project.root / person.file)
        line = lines("people", number)
        if not text:
            yield SourceError(lines.path, line, f"{person.name}: there is no page, notebook or exercise {person.file}.")
        elif not re.search(rf"\b{re.escape(person.name)}\b", said_in(text)):
            message = f"{person.name}: nobody has this name in {person.file}; correct the entry, or take it out."
            yield SourceError(lines.path, line, message)
        if (person.name, person.file) in seen:
            message = f"{person.name}: this name is used twice for {person.file}; give the second person another."
            yield SourceError(lines.path, line, message)
        seen.add((person.name, person.file))


def wrong_words(person: Person, listed: People) -> Iterator[tuple[str, str]]:
    said = person.model_extra or {}
    for field in said.keys() - listed.says.keys():
        yield field, f"`{field}` is not a field here; {hint(field, listed.says)}"
    for field, words in listed.says.items():
        known = (*words, listed.unsaid)
        if field not in said:
            yield field, f"`{field}` is missing; it may be {listed.unsaid!r}."
        elif said[field] not in known:
            yield field, f"`{field}` is {said[field]!r}; {hint(str(said[field]), known)}"
    for word in person.also:
        if word not in listed.also:
            yield ALSO, f"`also` says {word!r}; {hint(word, listed.also)}"


def balances(listed: People, lines: Lines) -> Iterator[SourceError]:
    for number, balance in enumerate(listed.balance):
        for message in out_of_balance(balance, listed):
            yield SourceError(lines.path, lines("balance", number), message)


def out_of_balance(balance: Balance, listed: People) -> Iterator[str]:
    known = {ALSO: listed.also, **listed.says}
    if balance.thing not in known:
        yield f"`thing` is {balance.thing!r}; {hint(balance.thing, known)}"
        return
    unknown = [word for word in balance.words if word not in known[balance.thing]]
    if unknown:
        yield f"`words` has {unknown[0]!r}; {hint(unknown[0], known[balance.thing])}"
        return
    said = said_of_people(balance.thing, listed)
    for words in [balance.words] if balance.words else [(word,) for word in known[balance.thing]]:
        number = sum(1 for each in said if {*words} & {*each})
        share = f"{number} of {len(said)} people are {' or '.join(words)} ({balance.thing})"
        if number < of(balance.at_least, len(said)):
            yield f"{share}; it takes at least {balance.at_least}."
        if number > of(balance.at_most, len(said)):
            yield f"{share}; it may be at most {balance.at_most}."


def said_of_people(thing: str, listed: People) -> list[tuple[str, ...]]:
    """What the list says of each; those of whom it says nothing are left out, where one thing can be said."""
    if thing == ALSO:
        return [person.also for person in listed.people]
    words = [(person.model_extra or {}).get(thing, listed.unsaid) for person in listed.people]
    return [(word,) for word in words if word != listed.unsaid]


def of(wanted: int | str, total: int) -> float:
    """A number of people, also where a share is wanted."""
    return float(wanted[:-1]) / 100 * total if isinstance(wanted, str) else wanted


def missing(project: Project, listed: People) -> Iterator[SourceError]:
    """Names in a text that are neither on the list nor known to be no people."""
    known, ordinary = lines_of_list(project, NOT_PEOPLE), lower_case_words(project, listed)
    for path, text in read_for_people(project, listed).items():
        here = {person.name for person in listed.people if project.root / person.file == path}
        for name in sorted(names_in(said_in(text), ordinary) - here - known.keys()):
            parts = (part for part in (*text.paragraphs, *text.strings) if re.search(rf"\b{name}\b", part.text))
            message = (
                f"{name} may be a made-up person: list a person in seeds/editorial/{FILE}, and any other word "
                f"in seeds/editorial/{NOT_PEOPLE}."
            )
            yield next(parts).problem(message, name)


def no_people(project: Project, listed: People) -> Iterator[SourceError]:
    """Words on the list of those that name nobody that stand nowhere, or name somebody."""
    texts = read_for_people(project, listed).values()
    written = {word for text in texts for word in WORD.findall(said_in(text))}
    names = {person.name for person in listed.people}
    for word, line in lines_of_list(project, NOT_PEOPLE).items():
        path = file_of(project, NOT_PEOPLE)
        if word not in written:
            yield SourceError(path, line, f"{word} stands in no text any more; take it out.")
        if word in names:
            yield SourceError(path, line, f"{word} is a person in {FILE}; take the word out here, or the person there.")


def read_for_people(project: Project, listed: People) -> dict[Path, Text]:
    nobody = {path for pattern in listed.without for path in project.root.glob(pattern)}
    return {path: text for path, text in texts_of(project).items() if path not in nobody}


def said_in(text: Text) -> str:
    """All that a reader meets below the headings, without addresses."""
    return ADDRESS.sub(" ", "\n".join(part.text for part in (*text.paragraphs, *text.strings)))


def lower_case_words(project: Project, listed: People) -> set[str]:
    texts = read_for_people(project, listed).values()
    return {word for text in texts for word in WORD.findall(said_in(text)) if word.islower()}


def names_in(said: str, ordinary: set[str]) -> set[str]:
    """Words that may be names: those never written small in the course, those with a capital in the middle
    of a sentence, and those before an age. So Rose is found in "for Rose" and "Rose, 40", though roses are
    ordinary."""
    return {
        match[0]
        for match in WORD.finditer(said)
        if match[0].istitle()
        and len(match[0]) > 1
        and (
            match[0].lower() not in ordinary
            or INSIDE_A_SENTENCE.search(said[max(0, match.start() - 2) : match.start()])
            or AGE.match(said, match.end())
        )
    }
