"""What the stage is given: words to see, words for the leaders, times, and help near the group."""

import json
import re
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from betweenus.exercises import read_exercises
from betweenus.plans.plan import Wishes, make_plan
from betweenus.stage.slides import (
    HELP_LINES,
    exercise_slides,
    help_lines,
    plan_slides,
    stage_view,
    templates,
)

SERVICES = """
sphinx:
  config:
    betweenus_services:
"""


@pytest.fixture(scope="module")
def exercises(root):
    return read_exercises(root)


def test_each_step_of_an_exercise_is_a_slide(exercises):
    for exercise in exercises:
        slides = exercise_slides(exercise)
        assert [slide["show"] for slide in slides] == [step.show for step in exercise.front.steps]
        assert [slide["notes"] for slide in slides] == [step.text for step in exercise.front.steps]
        assert {slide["title"] for slide in slides} == {exercise.front.title}
        assert sum(slide["minutes"] for slide in slides) == exercise.minutes


@given(minutes=st.integers(60, 240), start=st.times())
def test_a_plan_s_slides_follow_each_other_without_a_gap(exercises, minutes, start):
    plan = make_plan(exercises, Wishes(minutes, 12, "emotional-intimacy"))
    slides = plan_slides(plan, start)
    assert sum(slide["minutes"] for slide in slides) == minutes
    begins = [int(slide["begins"][:2]) * 60 + int(slide["begins"][3:]) for slide in slides]
    for now, then, slide in zip(begins, begins[1:], slides, strict=False):
        assert (then - now) % (24 * 60) == slide["minutes"]


def test_a_break_has_a_name_and_nothing_else_to_show(exercises):
    plan = make_plan(exercises, Wishes(120, 12, "emotional-intimacy"))
    (pause,) = [slide for slide in plan_slides(plan) if slide["title"] == "Break"]
    assert pause == {"title": "Break", "step": "", "minutes": 10, "show": "", "notes": "", "begins": ""}


def test_no_words_of_an_exercise_can_end_its_script():
    html = templates.get_template("stage/entry.html").render(slides=[{"show": "</script><b>&amp;'\""}])
    assert html.count("</script>") == 1 and "<b>" not in html
    (content,) = re.findall(r"<script[^>]*>(.*)</script>", html)
    assert json.loads(content) == [{"show": "</script><b>&amp;'\""}]


def test_the_stage_names_the_first_services_of_the_publisher(tmp_path, monkeypatch):
    about = "for: anyone, checked: 2026-11-01"
    lines = [f'      - {{name: "Line {number}", contact: "0{number}, at night", {about}}}\n' for number in range(5)]
    (tmp_path / "_config.yml").write_text(SERVICES + "".join(lines), encoding="utf-8")
    first = [f"Line {number}" for number in range(HELP_LINES)]
    assert [line.name for line in help_lines(tmp_path)] == first
    monkeypatch.setattr("betweenus.stage.slides.find_root", lambda: tmp_path)
    html = stage_view("https://example.org/", "Quick exit")
    assert "<strong>Line 0</strong>: 00, at night" in html
    assert "findahelpline.com" not in html


def test_without_services_it_names_a_list_of_lines_everywhere(tmp_path, monkeypatch):
    (tmp_path / "_config.yml").write_text("title: A course\n", encoding="utf-8")
    monkeypatch.setattr("betweenus.stage.slides.find_root", lambda: tmp_path)
    assert "findahelpline.com" in stage_view("https://example.org/", "Quick exit")
