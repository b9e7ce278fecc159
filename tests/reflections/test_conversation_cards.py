"""A deck says which of its cards cannot work, and what would be right."""

import pytest

from betweenus import ConversationCards, ReflectionError

CARDS = [{"text": f"Question {name}?", "depth": 2, "topic": "Us"} for name in "abc"]


def deck(**changes):
    """Three cards, the second one changed."""
    return ConversationCards.example(cards=[CARDS[0], CARDS[1] | changes, CARDS[2]])


def test_a_deck_takes_3_cards_or_more():
    with pytest.raises(ReflectionError, match="`cards` has 2 of them; a deck takes 3 or more"):
        ConversationCards.example(cards=CARDS[:2])


def test_a_card_used_twice_is_named():
    with pytest.raises(ReflectionError, match="`cards` has 'Question a\\?' twice; leave one of them out"):
        deck(text="Question a?")


@pytest.mark.parametrize("depth", [0, 4, "1", None, [1], True, 1.0])
def test_a_depth_that_there_is_not_is_refused(depth):
    with pytest.raises(ReflectionError, match="`depth` of card 2 .* can be 1 .light., 2 .closer. or 3"):
        deck(depth=depth)


@pytest.mark.parametrize("name", ["text", "topic"])
@pytest.mark.parametrize("value", ["", " ", 5])
def test_a_card_without_words_is_refused(name, value):
    with pytest.raises(ReflectionError, match=f"`{name}` of card 2 in `cards` is .*; write it as text"):
        deck(**{name: value})


def test_a_card_with_a_field_it_does_not_have_is_refused():
    with pytest.raises(ReflectionError, match="card 2 in `cards` has .*colour; it takes text, depth"):
        deck(colour="red")


def test_only_depths_that_the_deck_has_are_offered():
    markup = deck().markup
    assert 'value="2" checked' in markup
    assert 'name="small-deck-depth" value="1"' not in markup


def test_every_card_stands_in_the_markup_with_its_depth_in_words():
    markup = deck().markup
    assert all(card["text"] in markup for card in CARDS)
    assert "Us · closer" in markup
