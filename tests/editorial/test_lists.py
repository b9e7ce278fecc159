"""A course is held to its own lists, and to no other."""

import re


def test_a_course_without_lists_is_checked_for_nothing(desk):
    desk.write("book/welcome.md", "# Normal Rose, 40, should sleep\n\nNormal people should sleep.\n")
    assert desk.problems() == []


def test_a_misspelt_field_is_named_with_its_line(desk):
    desk.write_list("words.yml", "- pattern: should\n  insted: can\n  because: it is free\n")
    assert re.search(r"seeds/editorial/words\.yml:1: .*`0?\.?instead` is missing", desk.problems()[0])


def test_a_wrong_expression_is_named_with_its_line(desk):
    desk.write_list("words.yml", "- instead: can\n  because: it is free\n  pattern: (should\n")
    assert "seeds/editorial/words.yml:3: " in desk.problems()[0]
    assert "is no regular expression" in desk.problems()[0]


def test_a_list_that_several_rules_read_is_named_once(desk):
    desk.write_list("limits.yml", "- kind: a page\n  files: book/*.md\n  words: {min: 9, max: 3}\n")
    assert len(desk.problems()) == 1
    assert "seeds/editorial/limits.yml:3: " in desk.problems()[0]
    assert "min is 9 and max is 3; the smaller number is min" in desk.problems()[0]


def test_a_wrong_list_does_not_hide_what_another_finds(desk):
    desk.write_list("limits.yml", "nonsense\n")
    desk.write_list("words.yml", "- {pattern: should, instead: can, because: it is free}\n")
    desk.write("book/welcome.md", "You should sleep.\n")
    places = [problem.split(": ")[0] for problem in desk.problems()]
    assert places == ["book/welcome.md:1", "seeds/editorial/limits.yml:1"]


def test_a_notebook_that_cannot_be_read_is_named_once(desk):
    desk.write_list("words.yml", "- {pattern: should, instead: can, because: it is free}\n")
    desk.write_list("people.yml", "people: []\n")
    desk.write("notebooks/naps.ipynb", "{")
    assert desk.problems() == ["notebooks/naps.ipynb: this is not a notebook; save it again in JupyterLab."]


def test_a_kind_of_page_of_which_there_is_none_is_named(desk):
    desk.write_list("limits.yml", "- kind: a page on dreams\n  files: book/dreams/*.md\n")
    assert desk.problems() == [
        "seeds/editorial/limits.yml:2: a page on dreams: no page, notebook or exercise is called book/dreams/*.md."
    ]
