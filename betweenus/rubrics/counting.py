"""What a program can say of an item: rules that anyone can follow by hand, each with what it counted."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from betweenus.exercises.exercise import SECTIONS
from betweenus.exercises.facts import facts
from betweenus.project import Project
from betweenus.project.text import prose
from betweenus.project.words import N_
from betweenus.rubrics.material import Material
from betweenus.rubrics.unit import NOT_APPLICABLE, Mark

if TYPE_CHECKING:
    from betweenus.rubrics.instrument import Counted

SENTENCE = re.compile(r"[^.!?]*\w[^.!?]*[.!?]*")


@dataclass(frozen=True)
class Finding:
    """The mark that a rule gives, and what it counted."""

    mark: Mark
    counted: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "counted", prose(self.counted))


@dataclass(frozen=True)
class Rule:
    """A rule.

    Attributes:
        says: what it does, as a message of the catalogue; `%(limit)s` stands for its number.
        find: does it.
        needs: the fields without which it can't.
        of_exercises: whether it can be asked of exercises alone.
    """

    says: str
    find: Callable[[Project, Material, "Counted"], Finding]
    needs: tuple[str, ...] = ()
    of_exercises: bool = False


def sentences(material: Material) -> Iterator[str]:
    for paragraph in material.paragraphs:
        yield from SENTENCE.findall(paragraph)


def is_short(project: Project, material: Material, how: "Counted") -> Finding | None:
    """What is said of a text too short for a rule."""
    if material.words >= how.long:
        return None
    return Finding(NOT_APPLICABLE, project.words.count("It has %(num)s word.", "It has %(num)s words.", material.words))


def share_of_sentences(project: Project, material: Material, how: "Counted") -> Finding:
    all_of_them = list(sentences(material))
    like = [sentence for sentence in all_of_them if how.like.search(sentence)]
    share = 100 * len(like) / max(1, len(all_of_them))
    numbers = {"found": len(like), "all": len(all_of_them), "share": f"{share:.0f}"}
    return Finding(int(share <= how.limit), project.words("%(found)s of %(all)s sentences, %(share)s%%.", **numbers))


def words_in_a_hundred(project: Project, material: Material, how: "Counted") -> Finding:
    found = sum(len(how.like.findall(paragraph)) for paragraph in material.paragraphs)
    share = 100 * found / max(1, material.words)
    numbers = {"found": found, "all": material.words, "share": f"{share:.1f}"}
    counted = project.words("%(found)s in %(all)s words, %(share)s in a hundred.", **numbers)
    return Finding(int(share >= how.limit), project.words.decimals(counted))


def short_sections(project: Project, material: Material, how: "Counted") -> Finding:
    if short := is_short(project, material, how):
        return short
    sections = material.sections or {"": material.words}
    name = max(sections, key=sections.get)
    numbers = {"parts": len(sections), "name": name, "most": sections[name]}
    counted = project.words("Parts: %(parts)s. The longest, “%(name)s”, has %(most)s words.", **numbers)
    return Finding(int(sections[name] <= how.limit), counted)


def section_like(project: Project, material: Material, how: "Counted") -> Finding:
    if short := is_short(project, material, how):
        return short
    name = next((name for name in material.sections if how.like.search(name)), "")
    counted = project.words("Its heading: “%(name)s”.", name=name) if name else project.words("No such heading.")
    return Finding(int(bool(name)), counted)


def cues(project: Project, material: Material, how: "Counted") -> Finding:
    counted = project.words("Lists: %(lists)s. Bold: %(bold)s.", lists=material.lists, bold=material.bold)
    return Finding(int(material.lists + material.bold >= how.limit), counted)


def lists(project: Project, material: Material, how: "Counted") -> Finding:
    return Finding(int(material.lists >= how.limit), project.words("Lists: %(lists)s.", lists=material.lists))


def captions(project: Project, material: Material, how: "Counted") -> Finding:
    if not material.figures and not material.images:
        return Finding(NOT_APPLICABLE, project.words("No figures."))
    numbers = {"figures": len(material.figures), "images": material.images}
    counted = project.words("With title and caption: %(figures)s. Without: %(images)s.", **numbers)
    return Finding(int(not material.images), counted)


def short_columns(project: Project, material: Material, how: "Counted") -> Finding:
    names = [name for columns in material.columns for name in columns]
    if not names:
        return Finding(NOT_APPLICABLE, project.words("No tables."))
    longest = max(names, key=lambda name: len(name.split()))
    numbers = {"tables": len(material.columns), "longest": longest}
    counted = project.words("Tables: %(tables)s. The longest heading: “%(longest)s”.", **numbers)
    return Finding(int(len(longest.split()) <= how.limit), counted)


def tools(project: Project, material: Material, how: "Counted") -> Finding:
    if material.tools:
        return Finding(1, project.words("On the sheet to write on, to tick or to hold: %(num)s.", num=material.tools))
    return links(project, material, how)


def links(project: Project, material: Material, how: "Counted") -> Finding:
    found = [link.partition("#")[0].replace("../", "") for link in material.links if how.like.search(link)]
    if not found:
        return Finding(0, project.words("No such link."))
    return Finding(1, project.words("It leads to %(links)s.", links=", ".join(dict.fromkeys(found))))


def told(project: Project, material: Material, how: "Counted") -> Finding:
    """Facts of an exercise, as its page and its run sheet have them."""
    known = facts(project, material.exercise) | {"title": (project.words("Title"), material.exercise.front.title)}
    missing = [key for key in how.keys if key not in known]
    counted = " ".join(
        f"{name}: {says.rstrip('.')}." for name, says in (known[key] for key in how.keys if key in known)
    )
    return Finding(int(not missing), counted or project.words("It is not said."))


def steps(project: Project, material: Material, how: "Counted") -> Finding:
    front = material.exercise.front
    return Finding(
        int(len(front.steps) >= how.limit), ", ".join(f"{step.name} ({step.minutes})" for step in front.steps)
    )


def sections(project: Project, material: Material, how: "Counted") -> Finding:
    found = [(project.words(SECTIONS[key]), material.exercise.sections[key].text) for key in how.keys]
    counted = "; ".join(
        project.words.count("“%(name)s”, %(num)s word", "“%(name)s”, %(num)s words", len(text.split()), name=name)
        for name, text in found
    )
    return Finding(int(all(text.strip() for _, text in found)), f"{counted}.")


RULES = {
    "share-of-sentences": Rule(
        N_("No more than %(limit)s%% of the sentences have the pattern that the list of items names."),
        share_of_sentences,
        ("like", "limit"),
    ),
    "words-in-a-hundred": Rule(
        N_("At least %(limit)s of a hundred words are those that the list of items names."),
        words_in_a_hundred,
        ("like", "limit"),
    ),
    "short-sections": Rule(N_("No part below a heading has more than %(limit)s words."), short_sections, ("limit",)),
    "section-like": Rule(N_("One of the headings is one that the list of items names."), section_like, ("like",)),
    "cues": Rule(N_("Lists and bold words are at least %(limit)s."), cues, ("limit",)),
    "lists": Rule(N_("Lists are at least %(limit)s."), lists, ("limit",)),
    "captions": Rule(N_("Every figure has a title and a caption."), captions),
    "short-columns": Rule(
        N_("No heading of a table’s column has more than %(limit)s words."), short_columns, ("limit",)
    ),
    "tools": Rule(N_("There is something to write on, to tick or to hold, or a link to it."), tools, ("like",)),
    "links": Rule(N_("There is a link to a page that the list of items names."), links, ("like",)),
    "facts": Rule(N_("The front matter says it."), told, ("keys",), of_exercises=True),
    "steps": Rule(
        N_("There are at least %(limit)s steps, each with its minutes and with what leaders do."),
        steps,
        ("limit",),
        of_exercises=True,
    ),
    "sections": Rule(N_("The section for it has text."), sections, ("keys",), of_exercises=True),
}
