"""Exercises can be found, read by those who take part and those who lead, and put together to a plan."""

import json

import pytest

from betweenus.exercises import exercises_of
from betweenus.exercises.exercise import FOR_LEADERS, SECTIONS
from betweenus.project import Project
from tests.browser.expecting import expect
from tests.tiny import COURSE

EXERCISES = {exercise.name: exercise for exercise in exercises_of(Project(COURSE))}
PAGE = "exercises/the-hour-before-bed.html"
OTHER_PAGE = "exercises/lights-out.html"
INDEX = "book/facilitators/evening.html"
# Of each plan that is shown: its caption, how long each part takes, and when the last one ends.
PLANS = """(tables) => tables.map((table) => {
  const words = (selector) => [...table.querySelectorAll(selector)].map((each) => each.innerText);
  return [table.caption.innerText, words("td:nth-child(2)"), words("td:first-child").at(-1)];
})"""
OPENING, MAIN, CLOSING = "a-yawn-each", "sort-the-sayings", "lights-out"


def add(page, *names):
    for name in names:
        page.locator(f"[data-add={name}]").click()


def make_plan(page, **wishes):
    for name, value in wishes.items():
        page.locator(f"[data-wishes] [name={name}]").fill(str(value))
    page.get_by_role("button", name="Make the plan").click()


def titles(page) -> list[str]:
    return page.locator("[data-items] [data-title]").all_inner_texts()


def test_without_script_all_of_an_exercise_is_there(tab, course_address):
    page = tab(java_script_enabled=False)
    page.goto(f"{course_address}/{PAGE}")
    for key in FOR_LEADERS:
        expect(page.get_by_role("heading", name=SECTIONS[key].replace("'", "’"))).to_be_visible()
    expect(page.get_by_text("Facilitator’s view")).to_be_hidden()


def test_the_facilitator_s_view_is_shown_by_a_switch_and_remembered_in_the_tab(tab, course_address):
    page = tab()
    page.goto(f"{course_address}/{PAGE}")
    words = page.get_by_role("heading", name="Words to say")
    expect(words).to_be_hidden()
    page.get_by_role("switch", name="Facilitator’s view").check()
    expect(words).to_be_visible()
    page.goto(f"{course_address}/{OTHER_PAGE}")
    expect(words).to_be_visible()
    assert page.evaluate("Object.keys(localStorage)") == []


def test_a_new_tab_does_not_show_the_facilitator_s_view(tab, course_address):
    tab().goto(f"{course_address}/{PAGE}")
    page = tab()
    page.goto(f"{course_address}/{PAGE}")
    expect(page.get_by_role("heading", name="Words to say")).to_be_hidden()


def test_a_link_into_the_facilitator_s_part_opens_it(tab, course_address):
    page = tab()
    page.goto(f"{course_address}/{PAGE}#if-something-comes-up")
    expect(page.get_by_role("heading", name="If something comes up")).to_be_in_viewport()


def test_on_paper_the_facilitator_s_part_is_there(tab, course_address):
    page = tab()
    page.goto(f"{course_address}/{PAGE}")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="Words to say")).to_be_visible()


def test_without_script_the_index_lists_every_exercise_with_its_facts(tab, course_address):
    page = tab(java_script_enabled=False)
    page.goto(f"{course_address}/{INDEX}")
    for exercise in EXERCISES.values():
        item = page.locator(".exercises li", has=page.get_by_role("link", name=exercise.front.title, exact=True))
        assert f"{exercise.minutes} minutes" in item.inner_text()
    expect(page.locator("form.filter")).to_be_hidden()
    expect(page.locator("[data-planner]")).to_be_hidden()


@pytest.mark.parametrize(
    ("label", "value", "fits"),
    [
        ("Module", "sleep", lambda exercise: exercise.front.module == "sleep"),
        ("Minutes", "10", lambda exercise: exercise.minutes <= 10),
        ("Group", "2", lambda exercise: exercise.front.group.min <= 2 <= exercise.front.group.max),
        ("Works", "online", lambda exercise: "online" in exercise.front.formats),
        ("Depth", "1", lambda exercise: exercise.front.depth == 1),
    ],
)
def test_the_index_shows_what_fits_the_choice(tab, served_course, label, value, fits):
    page = tab()
    page.goto(f"{served_course}/{INDEX}")
    page.locator("form.filter").get_by_role("combobox", name=label).select_option(value)
    shown = set(page.locator(".exercises li:visible a").all_inner_texts())
    assert shown == {exercise.front.title for exercise in EXERCISES.values() if fits(exercise)}


