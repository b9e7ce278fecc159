"""Notebooks ask what their kind asks, in its order."""

import pytest


@pytest.fixture(autouse=True)
def limits(desk):
    desk.write_list(
        "limits.yml",
        """\
        - kind: a notebook
          files: notebooks/*.ipynb
          reflections:
            at_least: 3
            kinds: 2
            first: Scale
            last: {Scale: 1}
            each: {Scale: 2}
        """,
    )


def test_a_notebook_in_the_order_of_its_kind_is_right(desk):
    desk.write_notebook(
        "naps",
        "# Naps",
        "# code\nfrom betweenus import Journal, Scale\n\nScale(id='a')",
        "# code\nJournal(id='b')\nScale(id='c')",
    )
    assert desk.problems() == []


def test_everything_that_a_notebook_lacks_is_named(desk):
    desk.write_notebook("naps", "# code\nJournal(id='b')")
    assert desk.problems() == [
        f"notebooks/naps.ipynb: {message}, as in a notebook."
        for message in (
            "there are 1 reflections here; write 3 or more",
            "the reflections are of 1 kinds; let them be of 2 or more",
            "the first reflection is Journal; begin with Scale",
            "Scale is not among the last 1 reflections; end with one",
            "Scale stands here 0 times; write 2 or more",
        )
    ]


def test_a_reflection_that_is_not_known_is_named_with_the_nearest(desk):
    desk.write_list("limits.yml", "- kind: a notebook\n  files: notebooks/*.ipynb\n  reflections: {first: Scael}\n")
    desk.write_notebook("naps", "# code\nScale(id='a')")
    assert "seeds/editorial/limits.yml:3: there is no reflection Scael; did you mean `Scale`?" in desk.problems()


def test_a_cell_with_a_magic_command_is_passed_over(desk):
    desk.write_notebook("naps", "# code\n%matplotlib inline\n", "# code\nScale(id='a')\nJournal(id='b')\nScale(id='c')")
    assert desk.problems() == []
