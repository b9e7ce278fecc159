"""A match has enough to choose from, each thing once, and no way to send an answer."""

import re
from fractions import Fraction

import pytest
from bs4 import BeautifulSoup

from betweenus import Match, ReflectionError
from betweenus.reflections.match.guessing import SET_ASIDE, learnt_by_choosing_all, sure_of_no

SIX = ["A walk", "A talk", "A hug", "A nap", "A song", "A swim"]


def make(items):
    return Match(id="more-of", prompt="What?", items=items)


def first_screen() -> BeautifulSoup:
    """What everyone reads before anyone answers, which stands in a template."""
    template = BeautifulSoup(make(SIX).markup, "html.parser").select_one("[data-step=people]")
    return BeautifulSoup(template.decode_contents(), "html.parser")


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
    assert all(re.search('autocomplete="(off|one-time-code)"', field) for field in fields)


def test_codes_are_typed_hidden():
    codes = re.findall(r"<input[^>]*data-code[^>]*>", make(SIX).markup)
    assert len(codes) == 2 + 6
    assert all('type="password"' in code and "name=" not in code for code in codes)


def test_it_says_when_not_to_do_it_and_what_it_cannot_hide():
    markup = make(SIX).markup
    for words in ("afraid", "not consent", "Anyone can stop", "chooses everything", "set aside"):
        assert words in markup


def test_the_first_screen_says_in_two_short_lists_what_is_kept_and_what_cannot_be_promised():
    lists = first_screen().select(".match-promises ul")
    assert [len(each.select("li")) for each in lists] == [3, 3]
    assert not first_screen().select(".match-more .match-promises")


def test_what_can_be_guessed_is_what_bayes_rule_says():
    for looks in range(1, 6):
        hidden_yes = SET_ASIDE**looks
        assert learnt_by_choosing_all(looks) == 1 - hidden_yes
        for expected in (Fraction(1, 5), Fraction(1, 2), Fraction(4, 5)):
            assert sure_of_no(2, looks, expected) == (1 - expected) / (1 - expected + expected * hidden_yes)
        for people in range(2, 7):
            hidden = 1 - Fraction(1, 2) ** (people - 1) * (1 - hidden_yes)
            assert sure_of_no(people, looks) == Fraction(1, 2) / hidden


@pytest.mark.parametrize(
    "said",
    [
        "if you thought a “no” 50 in 100 likely, not being shown makes it 75",
        "each thing has a chance of one in three to be set aside",
        "4 the other chose too. They are shown.",
        "2 the other chose too, but chance set them aside.",
        "6 the other did not choose.",
        "The last 8 look the same: they are not shown, and 6 of them are a “no”.",
        "you can be 75 in 100 sure of a “no”, where it was 50 in 100 before",
        "Who expected 4 of 5 to be a “no” ends 92 in 100 sure, who expected 1 of 5 ends 43 in 100 sure.",
        "With 3 of you it tells less about each: 60 in 100.",
        "Someone who chooses everything learns 67 in 100 of what the other chose.",
        "a “no” is 90 in 100 sure after the second look and more than 99 after the fifth",
        "someone who chooses everything has learned 89 in 100 after the second",
    ],
)
def test_it_says_how_much_can_be_guessed(said):
    assert said in " ".join(first_screen().get_text().split())


def test_the_picture_shows_what_its_words_count_in_the_shares_that_chance_gives():
    rows = first_screen().select(".match-guess li")
    drawn = [len(row.select("circle")) for row in rows]
    assert drawn == [int(row.get_text().split()[0]) for row in rows]
    shown, aside, no = drawn
    assert Fraction(aside, shown + aside) == SET_ASIDE
    assert Fraction(no, aside + no) == sure_of_no()
    assert Fraction(shown, shown + aside) == learnt_by_choosing_all()
    assert Fraction(no, sum(drawn)) == Fraction(1, 2)


def test_the_script_sets_aside_as_often_as_the_text_says():
    button = BeautifulSoup(make(SIX).markup, "html.parser").select_one("[data-begin]")
    assert float(button["data-set-aside"]) == float(SET_ASIDE)


def test_no_text_says_that_nobody_can_learn_how_much_somebody_answered():
    markup = make(SIX).markup
    assert "nobody learns" not in markup
    assert "The browser itself counts how often a page is pressed" in markup
