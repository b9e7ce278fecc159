"""The made-up people of the course are of many ages, genders and constellations: listed, and counted."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT
from tests.text.prose import EXERCISES, NOTEBOOKS, PAGES, paragraphs, said_in_code, shown, source

FOLDER = ROOT / "tests" / "text"
PEOPLE = yaml.safe_load((FOLDER / "people.yml").read_text(encoding="utf-8"))
NOT_PEOPLE = {
    line
    for line in (FOLDER / "not_people.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
}
READ = [path for path in (*PAGES, *NOTEBOOKS, *EXERCISES) if path.name != "references.md"]

SAID = {
    "gender": {"woman", "man", "non-binary"},
    "age": {"young", "middle", "older"},
    "constellation": {"single", "different-gender", "same-gender", "several partners", "friends or family"},
}
ALSO = {"asexual", "disabled", "ill", "parent"}

ADDRESS = re.compile(r"\bhttps?://\S+|\b[\w-]+(\.[\w-]+)+\b")
CAPITALISED = r"\b[A-ZÀ-Þ][a-zà-ÿ]+\b"
INSIDE_A_SENTENCE = re.compile(rf"(?<=[a-zà-ÿ,;] ){CAPITALISED}")
BEFORE_AN_AGE = re.compile(rf"{CAPITALISED}(?=, \d\d\b)")


def strings(value) -> list[str]:
    if isinstance(value, dict):
        return [text for entry in value.values() for text in strings(entry)]
    if isinstance(value, list):
        return [text for entry in value for text in strings(entry)]
    return [value] if isinstance(value, str) else []


@cache
def text(path: Path) -> str:
    """All that a reader meets in a file: prose, a notebook's prompts, an exercise's cards and slides."""
    said = paragraphs(source(path))
    if path.suffix == ".ipynb":
        said.append(said_in_code(path))
    if path in EXERCISES:
        said += strings(yaml.safe_load(path.read_text(encoding="utf-8").split("---\n", 2)[1]))
    return ADDRESS.sub(" ", "\n".join(said))


@cache
def lower_case_words() -> set[str]:
    return {word for path in READ for word in re.findall(r"\b[a-zà-ÿ]+\b", text(path))}


def names_in(said: str, ordinary: set[str]) -> set[str]:
    """Words that may be names: those never written small in the course, those with a capital in the middle
    of a sentence, and those before an age. So Rose is found in "for Rose" and "Rose, 40", though roses are
    ordinary."""
    never_small = {word for word in re.findall(CAPITALISED, said) if word.lower() not in ordinary}
    return never_small | set(INSIDE_A_SENTENCE.findall(said)) | set(BEFORE_AN_AGE.findall(said))


@cache
def names(path: Path) -> set[str]:
    return names_in(text(path), lower_case_words())


def said(field: str) -> Counter:
    """How many people the course says which thing of; those of whom it says nothing are left out."""
    return Counter(person[field] for person in PEOPLE if person[field] != "not said")


def also(*words: str) -> list[str]:
    return [person["name"] for person in PEOPLE if {*words} & {*person.get("also", [])}]


def who(person: dict) -> str:
    return f"{person['name']} in {person['file']}"


def test_each_entry_says_one_of_the_words_for_each_thing():
    wrong = [
        f"{who(person)}: {field} is {person[field]!r}"
        for person in PEOPLE
        for field, words in SAID.items()
        if person[field] not in words | {"not said"}
    ]
    wrong += [f"{who(person)}: also" for person in PEOPLE if not {*person.get("also", [])} <= ALSO]
    assert wrong == []


def test_each_name_on_the_list_stands_in_its_file():
    texts = {person["file"]: text(ROOT / person["file"]) for person in PEOPLE}
    assert [who(person) for person in PEOPLE if not re.search(rf"\b{person['name']}\b", texts[person["file"]])] == []


@pytest.mark.parametrize("path", READ, ids=shown)
def test_no_name_in_a_file_is_missing_from_the_list(path):
    listed = {person["name"] for person in PEOPLE if person["file"] == shown(path)}
    unknown = names(path) - listed - NOT_PEOPLE
    assert unknown == set(), "a person belongs in people.yml, any other word in not_people.txt"


def test_each_word_that_is_no_name_still_stands_somewhere():
    assert NOT_PEOPLE - {word for path in READ for word in re.findall(CAPITALISED, text(path))} == set()


def test_no_name_is_used_for_two_people_in_one_file():
    assert [name for name, times in Counter(map(who, PEOPLE)).items() if times > 1] == []


def test_no_name_on_the_list_is_also_a_word_that_is_no_name():
    assert {person["name"] for person in PEOPLE} & NOT_PEOPLE == set()


def test_no_gender_has_more_than_half_of_the_people():
    genders = said("gender")
    assert max(genders.values()) <= genders.total() / 2, genders
    assert set(genders) == SAID["gender"]


def test_a_fifth_of_the_people_are_single():
    constellations = said("constellation")
    assert constellations["single"] >= constellations.total() / 5, constellations


def test_a_tenth_of_the_people_are_in_a_same_gender_couple():
    constellations = said("constellation")
    assert constellations["same-gender"] >= constellations.total() / 10, constellations


def test_some_people_have_several_partners():
    assert said("constellation")["several partners"] >= 2


def test_some_people_are_asexual():
    assert len(also("asexual")) >= 2


def test_some_people_are_disabled_or_ill():
    assert len(also("disabled", "ill")) >= 2


def test_an_eighth_of_the_people_are_older():
    ages = said("age")
    assert ages["older"] >= ages.total() / 8, ages


def test_a_name_is_found_wherever_it_can_be_told_from_a_word():
    ordinary = {"rose", "later", "she", "called"}
    assert names_in("She called Rose. Later Ada rose.", ordinary) == {"Rose", "Ada"}
    assert names_in("Rose, 40. Later.", ordinary) == {"Rose"}
    assert names_in("Later she called.", ordinary) == set()
