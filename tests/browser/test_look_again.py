"""From My pages one can take a day for a calendar, and ask for a next step; neither leaves anything behind."""

from datetime import date, timedelta
from pathlib import Path

import icalendar
import pytest

from tests.browser.expecting import expect

MY_PAGES = "notebooks/my-pages.html"
# Everything that the browser holds for the book.
HELD = """async () => JSON.stringify([
  { ...sessionStorage }, { ...localStorage }, document.cookie, location.href, history.state, await caches.keys(),
  await indexedDB.databases(),
])"""


def test_a_day_for_the_calendar_is_saved_under_a_name_that_tells_nothing(tab, course_address, tmp_path):
    page = tab()
    page.goto(f"{course_address}/{MY_PAGES}")
    reminder = page.locator("[data-reflection=reminder]")
    expect(reminder.get_by_label("No reminder")).to_be_checked()
    before = page.evaluate(HELD)
    reminder.get_by_label("In four weeks").check()
    with page.expect_download() as saving:
        reminder.get_by_role("button", name="Make a calendar file").click()
    assert saving.value.suggested_filename == "reminder.ics"
    saving.value.save_as(tmp_path / "file")
    (event,) = icalendar.Calendar.from_ical((tmp_path / "file").read_bytes()).events
    assert event["DTSTART"].dt - date.today() in (timedelta(days=27), timedelta(days=28), timedelta(days=29))
    assert event["SUMMARY"] == "Reminder"
    assert page.evaluate(HELD) == before


@pytest.mark.thorough
def test_the_script_for_calendars_comes_only_when_it_is_used(tab, served_course):
    page = tab()
    asked = []
    page.on("request", lambda request: asked.append(Path(request.url.partition("?")[0]).name))
    page.goto(f"{served_course}/{MY_PAGES}")
    reminder = page.locator("[data-reflection=reminder]")
    reminder.get_by_label("In a year").check()
    assert "betweenus-calendar.js" not in asked
    with page.expect_download():
        reminder.get_by_role("button", name="Make a calendar file").click()
    assert "betweenus-calendar.js" in asked


@pytest.mark.thorough
def test_a_next_step_is_shown_to_those_who_ask_and_leaves_nothing(tab, served_course):
    page = tab()
    page.goto(f"{served_course}/notebooks/sleep.html")
    page.wait_for_selector("[data-ready]")
    page.get_by_label("And what is a bad one like?").fill("Long")
    page.goto(f"{served_course}/{MY_PAGES}")
    shown = page.locator("[data-reflection=next-step] [data-shown]")
    expect(page.locator("[data-reflection=my-pages]")).to_contain_text("Long")
    expect(shown).to_be_empty()
    before = page.evaluate(HELD)
    page.get_by_role("button", name="A next step, if you like").click()
    expect(shown).to_contain_text("Because you wrote in the pages on “Sleep”.")
    assert page.evaluate(HELD) == before
    shown.get_by_role("link").click()
    expect(page).to_have_url(f"{served_course}/book/glossary.html")
