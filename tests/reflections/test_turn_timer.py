"""A turn timer says what would be right."""

import pytest

from betweenus import ReflectionError, TurnTimer


@pytest.mark.parametrize("roles", [[], ["Speaker"], ["Speaker", " "], ["Same", "Same"], ["A", "B", "C"]])
def test_it_takes_two_different_roles(roles):
    with pytest.raises(ReflectionError, match="`roles` is .*; it takes two different names"):
        TurnTimer.example(roles=roles)


@pytest.mark.parametrize("minutes", [0, 31, -3])
def test_a_turn_takes_1_to_30_minutes(minutes):
    with pytest.raises(ReflectionError, match=rf"`minutes` is {minutes}; it can be 1 to 30"):
        TurnTimer.example(minutes=minutes)


@pytest.mark.parametrize("rounds", [0, 11])
def test_there_are_1_to_10_rounds(rounds):
    with pytest.raises(ReflectionError, match=rf"`rounds` is {rounds}; it can be 1 to 10"):
        TurnTimer.example(rounds=rounds)


def test_its_instructions_name_roles_and_minutes_for_any_clock():
    markup = TurnTimer.example(roles=["Asking", "Hearing"], minutes=7).markup
    assert ">Asking</strong>: talk" in markup
    assert ">Hearing</strong>: listen" in markup
    assert 'by this or any clock: <strong data-says="minutes">7</strong>' in markup


def test_it_says_when_to_leave_it_out_and_how_one_person_can_use_it():
    assert "afraid" in TurnTimer.example().markup
    assert "On your own" in TurnTimer.example().markup
