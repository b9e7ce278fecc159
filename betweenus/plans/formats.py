"""A session plan as Markdown, JSON, a calendar file or a PDF."""

import json
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from typing import NamedTuple

from icalendar import Calendar, Event

from betweenus.exercises.exercise import FORMATS as NAMES
from betweenus.plans.plan import Plan, clock


def title(plan: Plan) -> str:
    return f"{plan.wishes.module.replace('-', ' ').capitalize()}: {plan.wishes.minutes} minutes"


def subtitle(plan: Plan) -> str:
    return f"For {plan.wishes.group} people, {NAMES[plan.wishes.format]}."


def to_markdown(plan: Plan, start: time) -> str:
    lines = [f"# {title(plan)}", "", subtitle(plan), ""]
    lines += ["| Time | Minutes | What | Step |", "| --- | --- | --- | --- |"]
    for row in plan.rows():
        step = f"**{row.step}.** {row.text}" if row.step else ""
        lines.append(f"| {clock(start, row.begin)} | {row.minutes} | {row.part} | {step} |")
    lines += [f"| {clock(start, plan.wishes.minutes)} | | End | |"]
    if materials := needed(plan):
        lines += ["", "## You need", "", *(f"- {material}" for material in materials)]
    if plan.left_out:
        lines += ["", "## Not in this plan", ""]
        lines += [f"- {exercise.front.title}: {reason}." for exercise, reason in plan.left_out]
    return "\n".join(lines) + "\n"


def needed(plan: Plan) -> list[str]:
    """What the exercises of a plan need, each thing once."""
    return list(
        dict.fromkeys(
            material for item in plan.items if item.exercise for material in item.exercise.front.materials
        )
    )


def to_json(plan: Plan, start: time) -> str:
    parts = [
        {
            "begins": clock(start, row.begin),
            "minutes": row.minutes,
            "part": row.part,
            "step": row.step,
            "text": row.text,
        }
        for row in plan.rows()
    ]
    left_out = [{"exercise": exercise.name, "because": reason} for exercise, reason in plan.left_out]
    content = {
        "title": title(plan),
        "group": plan.wishes.group,
        "format": plan.wishes.format,
        "ends": clock(start, plan.wishes.minutes),
        "rows": parts,
        "materials": needed(plan),
        "left_out": left_out,
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def to_ics(plan: Plan, start: time, day: date) -> bytes:
    """A calendar file with one entry a part, in the local time of whoever opens it.

    The entries name no subject: a calendar is often seen by others.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Between Us//plan//EN")
    calendar.add("version", "2.0")
    begins = datetime.combine(day, start)
    for place, item in enumerate(plan.items, start=1):
        event = Event()
        event.add("summary", f"Part {place}" if item.exercise else item.title)
        event.add("dtstart", begins)
        event.add("dtend", begins + timedelta(minutes=item.minutes))
        event.add("dtstamp", datetime.combine(day, time()))
        event.add("uid", f"{sha256(f'{begins} {item.title}'.encode()).hexdigest()[:24]}@betweenus")
        calendar.add_component(event)
        begins += timedelta(minutes=item.minutes)
    return calendar.to_ical()


class PlanRow(NamedTuple):
    """One line of a plan on paper.

    Attributes:
        clock: when it begins, as it is to be shown ("18:30").
        minutes: how long it takes.
        name: what it is, in a few words.
        text: what happens in it; may be empty.
    """

    clock: str
    minutes: int
    name: str
    text: str


def printed_rows(plan: Plan, start: time | None = None) -> list[PlanRow]:
    """The lines of a plan on paper, with the time of day, or without a start with the minute."""
    return [
        PlanRow(
            clock(start, row.begin) if start else str(row.begin),
            row.minutes,
            f"{row.part}: {row.step}" if row.step else row.part,
            row.text,
        )
        for row in plan.rows()
    ]


def printed_notes(plan: Plan) -> list[str]:
    notes = [subtitle(plan)]
    if materials := needed(plan):
        notes.append(f"You need: {'; '.join(materials)}.")
    return notes + [f"Not in this plan: {each.front.title} ({reason})." for each, reason in plan.left_out]
