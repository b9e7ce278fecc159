"""A mark stands with what earns it, for the very words that were marked, and two who mark are compared."""

import re

import pytest
import yaml
from bs4 import BeautifulSoup
from click.testing import CliRunner

from betweenus.check import notices, problems
from betweenus.cli import main
from betweenus.project import Project, SourceError
from betweenus.rubrics.directives import card
from betweenus.rubrics.instrument import instruments_of, units_of
from betweenus.rubrics.marks import raters_of
from betweenus.rubrics.standing import agreement, kappa, old_marks, standings_of
from tests.tiny import change

PAGE = "book/modules/sleep.md"
QUOTE = "A panel of two societies says so, too"


def run(folder, monkeypatch, *arguments):
    monkeypatch.chdir(folder)
    return CliRunner().invoke(main, ["rubric", *arguments])


@pytest.fixture
def rate(course_copy, monkeypatch):
    """A function that fills in the empty form as a rater would: marks by instrument and item, 1 for the others."""

    def fill(name, marks=None, **fields):
        form = yaml.safe_load(run(course_copy, monkeypatch, "blank", "--rater", name).output)
        for entry in form["marks"]:
            for number in entry["items"]:
                mark = (marks or {}).get((entry["instrument"], number), 1)
                entry["items"][number] = {"mark": mark, "because": "It is so."} | fields
        path = course_copy / "seeds" / "rubrics" / f"{name}.yml"
        path.write_text(yaml.safe_dump(form, sort_keys=False), encoding="utf-8")
        return path

    return fill


def marks_of(project, instrument, unit):
    standing = next(each for each in standings_of(project)[instrument] if each.unit.name == unit)
    return {item.id: [shown.mark for shown in marks] for item, marks in standing.items}


def text_of(project, name):
    instrument = instruments_of(project)[name]
    html = card(project, instrument, standings_of(project)[name], dict.fromkeys(units_of(project)[name], ""))
    return re.sub(r"\s+", " ", BeautifulSoup(html, "html.parser").text)


def test_a_program_marks_a_page_by_rules_and_says_what_it_counted(course):
    marks = marks_of(course, "drowsy", PAGE)
    assert marks == {1: [], 2: [], 3: [1], 4: [0], 5: [1], 6: [0], 7: [0], 8: [1], 9: [1], 10: [1]}
    text = text_of(course, "drowsy")
    assert "The longest, “When sleep won’t come”" in text and "It leads to exercises/sort-the-sayings.md." in text
    assert "No such heading." in text and "The longest heading: “What the articles say”." in text


def test_what_is_on_paper_is_marked_as_it_is_printed(course):
    assert marks_of(course, "drowsy", "sort-the-sayings-cards")[10] == [1]
    marks = marks_of(course, "drowsy", "before-and-after")
    assert (marks[8], marks[9], marks[10]) == (["na"], ["na"], [1])


def test_what_an_exercise_tells_of_itself_is_read_from_its_own_file(course):
    for standing in standings_of(course)["told"]:
        marks = marks_of(course, "told", standing.unit.name)
        leads_on = int(standing.unit.path.stem == "sort-the-sayings")
        assert marks == {1: [1], 2: [1], 3: [1], 4: [leads_on], 5: ["na"]}, standing.unit.name
    assert "Title: Lights out. Aim: skill: Ending on time." in text_of(course, "told")
    assert "75%" in text_of(course, "told") and "the same for all Nobody was asked." in text_of(course, "told")


def test_the_page_shows_every_item_of_every_instrument_also_what_nobody_marked(course_book):
    page = BeautifulSoup((course_book / "book/evidence/rubrics.html").read_text(encoding="utf-8"), "html.parser")
    cards = [each for each in page.select("details.rubric") if "counted, and how" not in each.summary.text]
    assert [len(each.select("li")) for each in cards] == [10] * 3 + [5] * 4 + [2]
    assert "not marked" in cards[0].text and "what was marked" in page.text.lower()
    assert page.find("a", href="../../exercises/lights-out.html")


def test_the_empty_form_asks_for_what_people_mark_and_nothing_else(course_copy, monkeypatch):
    form = yaml.safe_load(run(course_copy, monkeypatch, "blank").output)
    asked = [(entry["instrument"], entry["unit"], list(entry["items"])) for entry in form["marks"]]
    units = [PAGE, "sort-the-sayings-cards", "before-and-after"]
    assert asked == [*(("drowsy", unit, [1, 2]) for unit in units), ("depth", PAGE, [1, 2])]
    unknown = run(course_copy, monkeypatch, "blank", "drowzy")
    assert "There is no instrument 'drowzy'; did you mean `drowsy`?" in unknown.output


def test_marks_stand_beside_what_was_counted_with_the_words_that_earn_them(rate, course_copy):
    rate("first", {("drowsy", 2): 0}, because="Sentences are hard.")
    project = Project(course_copy)
    assert [str(problem) for problem in problems(project)] == []
    assert marks_of(project, "drowsy", PAGE)[2] == [0]
    text = text_of(project, "drowsy")
    assert "awake first Sentences are hard." in text and "one of the makers of this course" in text
    assert "nothing can be said of agreement" in text


