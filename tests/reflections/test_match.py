"""A match has enough to choose from, each thing once, and no way to send an answer."""

import re

import pytest

from betweenus import Match, ReflectionError

SIX = ["A walk", "A talk", "A hug", "A nap", "A song", "A swim"]


def make(items):
    return Match(id="more-of", prompt="What?", items=items)


def test_six_things_are_enough_and_forty_are_not_too_many():
    assert make(SIX).markup
    assert make([f"Thing {number}" for number in range(40)]).markup


@pytest.mark.parametrize("count", [0, 5, 41])
def test_too_few_or_too_many_things_are_refused(count):
    with pytest.raises(ReflectionError, match=rf"`items` has {count}; 6 to 40 are needed"):
        make([f"Thing {number}" for number in range(count)])


@pytest.mark.parametrize("again", ["A walk", " a  WALK "])
def test_a_thing_named_twice_is_refused(again):
    with pytest.raises(ReflectionError, match="twice; name each thing once"):
        make([*SIX, again])


def test_an_empty_thing_is_refused():
    with pytest.raises(ReflectionError, match="`items` has an empty one; write each in a few plain words"):
        make([*SIX, " "])


def test_things_are_text_and_not_markup():
    assert "&lt;b&gt;" in make([*SIX, "<b>"]).markup


def test_no_key_can_send_the_answers_into_the_address():
    assert "<form" not in make(SIX).markup


def test_no_field_is_filled_in_again_by_the_browser():
    fields = re.findall(r"<input[^>]*>", make(SIX).markup)
    assert fields
    assert all('autocomplete="off"' in field for field in fields)


def test_it_says_when_not_to_do_it_and_what_it_cannot_hide():
    markup = make(SIX).markup
    for words in ("afraid", "not consent", "Anyone can stop", "chooses everything", "by chance"):
        assert words in markup
