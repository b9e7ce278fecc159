"""What a course says of its search leads somewhere, or is named with its line."""

import re

import pytest

from betweenus.project import Project, SourceError
from betweenus.project.sources import line_with
from betweenus.search.words import SearchWords, check_search, search_words_of
from tests.tiny import change


def test_a_course_without_the_file_has_no_synonyms(course_copy):
    (course_copy / "seeds" / "search.yml").unlink()
    project = Project(course_copy)
    assert list(check_search(project)) == [] and search_words_of(project) == SearchWords()


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("book/help$", "book/hepl", "there is no page 'book/hepl'; did you mean `book/help`?"),
        ("book/gallery, ", "book/galery, ", "there is no page 'book/galery'; did you mean `book/gallery`?"),
        ("coffee, espresso, flat white", "cocoa, hot milk", "no page has any of these words: cocoa, hot milk. Add the"),
        ("espresso, flat", "Coffee, flat", "coffee, Coffee, flat white: one of these stands here twice."),
        ("  do: ", "  doing: ", "`kinds.doing"),
    ],
)
def test_what_leads_nowhere_is_named_with_its_line(course_copy, right, wrong, message):
    path = course_copy / "seeds" / "search.yml"
    change(path, right, wrong)
    try:
        found = list(check_search(Project(course_copy)))
    except SourceError as error:
        found = [error]
    (problem,) = found
    line = int(re.match(r"seeds/search\.yml:(\d+): ", str(problem))[1])
    assert message in str(problem) and line == line_with(path, wrong.split(",")[0])


def test_a_group_of_synonyms_has_two_words_or_more(course_copy):
    change(course_copy / "seeds" / "search.yml", "coffee, espresso, flat white", "coffee")
    with pytest.raises(SourceError, match=r"`synonyms\.0`"):
        list(check_search(Project(course_copy)))
