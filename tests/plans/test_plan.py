"""A session plan keeps to its time, goes from light to deep and back, and says what it left out."""

import json
from dataclasses import replace
from datetime import date, time

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from pypdf import PdfReader

from betweenus.cli import main
from betweenus.exercises import exercises_of
from betweenus.plans.formats import name_of, printed_notes, printed_rows, to_ics, to_json, to_markdown
from betweenus.plans.plan import BREAK, PlanError, Wishes, clock, make_plan
from betweenus.plans.reasons import Reason
from betweenus.project import Project
from tests.plans.exercises import A_DAY, exercise
from tests.tiny import COURSE

PROJECT = Project(COURSE)
WORDS = PROJECT.words
EXERCISES = A_DAY
MODULES = ["dreams", "sleep"]
wished = st.builds(
    Wishes,
    minutes=st.integers(1, 480),
    group=st.integers(1, 40),
    module=st.sampled_from(MODULES),
    format=st.sampled_from(["in-room", "online", "paper"]),
    max_depth=st.integers(1, 3),
    breaks=st.sampled_from([True, False, None]),
)
WISHES = Wishes(minutes=90, group=12, module=MODULES[0])
EVENING = make_plan(exercises_of(PROJECT), Wishes(minutes=90, group=12, module="sleep"))
START = time(18, 30)


def plan_or_reason(wishes):
    try:
        return make_plan(EXERCISES, wishes)
    except PlanError:
        return None


@settings(max_examples=150)
@given(wished)
def test_the_parts_of_a_plan_add_up_and_follow_each_other(wishes):
    plan = plan_or_reason(wishes)
    if plan is None:
        return
    assert sum(item.minutes for item in plan.items) == wishes.minutes
    ends = 0
    for row in plan.rows():
        assert row.begin == ends
        ends = row.begin + row.minutes
    assert ends == wishes.minutes


@settings(max_examples=150)
@given(wished)
def test_every_exercise_of_a_plan_suits_the_group(wishes):
    plan = plan_or_reason(wishes)
    for item in plan.items if plan else ():
        if item.exercise:
            front = item.exercise.front
            assert front.group.min <= wishes.group <= front.group.max
            assert wishes.format in front.formats
            assert front.depth <= wishes.max_depth


@settings(max_examples=150)
@given(wished)
def test_what_goes_deep_is_never_first_and_never_last(wishes):
    plan = plan_or_reason(wishes)
    depths = [item.exercise.front.depth for item in plan.items if item.exercise] if plan else [1]
    assert depths[0] < 3 and depths[-1] < 3


@settings(max_examples=150)
@given(wished)
def test_a_break_stands_between_exercises(wishes):
    plan = plan_or_reason(wishes)
    for place, item in enumerate(plan.items if plan else ()):
        if item.kind == "break":
            assert item.minutes == BREAK
            assert plan.items[place - 1].exercise and plan.items[place + 1].exercise


@settings(max_examples=100)
@given(wished)
def test_the_same_wishes_make_the_same_plan(wishes):
    assert plan_or_reason(wishes) == plan_or_reason(wishes)


@settings(max_examples=100)
@given(wished)
def test_every_exercise_looked_at_is_in_the_plan_or_left_out_with_a_reason(wishes):
    plan = plan_or_reason(wishes)
    if plan is None:
        return
    inside = {item.exercise.name for item in plan.items if item.exercise}
    outside = {left.name for left, reason in plan.left_out if reason.said(WORDS)}
    looked_at = {each.name for each in EXERCISES if each.front.module in (wishes.module, "group")}
    assert inside | outside == looked_at and not inside & outside


@given(st.times(), st.integers(0, 2000))
def test_the_clock_goes_round_at_midnight(start, minute):
    then = clock(start, minute)
    assert then.hour * 60 + then.minute == (start.hour * 60 + start.minute + minute) % 1440


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"minutes": 12}, r"12 minutes are too short: .* Plan \d+ minutes or more"),
        ({"group": 200}, r"No exercise of dreams fits: .* is for \d+ people at most"),
        ({"module": "cooking"}, "There are no exercises of the module 'cooking'"),
        ({"minutes": 0}, "can't be planned; take 1 to 480"),
        ({"group": 0}, "has nobody in it"),
        ({"format": "radio"}, "take one of in-room, online, paper"),
        ({"max_depth": 4}, "take 1, 2 or 3"),
    ],
)
def test_a_wish_that_cannot_be_met_is_answered_with_what_could(change, said):
    with pytest.raises(PlanError, match=said):
        make_plan(EXERCISES, replace(WISHES, **change))


