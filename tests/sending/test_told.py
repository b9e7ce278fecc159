"""SECURITY.md and the page on privacy quote from the table of ways what can't be stopped."""

import re

from tests.conftest import ROOT
from tests.sending.ways import BROWSERS, ELSEWHERE, OWN, Way, table, ways

NAMES = dict(zip(BROWSERS, ("Chromium", "Firefox", "WebKit"), strict=True))
ORDER = ("nothing", "a connection", "the word")
SECURITY = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
PRIVACY = (ROOT / "book" / "privacy.md").read_text(encoding="utf-8")
GROUPS = {group: [way for way in ways().values() if way.group == group] for group in table()["groups"]}


def worst(group: list[Way], place: str, policy: str = "headers") -> dict[str, str]:
    """What arrived by any way of a group, by browser."""
    return {name: max((way.expected(place, name, policy) for way in group), key=ORDER.index) for name in BROWSERS}


def in_words(arrived: dict[str, str]) -> str:
    told = max(arrived.values(), key=ORDER.index)
    names = [NAMES[name] for name in BROWSERS if arrived[name] == told]
    return told if len(names) == len(BROWSERS) else f"{told} ({', '.join(names)})"


def row(name: str, group: list[Way]) -> list[str]:
    at_home = "not tried" if all(way.alone for way in group) else in_words(worst(group, OWN))
    elsewhere, without = in_words(worst(group, ELSEWHERE)), in_words(worst(group, ELSEWHERE, "page"))
    return [
        name,
        at_home,
        elsewhere + (f"; {without}, where the host sends no headers" if without != elsewhere else ""),
    ]


def test_every_way_is_in_a_group_that_is_quoted():
    assert {way.group for way in ways().values()} == set(GROUPS)


def test_security_says_of_each_group_what_arrived():
    lines = SECURITY.partition("| by means of")[2].partition("\n\n")[0].splitlines()[2:]
    told = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    assert told == [row(name, group) for name, group in GROUPS.items()]


def test_the_page_on_privacy_says_what_gets_through_and_nothing_else():
    for name, phrase in table()["groups"].items():
        arrives = {told for place in (OWN, ELSEWHERE) for told in worst(GROUPS[name], place, "page").values()}
        assert bool(phrase) == (arrives != {"nothing"}), name
        assert not phrase or phrase in PRIVACY.replace("Beginning", "beginning"), phrase


def test_both_say_how_many_ways_were_tried():
    assert [int(number) for text in (SECURITY, PRIVACY) for number in re.findall(r"(\d+) ways", text)] == [
        len(ways())
    ] * 2
