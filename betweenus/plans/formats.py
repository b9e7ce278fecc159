"""A session plan in words: as Markdown, JSON, a calendar file, and the lines of a PDF."""

import json
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from typing import NamedTuple

from icalendar import Calendar, Event

from betweenus.exercises.exercise import FORMATS, Exercise
from betweenus.plans.plan import MIXED, Item, Plan, Row, clock
from betweenus.project import Project
from betweenus.project.words import Words


def about_title(about: str, project: Project) -> str:
    """What a plan is about: a module's title, or that it has something of each."""
    return project.words("Something of each") if about == MIXED else project.course.titles[about]


def title(plan: Plan, project: Project) -> str:
    module = about_title(plan.wishes.module, project)
    return project.words.count(
        "%(module)s: %(num)s minute", "%(module)s: %(num)s minutes", plan.wishes.minutes, module=module
    )


def title_with_times(plan: Plan, start: time, project: Project) -> str:
    begins, ends = (clock_words(start, minute, project.words) for minute in (0, plan.wishes.minutes))
    return project.words("%(title)s, %(begins)s to %(ends)s", title=title(plan, project), begins=begins, ends=ends)


def subtitle(plan: Plan, words: Words) -> str:
    way = words(FORMATS[plan.wishes.format])
    return words.count("For %(num)s person, %(way)s.", "For %(num)s people, %(way)s.", plan.wishes.group, way=way)


def name_of(item: Item, words: Words) -> str:
    """The title of an exercise, or what the time is for."""
    return item.exercise.front.title if item.exercise else words(item.label)


def clock_words(start: time, minute: int, words: Words) -> str:
    return words.clock(clock(start, minute))


def needed(plan: Plan) -> list[str]:
    """What the exercises of a plan need, each thing once."""
    exercises = [item.exercise for item in plan.items if item.exercise]
    return list(dict.fromkeys(material for each in exercises for material in each.front.materials))


def left_out(plan: Plan, words: Words) -> list[tuple[Exercise, str]]:
    """What is not in a plan, each with the reason in words."""
    return [(exercise, reason.said(words)) for exercise, reason in plan.left_out]


def to_markdown(plan: Plan, start: time, project: Project) -> str:
    words = project.words
    lines = [f"# {title(plan, project)}", "", subtitle(plan, words), ""]
    lines += [f"| {words('Time')} | {words('Minutes')} | {words('What')} | {words('Step')} |"]
    lines += ["| --- | --- | --- | --- |"]
    lines += [markdown_row(row, start, words) for row in plan.rows()]
    lines += [f"| {clock_words(start, plan.wishes.minutes, words)} | | {words('End')} | |"]
    if materials := needed(plan):
        lines += ["", f"## {words('You need')}", "", *(f"- {material}" for material in materials)]
    if others := left_out(plan, words):
        lines += ["", f"## {words('Not in this plan')}", ""]
        lines += [f"- {exercise.front.title}: {reason}." for exercise, reason in others]
    return "\n".join(lines) + "\n"


def markdown_row(row: Row, start: time, words: Words) -> str:
    step = f"**{row.step.name}.** {row.step.text}" if row.step else ""
    return f"| {clock_words(start, row.begin, words)} | {row.minutes} | {name_of(row.item, words)} | {step} |"


def to_json(plan: Plan, start: time, project: Project) -> str:
    """The plan for other programs: its keys and its clock times are the same in every language."""
    words = project.words
    content = {
        "title": title(plan, project),
        "group": plan.wishes.group,
        "format": plan.wishes.format,
        "ends": f"{clock(start, plan.wishes.minutes):%H:%M}",
        "rows": [json_row(row, start, words) for row in plan.rows()],
        "materials": needed(plan),
        "left_out": [{"exercise": each.name, "because": reason} for each, reason in left_out(plan, words)],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def json_row(row: Row, start: time, words: Words) -> dict:
    return {
        "begins": f"{clock(start, row.begin):%H:%M}",
        "minutes": row.minutes,
        "part": name_of(row.item, words),
        "step": row.step.name if row.step else "",
        "text": row.step.text if row.step else "",
    }


def to_ics(plan: Plan, start: time, day: date, project: Project) -> bytes:
    """A calendar file with one entry a part, in the local time of whoever opens it.

    The entries name no subject: a calendar is often seen by others.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Between Us//plan//EN")
    calendar.add("version", "2.0")
    begins = datetime.combine(day, start)
    for place, item in enumerate(plan.items, start=1):
        summary = project.words("Part %(number)s", number=place) if item.exercise else name_of(item, project.words)
        calendar.add_component(entry(item, begins, day, summary))
        begins += timedelta(minutes=item.minutes)
    return calendar.to_ical()


def entry(item: Item, begins: datetime, day: date, summary: str) -> Event:
    # An entry is the same in every language, and takes the place of the one that was made before.
    key = item.exercise.front.title if item.exercise else item.label
    event = Event()
    event.add("summary", summary)
    event.add("dtstart", begins)
    event.add("dtend", begins + timedelta(minutes=item.minutes))
    event.add("dtstamp", datetime.combine(day, time()))
    event.add("uid", f"{sha256(f'{begins} {key}'.encode()).hexdigest()[:24]}@betweenus")
    return event


class PlanRow(NamedTuple):
    """A line of a plan on paper.

    Attributes:
        clock: when it begins, as it is to be shown ("18:30"); empty where nobody has said when.
        minutes: how long it takes.
        name: what it is, in a few words.
        text: what happens in it; may be empty.
    """

    clock: str
    minutes: int
    name: str
    text: str


def printed_rows(plan: Plan, words: Words, start: time | None = None) -> list[PlanRow]:
    """The lines of a plan on paper, with the time of day if there is a start."""
    return [printed_row(row, words, start) for row in plan.rows()]


def printed_row(row: Row, words: Words, start: time | None) -> PlanRow:
    begins = clock_words(start, row.begin, words) if start else ""
    name = name_of(row.item, words)
    if not row.step:
        return PlanRow(begins, row.minutes, name, "")
    return PlanRow(begins, row.minutes, words("%(part)s: %(step)s", part=name, step=row.step.name), row.step.text)


def printed_notes(plan: Plan, words: Words) -> list[str]:
    notes = [subtitle(plan, words)]
    if materials := needed(plan):
        notes.append(words("You need: %(things)s.", things="; ".join(materials)))
    for exercise, reason in left_out(plan, words):
        title = exercise.front.title
        notes.append(words("Not in this plan: %(exercise)s (%(reason)s).", exercise=title, reason=reason))
    return notes