@settings(max_examples=100)
@given(wished)
def test_a_wish_without_a_plan_is_answered_in_a_sentence(wishes):
    try:
        make_plan(EXERCISES, wishes)
    except PlanError as error:
        said = error.said(WORDS)
    else:
        said = "A plan."
    assert said.endswith(".") and "%" not in said


def test_a_plan_as_markdown_has_every_step_with_its_time():
    text = to_markdown(EVENING, START, PROJECT)
    assert text.startswith("# Sleep: 90 minutes\n\nFor 12 people, in a room.\n")
    for row in EVENING.rows():
        begins = f"{clock(START, row.begin):%H:%M}"
        assert f"| {begins} | {row.minutes} | {name_of(row.item, WORDS)} |" in text
    assert "| 20:00 | | End | |" in text


def test_a_plan_as_json_holds_the_same_rows():
    content = json.loads(to_json(EVENING, START, PROJECT))
    assert [row["minutes"] for row in content["rows"]] == [row.minutes for row in EVENING.rows()]
    assert content["ends"] == "20:00"


def test_a_plan_in_a_calendar_names_no_subject():
    text = to_ics(EVENING, START, date(2027, 1, 14), PROJECT)
    events = Calendar.from_ical(text).walk("VEVENT")
    assert events[0].decoded("dtstart").strftime("%Y-%m-%d %H:%M") == "2027-01-14 18:30"
    assert events[-1].decoded("dtend").strftime("%H:%M") == "20:00"
    assert not any(item.exercise.front.title.encode() in text for item in EVENING.items if item.exercise)


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (Reason("group-too-small", 4), "needs 4 people or more"),
        (Reason("group-too-large", 12), "is for 12 people at most"),
        (Reason("format", "paper"), "is not made for paper"),
        (Reason("depth", 3), "goes to depth 3"),
        (Reason("opening"), "another opening fits this length better"),
        (Reason("closing"), "another closing fits this length better"),
        (Reason("nothing-lighter"), "goes deep, and there is no time for a lighter exercise before it and after it"),
        (Reason("no-time"), "no time is left for it"),
    ],
)
def test_every_reason_has_its_words(reason, said):
    assert reason.said(WORDS) == said


def test_a_plan_on_paper_has_its_times_and_what_it_lacks():
    assert printed_rows(EVENING, WORDS, START)[0].clock == "18:30"
    assert printed_rows(EVENING, WORDS)[0].clock == ""
    notes = printed_notes(EVENING, WORDS)
    assert notes[0] == "For 12 people, in a room."
    assert len([note for note in notes if note.startswith("Not in this plan: ")]) == len(EVENING.left_out)


def test_the_longest_opening_is_taken_where_there_is_time_for_it():
    parts = [exercise("hello", 5, "group", "opening"), exercise("agreements", 15, "group", "opening")]
    for minutes, opens in ((45, "hello"), (60, "agreements")):
        plan = make_plan([*parts, exercise("talk", 20)], Wishes(minutes, 12, "sleep"))
        assert plan.items[0].exercise.name == opens


def run(*arguments) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["plan", *arguments])
    return result.exit_code, result.output


@pytest.fixture
def evening(monkeypatch):
    monkeypatch.chdir(COURSE)
    return ["--minutes", "90", "--group", "12", "--module", "sleep"]


def test_the_command_prints_a_plan_that_ends_on_time(evening):
    code, said = run(*evening, "--start", "18:30")
    assert code == 0
    assert "| 18:30 |" in said and "| 20:00 | | End |" in said


def test_a_plan_as_pdf_has_its_clock_times(evening, tmp_path):
    code, _ = run(*evening, "--as", "pdf", "--out", str(tmp_path / "plan.pdf"))
    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "plan.pdf").pages)
    assert code == 0
    assert "18:30" in text and "20:00" in text


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--start", "25:00"], "is no time of day; write it like 18:30"),
        (["--as", "ics"], "A calendar file needs the day: add --date"),
        (["--as", "ics", "--date", "9999-12-31", "--start", "23:30"], "would end after the last day there is"),
        (["--as", "pdf"], "A PDF needs a file: add --out"),
        (["--max-depth", "7"], "take 1, 2 or 3"),
    ],
)
def test_an_option_that_cannot_work_says_what_would(evening, options, said):
    code, output = run(*evening, *options)
    assert code != 0 and said in output
