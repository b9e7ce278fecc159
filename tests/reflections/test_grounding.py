"""Grounding is whole as text, offers ways without breath or body, and claims no more than is known."""

from betweenus import Grounding


def test_all_its_steps_are_text():
    markup = Grounding.example().markup
    for words in ("Five things you see", "One thing you taste", "count to 4", "count to 6"):
        assert words in markup


def test_breath_and_body_can_be_left_out():
    markup = Grounding.example().markup
    assert "Breath is not for everyone" in markup
    assert "Leave out any sense" in markup
    assert "count objects" in markup


def test_it_says_what_is_not_known():
    assert "We found no good trial of the five senses on their own" in Grounding.example().markup
