"""The parts of a statement and of a plan are named, and told apart by their names."""

import pytest

from betweenus import Plan, ReflectionError, Statement


def statement(*parts):
    return Statement(id="one", prompt="What?", parts=list(parts))


@pytest.mark.parametrize("count", [1, 6])
def test_too_few_or_too_many_parts_are_refused(count):
    with pytest.raises(ReflectionError, match=f"`parts` has {count}; it can have 2 to 5"):
        statement(*[f"Part {number}…" for number in range(count)])


def test_a_part_without_words_is_refused():
    with pytest.raises(ReflectionError, match="`parts` has one without words"):
        statement("When…", "")


def test_two_parts_with_the_same_label_are_refused():
    with pytest.raises(ReflectionError, match="`parts` has the same label twice"):
        statement("I feel…", "I feel…")


def test_a_statement_has_parts_unless_told_otherwise():
    assert Statement(id="one", prompt="What?").parts == ["When…", "I feel…", "I would like…"]


def test_a_plan_without_a_label_is_refused():
    with pytest.raises(ReflectionError, match="`then_label` is empty"):
        Plan(id="one", prompt="What?", then_label=" ")


def test_a_plan_with_one_label_for_both_parts_is_refused():
    with pytest.raises(ReflectionError, match="`if_label` and `then_label` are the same"):
        Plan(id="one", prompt="What?", if_label="If…", then_label="If…")
