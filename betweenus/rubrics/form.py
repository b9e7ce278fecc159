"""The empty form for those who mark, and their word that marks hold of today's words."""

import re
from collections.abc import Iterator
from datetime import date

from betweenus.project import Project
from betweenus.rubrics.instrument import Instrument, instruments_of, units_of
from betweenus.rubrics.unit import Unit

HEAD = """\
# yaml-language-server: $schema=../../schemas/rubric-marks.schema.json
# Each item gets a `mark`, and `quote`, words that stand there and earn it, or `because`, or both. The marks are those
# of the instrument, or `na` where an item does not apply.
rater: {rater}
who: {who}
marks:"""


def blank(project: Project, names: tuple[str, ...], rater: str, who: str) -> str:
    """An empty form for what people mark, of some instruments or of all; it has nobody's marks.

    Raises:
        SourceError: when the instruments can't be read.
    """
    lines = [HEAD.format(rater=rater, who=who)]
    for name in names or instruments_of(project):
        instrument = instruments_of(project)[name]
        for unit in units_of(project)[name].values() if instrument.by_hand else ():
            lines.extend(entry(project, instrument, unit))
    return "\n".join(lines) + "\n"


def entry(project: Project, instrument: Instrument, unit: Unit) -> Iterator[str]:
    """The lines to fill in for one page or sheet."""
    yield ""
    yield f"  # {instrument.title}: {'; '.join(f'{mark} = {label}' for mark, label in instrument.labels.items())}"
    yield f"- instrument: {instrument.name}"
    yield f"  unit: {unit.name}"
    yield f"  date: {date.today()}"
    yield f"  digest: {unit.digest(project)}"
    yield "  items:"
    for item in instrument.by_hand:
        yield f"    # {item.part}: {item.says}"
        yield f"    {item.id}: {{mark: , quote: , because: }}"


def marked_in(text: str) -> list[str]:
    """The pages and sheets of a rater's file, each once."""
    return list(dict.fromkeys(re.findall(r"^  unit: (\S+)$", text, re.MULTILINE)))


def looked_again(project: Project, text: str, names: tuple[str, ...]) -> str:
    """The text of a rater's file, whose marks of the pages or sheets named hold of the words that are there today."""
    for units in units_of(project).values():
        for name in set(names) & set(units):
            found = re.compile(rf"^(  unit: {re.escape(name)}\n  date: )\S+(\n  digest: )\S+", re.MULTILINE)
            today = rf"\g<1>{date.today()}\g<2>{units[name].digest(project)}"
            text = found.sub(today, text)
    return text