def test_two_raters_are_both_shown_and_compared(rate, course_copy):
    rate("first", {("drowsy", 2): 0, ("depth", 1): 3})
    rate("second", {("drowsy", 2): 1, ("depth", 1): 2})
    project = Project(course_copy)
    assert marks_of(project, "drowsy", PAGE)[2] == [0, 1]
    found = agreement(project, instruments_of(project)["drowsy"])
    assert (found.pairs, found.equal, found.percent) == (6, 3, 50)
    assert agreement(project, instruments_of(project)["told"]) is None
    assert "both gave the same mark to 3, which is 50%" in text_of(project, "drowsy")


def test_kappa_is_that_of_the_books():
    # Twenty times yes by both, fifteen times no by both, five and ten times one each: Cohen's own kind of example.
    pairs = [(1, 1)] * 20 + [(1, 0)] * 5 + [(0, 1)] * 10 + [(0, 0)] * 15
    assert kappa((0, 1), pairs) == pytest.approx(0.4)
    assert kappa((0, 1), [(1, 1)] * 9) is None
    assert kappa((1, 2, 3, 4, 5), [(1, 2), (5, 4), (3, 3)]) > kappa((1, 2, 3, 4, 5), [(1, 5), (5, 1), (3, 3)])


def test_marks_of_words_that_have_changed_are_shown_as_old_and_stop_nothing(rate, course_copy, monkeypatch):
    path = rate("first", quote=None)
    change(course_copy / PAGE, "Four|four", "Five")
    project = Project(course_copy)
    assert list(old_marks(project)) == [f"seeds/rubrics: first: words have changed since they were marked: {PAGE}."]
    assert "words have changed" in "".join(notices(project, raters_of(project)[0].marks[0].date))
    assert list(problems(project)) == []
    assert "these marks are of an earlier wording" in text_of(project, "drowsy")
    assert "(old)" in text_of(project, "depth")
    assert run(course_copy, monkeypatch, "again", str(path), PAGE).exit_code == 0
    assert list(old_marks(Project(course_copy))) == []


def test_old_marks_are_not_compared(rate, course_copy):
    rate("first")
    change(course_copy / PAGE, "Four|four", "Five")
    rate("second")
    project = Project(course_copy)
    assert agreement(project, instruments_of(project)["depth"]) is None
    assert agreement(project, instruments_of(project)["drowsy"]).pairs == 4


def test_words_that_are_quoted_stand_there(rate, course_copy):
    path = rate("first")
    change(path, "because: It is so.", f"quote: {QUOTE}")
    assert list(problems(Project(course_copy))) == []
    change(path, QUOTE, "A panel of owls says so, too")
    (problem,) = problems(Project(course_copy))
    assert re.match(rf"seeds/rubrics/first\.yml:\d+: these words don't stand in {PAGE}: A panel of owls", str(problem))


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("instrument: drowsy", "instrument: drowzy", "there is no instrument 'drowzy'; did you mean `drowsy`?"),
        (f"unit: {PAGE}", "unit: book/modules/naps.md", "The Drowsiness List is not held against"),
        ("mark: 1", "mark: 7", "item 1 has the mark 7; take one of 0, 1, na"),
        ("mark: 1", "mark: maybe", "`marks.0.items.1.mark"),
        ("because: It is so.", "because: ''", "is empty"),
        (" {6}because: It is so.\n", "", "says no reason; write `quote`"),
        (" {4}2:", "    3:", "item 2 of The Drowsiness List has no mark (Its sentences are soft)"),
        ("digest: sha256:", "digest: ", "digest"),
        ("unit: sort-the-sayings-cards", f"unit: {PAGE}", "is marked twice"),
    ],
)
def test_a_wrong_mark_is_named_with_file_line_and_reason(rate, course_copy, right, wrong, message):
    path = rate("first")
    change(path, right, wrong)
    found = [str(problem) for problem in problems(Project(course_copy))]
    assert any(re.match(r"seeds/rubrics/first\.yml:\d+: ", each) and message in each for each in found), found


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("rule: captions", "rule: captoins", "there is no rule 'captoins'; did you mean `captions`?"),
        ("rule: cues, limit: 1", "rule: cues", "the rule cues needs `limit`"),
        ("id: 10", "id: 9", "two items have the same `id`"),
        ("0: awake, ", "", "`labels` has no word for 0"),
        ("pages: .book/modules/sleep.md.", "pages: [book/modules/naps.md]", "drowsy: there is no page"),
        ("sort-the-sayings-cards", "sort-the-sayings-card", "there is no sheet 'sort-the-sayings-card'; did you mean"),
        ("pages: .exercises/..md.", "pages: [book/help.md]", "told: its rules are for exercises, and help.md is none"),
    ],
)
def test_a_wrong_instrument_is_named_with_file_line_and_reason(course_copy, right, wrong, message):
    change(course_copy / "seeds" / "rubrics" / "instruments.yml", right, wrong)
    with pytest.raises(SourceError, match=r"seeds/rubrics/instruments\.yml:\d+: ") as raised:
        units_of(Project(course_copy))
    assert message in str(raised.value)


def test_a_course_without_instruments_has_no_marks(course_copy):
    (course_copy / "seeds" / "rubrics" / "instruments.yml").unlink()
    project = Project(course_copy)
    assert (instruments_of(project), standings_of(project), list(problems(project))) == ({}, {}, [])
