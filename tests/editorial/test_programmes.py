"""Programmes add up, and call each exercise by its title and minutes."""

import pytest

RULES = """\
page: book/programmes.md
unit: minutes
last: Spare time
minutes: [30, 60]
people: {min: 8, max: 12}
format: in-room
first: opening
first_depth: 1
after_depth_3: 15
"""


@pytest.fixture(autouse=True)
def course(desk):
    desk.write_list("programmes.yml", RULES)
    desk.write_exercise("rest")
    desk.write_exercise("dream", title="Dream", part="main", depth=3, minutes=15)
    desk.write_exercise("crowd", title="Crowd", part="main", least=10, minutes=15)


@pytest.fixture
def meeting(desk):
    """A function that writes a meeting and returns what is wrong with it; its first line is line 3."""

    def write(*lines: str) -> list[str]:
        desk.write("book/programmes.md", "# Programmes\n\n" + "".join(f"- {line}\n" for line in lines) + "\nAfter.\n")
        return desk.problems()

    return write


REST = "[Rest](../exercises/rest.md): 10 minutes"
DREAM = "[Dream](../exercises/dream.md): 15 minutes"
CROWD = "[Crowd](../exercises/crowd.md): 15 minutes"


def test_a_meeting_that_adds_up_is_right(meeting):
    assert meeting(REST, "Break: 5 minutes", DREAM, "Spare time: 30 minutes") == []


def test_another_list_is_no_meeting(meeting):
    assert meeting("Sleep well", "Sleep long") == ["book/programmes.md: there are 0 meetings here, and it takes 1."]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([REST, "Spare time: 19 minutes"], "3: this meeting takes 29 minutes in all; a meeting takes one of 30, 60."),
        ([REST, "Break: 20 minutes"], "4: the last line of a meeting begins with 'Spare time'; add it."),
        ([REST, "Break", "Spare time: 20 minutes"], "4: how long does this take? End the line with “: 15 minutes”."),
        (
            ["[A rest](../exercises/rest.md): 10 minutes", "Spare time: 20 minutes"],
            "3: this exercise is called 'Rest'; write its title.",
        ),
        (
            ["[Rest](../exercises/rest.md): 12 minutes", "Spare time: 18 minutes"],
            "3: this exercise takes 10 minutes, and not 12.",
        ),
        (
            [REST, "[Rest](../exercises/rets.md): 10 minutes", "Spare time: 10 minutes"],
            "4: there is no exercise rets; did you mean `rest`?",
        ),
        (
            [DREAM, "Spare time: 15 minutes"],
            "3: a meeting begins with an exercise of the part 'opening'; put one first.",
        ),
        ([DREAM, "Spare time: 15 minutes"], "3: a meeting begins no deeper than depth 1; put another exercise first."),
        (
            [REST, DREAM, "Spare time: 5 minutes"],
            "4: 5 minutes come after this, and it takes 15 after what goes deep.",
        ),
        ([REST, CROWD, "Spare time: 5 minutes"], "4: this exercise is for 10 to 20 people; take one for 8 to 12."),
    ],
)
def test_what_is_wrong_with_a_meeting_is_named_with_its_line(meeting, lines, message):
    assert f"book/programmes.md:{message}" in meeting(*lines)


def test_a_page_that_is_not_there_is_named(desk):
    assert desk.problems() == [
        "seeds/editorial/programmes.yml:1: there is no page book/programmes.md; name one that there is."
    ]
