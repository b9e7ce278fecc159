"""A course on another subject can be answered, planned and shown on the stage in a browser."""

import pytest
from playwright.sync_api import expect

from betweenus.exercises import exercises_of


def test_a_plan_can_be_shown_from_its_first_step_to_its_last(tab, served_course):
    page = tab()
    page.goto(f"{served_course}/book/facilitators/evening.html")
    page.get_by_label("Minutes").first.fill("60")
    page.get_by_role("button", name="Make the plan").click()
    page.get_by_role("button", name="Show on a projector").first.click()
    stage = page.locator("dialog.stage")
    expect(stage).to_be_visible()
    for number in range(1, 10):
        page.keyboard.press("ArrowRight")
        expect(stage).to_contain_text(f"Step {number} of 9")
        if number == 1:
            expect(stage).to_contain_text("Welcome. Sit where you like.")
    expect(stage).to_contain_text("Good night. Come home safely.")
    page.keyboard.press("Escape")
    stage.get_by_role("button", name="End", exact=True).click()
    expect(stage).to_be_hidden()


def test_what_is_written_is_found_again_among_my_pages_by_its_module(tab, served_course):
    page = tab()
    page.goto(f"{served_course}/notebooks/sleep.html")
    page.wait_for_selector("[data-ready]")
    page.get_by_label("What was a good night like?").fill("Rain on the roof")
    expect(page.get_by_text("Only in this tab · 1 answer")).to_be_visible()
    page.goto(f"{served_course}/notebooks/my-pages.html")
    expect(page.locator("main")).to_contain_text("Rain on the roof")
    expect(page.locator("main").get_by_role("heading", name="Sleep")).to_be_visible()


def test_a_figure_explorer_steps_through_the_course_s_own_figures(tab, served_course):
    page = tab()
    page.goto(f"{served_course}/notebooks/sleep.html")
    explorer = page.locator("[data-reflection=figure-explorer]")
    expect(explorer.get_by_role("button", name="Next")).to_be_visible()
    explorer.get_by_role("button", name="Next").click()
    expect(explorer.locator(".figure-explorer-frame:visible")).to_contain_text("and how sure that is")


def test_the_planner_adds_up_exercises_of_the_course(tab, served_course, course):
    page = tab()
    page.goto(f"{served_course}/book/facilitators/evening.html")
    for exercise in exercises_of(course):
        expect(page.locator("main")).to_contain_text(exercise.front.title)


@pytest.mark.parametrize("medium", ["screen", "print"])
def test_the_foot_of_a_page_says_who_signed_for_it_without_a_script_and_on_paper(tab, served_course, medium):
    page = tab(java_script_enabled=False)
    page.emulate_media(media=medium)
    page.goto(f"{served_course}/book/modules/sleep.html")
    signed = page.get_by_role("region", name="Reviews of this page")
    expect(signed).to_be_visible()
    expect(signed).to_contain_text("Approved for being restful by Mx Made Up, sleeper")
    page.goto(f"{served_course}/book/privacy.html")
    expect(signed).to_have_count(0)
