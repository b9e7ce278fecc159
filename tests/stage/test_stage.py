"""What the stage is given: words to see, words for the leaders, and times."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from betweenus.exercises import exercises_of
from betweenus.plans.plan import Wishes, make_plan
from betweenus.project.words import words_of
from betweenus.stage.slides import exercise_slides, plan_slides, stage_view
from tests.plans.exercises import exercise

WORDS = words_of("en")


@pytest.fixture(scope="module")
def exercises(course):
    return exercises_of(course)


def test_each_step_of_an_exercise_is_a_slide(exercises):
    for each in exercises:
        slides = exercise_slides(each)
        assert [slide["show"] for slide in slides] == [step.show for step in each.front.steps]
        assert [slide["notes"] for slide in slides] == [step.text for step in each.front.steps]
        assert {slide["title"] for slide in slides} == {each.front.title}
        assert sum(slide["minutes"] for slide in slides) == each.minutes


@given(minutes=st.integers(60, 240), start=st.times())
def test_a_plan_s_slides_follow_each_other_without_a_gap(exercises, minutes, start):
    plan = make_plan(exercises, Wishes(minutes, 12, "sleep"))
    slides = plan_slides(plan, start)
    assert sum(slide["minutes"] for slide in slides) == minutes
    begins = [slide["begins"] for slide in slides]
    assert begins[0] == start.hour * 60 + start.minute
    for now, then, slide in zip(begins, begins[1:], slides, strict=False):
        assert (then - now) % (24 * 60) == slide["minutes"]


def test_a_break_has_nothing_to_show_but_what_it_is_called(course):
    plan = make_plan([exercise("talk", 50), exercise("play", 50)], Wishes(120, 12, "sleep"))
    (pause,) = [slide for slide in plan_slides(plan) if slide["kind"] == "break"]
    assert pause == {
        "kind": "break",
        "minutes": 10,
        "title": "",
        "step": "",
        "show": "",
        "notes": "",
        "begins": None,
    }
    assert '"break": "Break"' in stage_view(course)


def test_no_words_of_an_exercise_can_end_its_script():
    html = WORDS.render("stage/entry.html", slides=[{"show": "</script><b>&amp;'\""}])
    assert html.count("</script>") == 1 and "<b>" not in html
    (content,) = re.findall(r"<script[^>]*>(.*)</script>", html)
    assert json.loads(content) == [{"show": "</script><b>&amp;'\""}]
