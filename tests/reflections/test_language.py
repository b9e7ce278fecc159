"""A reflection speaks the language of the course that it is made in."""

import pytest

from betweenus import CardSort, Closeness, MyPages, Plan, Scale, Statement, TurnTimer
from tests.tiny import change

# What the course says itself; whatever it leaves out stays English.
CATALOGUE = {
    "Yes": "Ja",
    "Maybe": "Vielleicht",
    "Not for me": "Nichts für mich",
    "Me": "Ich",
    "The other person": "Die andere Person",
    "If…": "Wenn…",
    "then I…": "dann…",
    "When…": "Wenn…",
    "I feel…": "fühle ich…",
    "I would like…": "und möchte…",
    "Speaker": "Erzählen",
    "Listener": "Zuhören",
    "What you have written": "Was du geschrieben hast",
    "Prefer not to say": "Keine Angabe",
    "Kept in this tab only.": "Nur in diesem Tab.",
    "“{card}” is in “{pile}”.": "„{card}“ liegt auf „{pile}“.",
}


@pytest.fixture(autouse=True)
def in_german(course_copy, monkeypatch):
    change(course_copy / "_config.yml", "language: en", "language: de")
    catalogue = course_copy / "locale" / "de" / "LC_MESSAGES" / "betweenus.po"
    catalogue.parent.mkdir(parents=True)
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'
    entries = [f'msgid "{said}"\nmsgstr "{here}"\n' for said, here in CATALOGUE.items()]
    catalogue.write_text("\n".join([head, *entries]), encoding="utf-8")
    monkeypatch.chdir(course_copy / "notebooks")


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (Statement, ["Wenn…", "fühle ich…", "und möchte…"]),
        (Plan, ["Wenn…", "dann…"]),
        (MyPages, ["Was du geschrieben hast"]),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_what_an_author_does_not_name_is_named_in_it(kind, names):
    markup = kind(id="one", **({} if kind is MyPages else {"prompt": "Was?"})).markup
    assert all(f">{name}<" in markup for name in names)


def test_piles_circles_and_roles_are_named_in_it():
    assert CardSort(id="one", prompt="Was?", cards=["a", "b"]).piles == ["Ja", "Vielleicht", "Nichts für mich"]
    assert TurnTimer(id="one", prompt="Was?").roles == ["Erzählen", "Zuhören"]
    closeness = Closeness(id="one", prompt="Was?")
    assert (closeness.self_label, closeness.other_label) == ("Ich", "Die andere Person")


def test_what_an_author_names_stays():
    assert CardSort(id="one", prompt="Was?", cards=["a", "b"], piles=["A", "B", "C"]).piles == ["A", "B", "C"]


def test_its_template_and_its_script_speak_it():
    markup = Scale(id="one", prompt="Was?", low_label="wenig", high_label="viel").markup
    assert "> Keine Angabe</label>" in markup
    assert '"tab": "Nur in diesem Tab."' in markup
    assert "„{card}“ liegt auf „{pile}“." in CardSort(id="one", prompt="Was?", cards=["a", "b"]).markup