def test_a_plan_shows_when_each_part_begins_and_the_whole_ends(tab, course_address):
    page = tab()
    page.goto(f"{course_address}/{INDEX}")
    add(page, OPENING, MAIN, CLOSING)
    page.get_by_label("Begins at").fill("19:55")
    clocks = page.locator("[data-items] [data-clock]").all_inner_texts()
    minutes = [EXERCISES[name].minutes for name in (OPENING, MAIN, CLOSING)]
    assert clocks == ["19:55", "20:05", f"20:{5 + minutes[1]:02}"]
    expect(page.locator("[data-sum]")).to_contain_text(f"{sum(minutes)} minutes, until")
    expect(page.locator("[data-notes] li")).to_have_count(0)


def test_a_plan_is_put_in_order_by_keyboard_alone_and_the_focus_goes_along(tab, course_address):
    page = tab()
    page.goto(f"{course_address}/{INDEX}")
    add(page, MAIN, OPENING)
    page.locator("[data-items] summary").nth(1).click()
    page.get_by_role("button", name=f"Earlier: {EXERCISES[OPENING].front.title}").focus()
    page.keyboard.press("Enter")
    assert titles(page) == [EXERCISES[OPENING].front.title, EXERCISES[MAIN].front.title]
    expect(page.get_by_role("button", name=f"Later: {EXERCISES[OPENING].front.title}")).to_be_focused()


def test_a_plan_is_put_in_order_by_dragging(tab, reading_in, course_address):
    if reading_in == "firefox":
        pytest.skip("firefox: its driver can't drag")
    page = tab()
    page.goto(f"{course_address}/{INDEX}")
    add(page, MAIN, OPENING)
    items = page.locator("[data-items] > li")
    items.nth(1).drag_to(items.nth(0))
    assert titles(page) == [EXERCISES[OPENING].front.title, EXERCISES[MAIN].front.title]


def test_a_plan_says_what_it_lacks(tab, course_address):
    page = tab()
    page.goto(f"{course_address}/{INDEX}")
    add(page, MAIN)
    expect(page.locator("[data-notes]")).to_contain_text("Nothing opens the meeting yet")
    expect(page.locator("[data-notes]")).to_contain_text("Nothing closes the meeting yet")


def test_a_plan_outlives_a_reload_and_not_the_quick_exit(tab, served_course):
    page = tab()
    page.goto(f"{served_course}/{INDEX}")
    add(page, OPENING, MAIN)
    page.reload()
    assert len(titles(page)) == 2
    kept = page.evaluate("sessionStorage.getItem('betweenus/good-night/#:plan')")
    assert json.loads(kept)["names"] == [OPENING, MAIN]
    page.route("https://**", lambda route: route.fulfill(body="elsewhere"))
    page.get_by_role("link", name="Quick exit").last.click()
    page.wait_for_url("https://**")
    page.goto(f"{served_course}/{INDEX}")
    assert titles(page) == []


def test_a_part_is_taken_out_and_all_begun_anew(tab, served_course):
    page = tab()
    page.goto(f"{served_course}/{INDEX}")
    add(page, OPENING, MAIN)
    page.get_by_role("button", name="Add a break").click()
    page.locator("[data-items] summary").first.click()
    page.get_by_role("button", name=f"Take out: {EXERCISES[OPENING].front.title}").click()
    assert titles(page) == [EXERCISES[MAIN].front.title, "Break"]
    page.get_by_role("button", name="Begin anew").click()
    expect(page.get_by_text("Nothing is chosen yet")).to_be_visible()


def test_only_the_plan_is_printed(tab, served_course):
    page = tab()
    page.add_init_script("window.print = () => {}")
    page.goto(f"{served_course}/{INDEX}")
    add(page, OPENING)
    page.locator("[data-planner] [data-print]").click()
    page.emulate_media(media="print")
    expect(page.locator("[data-items]")).to_be_visible()
    expect(page.locator(".exercises").first).to_be_hidden()


def test_ready_made_plans_are_there_without_script_and_add_up(tab, served_course):
    page = tab(java_script_enabled=False)
    page.goto(f"{served_course}/{INDEX}")
    for fold in page.locator(".ready > details > summary").all():
        fold.click()
    plans = page.locator("table.plan").evaluate_all(PLANS)
    assert plans
    for caption, lengths, end in plans:
        wanted = int(caption.split(": ")[1].split()[0])
        assert sum(int(cell.split()[0]) for cell in lengths if cell.strip()) == wanted
        assert end == str(wanted)
