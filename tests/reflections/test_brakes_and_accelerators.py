"""Suggestions are optional, few, and each there once."""

import pytest

from betweenus import BrakesAndAccelerators, ReflectionError


def make(**content):
    return BrakesAndAccelerators(**{"id": "one", "prompt": "What?", **content})


def test_suggestions_are_optional():
    assert "checkbox" not in make().markup


def test_too_many_suggestions_are_refused():
    with pytest.raises(ReflectionError, match="`brakes` has 13 suggestions; up to 12 leave room"):
        make(brakes=[f"thing {number}" for number in range(13)])


def test_the_same_suggestion_twice_is_refused():
    with pytest.raises(ReflectionError, match="`accelerators` has the same suggestion twice"):
        make(accelerators=["time", "time "])


def test_a_suggestion_without_words_is_refused():
    with pytest.raises(ReflectionError, match="`brakes` has a suggestion without words"):
        make(brakes=[""])


@pytest.mark.parametrize("lines", [0, 16])
def test_boxes_of_no_or_too_many_lines_are_refused(lines):
    with pytest.raises(ReflectionError, match=f"`lines` is {lines}; it can be 1 to 15"):
        make(lines=lines)
