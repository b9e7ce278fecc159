"""A made-up language: every English letter of the engine's words has an accent, so that what stays English shows.

It is longer than English, as other languages are, and written from the right to the left. Text of the course
itself stays as it is.
"""

import re
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from betweenus.exercises.exercise import FORMAT_LEADS, SECTIONS

LANGUAGE = "ar"  # a real one, so that numbers and times have a way to be written
LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "áƀçďéƒğĥíĵķłɱñöþʠřšţůṽŵẋýžÁƁÇĎÉƑĞĤÍĴĶŁṀÑÖÞɊŘŠŢŮṼŴẊÝŽ",
)
# What stands for a value, and markup, stay; so do names and addresses.
KEPT = re.compile(r"(%\(\w+\)s|%%|\{\w+\}|<[^>]+>|&\w+;)")


def pseudo(message: str) -> str:
    """A message in the made-up language."""
    parts = KEPT.split(message)
    return "".join(part if KEPT.fullmatch(part) else part.translate(LETTERS) for part in parts) + "ẍẍẍ"


def pseudo_catalogue(template: Path) -> Catalog:
    """The catalogue of the language, from the messages that Babel has extracted."""
    with template.open("rb") as file:
        messages = read_po(file)
    catalogue = Catalog(locale=LANGUAGE, domain="betweenus")
    for message in messages:
        if not message.id:
            continue
        if isinstance(message.id, tuple):
            catalogue.add(message.id, [pseudo(message.id[1])] * catalogue.num_plurals)
        else:
            catalogue.add(message.id, pseudo(message.id))
    return catalogue


def translate(course: Path, template: Path) -> None:
    """Put a course into the language: its setting, its catalogue, and the headings that the engine looks for."""
    config = course / "_config.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(re.sub(r"^(\s+)language: \w+$", rf"\1language: {LANGUAGE}", text, flags=re.MULTILINE))
    folder = course / "locale" / LANGUAGE / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "betweenus.po").open("wb") as file:
        write_po(file, pseudo_catalogue(template))
    for exercise in (course / "exercises").glob("*.md"):
        text = exercise.read_text(encoding="utf-8")
        for heading in SECTIONS.values():
            text = re.sub(rf"^## {re.escape(heading)}$", f"## {pseudo(heading)}", text, flags=re.MULTILINE)
        for lead in FORMAT_LEADS.values():
            text = text.replace(f"**{lead}**", f"**{pseudo(lead)}**")
        exercise.write_text(text, encoding="utf-8")
