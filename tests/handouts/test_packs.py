"""A pack has what an evening needs, in copies for the people who come."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from betweenus.exercises import exercises_of
from betweenus.handouts.packs import LEADERS, Piece, pieces_of, pieces_of_evening, pieces_of_plan
from betweenus.plans.plan import TYPICAL_GROUP, ready_made
from betweenus.project.words import words_of

WORDS = words_of("en")


@given(st.integers(1, 60), st.integers(1, 12))
def test_nobody_is_left_without_a_share_and_no_copy_is_for_nobody(people, per):
    copies = Piece("sheet", "Sheet", per=per, more=0).copies(people)
    assert copies * per >= people > (copies - 1) * per


@pytest.mark.parametrize(("cards_for", "copies"), [(None, 1), (1, 12), (2, 6), (5, 3)])
def test_cards_are_there_for_as_many_as_share_them(course, cards_for, copies):
    exercise = next(each for each in exercises_of(course) if each.front.cards)
    front = exercise.front.model_copy(update={"cards_for": cards_for})
    *_, cards = pieces_of(replace(exercise, front=front), WORDS)
    assert cards.copies(TYPICAL_GROUP) == copies


def test_a_form_comes_along_with_the_exercise_that_needs_it(course):
    plan = ready_made(exercises_of(course), "sleep", 60)
    assert "a-word-on-a-slip" in {piece.name for piece in pieces_of_plan(course, plan)}
    others = replace(
        plan, items=tuple(item for item in plan.items if getattr(item.exercise, "name", "") != "a-yawn-each")
    )
    assert "a-word-on-a-slip" not in {piece.name for piece in pieces_of_plan(course, others)}


def test_each_leader_gets_what_is_for_leaders(course):
    (form,) = (piece for piece in pieces_of_evening(course) if piece.name == "before-and-after")
    assert form.copies(3) == form.copies(30) == LEADERS
