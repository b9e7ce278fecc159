"""A card sort has cards and three piles, told apart by their words."""

import pytest

from betweenus import CardSort, ReflectionError


def make(**content):
    return CardSort(**{"id": "one", "prompt": "Which?", "cards": ["a", "b"], **content})


@pytest.mark.parametrize("count", [0, 1, 31])
def test_too_few_or_too_many_cards_are_refused(count):
    with pytest.raises(ReflectionError, match=rf"`cards` has {count}; it can have 2 to 30"):
        make(cards=[f"card {number}" for number in range(count)])


def test_thirty_cards_are_taken():
    assert make(cards=[f"card {number}" for number in range(30)]).markup.count("<fieldset") == 30


def test_two_cards_with_the_same_words_are_refused():
    with pytest.raises(ReflectionError, match="`cards` has 'a' twice"):
        make(cards=["a", "b", "a "])


def test_a_card_without_words_is_refused():
    with pytest.raises(ReflectionError, match="`cards` has one without words"):
        make(cards=["a", " "])


@pytest.mark.parametrize("piles", [["Yes", "No"], ["1", "2", "3", "4"]])
def test_other_than_three_piles_are_refused(piles):
    with pytest.raises(ReflectionError, match=rf"`piles` has {len(piles)}; there are three piles"):
        make(piles=piles)


def test_two_piles_with_the_same_name_are_refused():
    with pytest.raises(ReflectionError, match="`piles` has 'Yes' twice"):
        make(piles=["Yes", "Maybe", "Yes"])


def test_a_pile_with_the_name_that_leaves_cards_out_is_refused():
    with pytest.raises(ReflectionError, match="`piles` has 'skip'"):
        make(piles=["Yes", "Maybe", "skip"])
