"""The numbers behind a figure: a CSV file in `seeds/data/` with its sources and caveat on top."""

import csv
from dataclasses import dataclass, field
from pathlib import Path

from betweenus.evidence.references import LISTING, Reference, references_of
from betweenus.project import Project, SourceError
from betweenus.project.text import prose

FACTS = {
    "source": "keys of seeds/references.bib, joined by commas",
    "unit": "what the numbers are",
    "sample": "how many people or studies",
    "does not show": "what nobody may read into the numbers",
}


@dataclass(frozen=True)
class Data:
    """The rows of a file, and what has to be said with them.

    Attributes:
        project: to which it belongs.
        path: the file.
        sources: keys of `seeds/references.bib`.
        unit: what the numbers are.
        sample: how many people or studies.
        does_not_show: what the numbers must not be read to say.
        columns: the column names.
        rows: one dictionary a row, values as written. An empty value is one that the sources don't give.
        lines: where in the file each row stands.
    """

    project: Project = field(repr=False, compare=False)
    path: Path
    sources: tuple[str, ...]
    unit: str
    sample: str
    does_not_show: str
    columns: tuple[str, ...]
    rows: tuple[dict[str, str], ...]
    lines: tuple[int, ...]

    def column(self, name: str) -> list[str]:
        return [row[name] for row in self.rows]

    def numbers(self, name: str) -> list[float]:
        """A column as numbers, not-a-number where a value isn't given.

        Raises:
            SourceError: naming the line of a value that is no number.
        """
        numbers = []
        for line, value in zip(self.lines, self.column(name), strict=True):
            try:
                numbers.append(float(value) if value else float("nan"))
            except ValueError:
                message = f"{value!r} in the column {name!r} is no number; write it as in 1234.5, or leave it empty."
                raise SourceError(self.path, line, message) from None
        return numbers


def read_data(project: Project, name: str) -> Data:
    """Read `seeds/data/<name>.csv`.

    Raises:
        SourceError: when there is no such file, a fact is missing on top, or a row has too many or too
            few values.
    """
    path = project.data_folder / f"{name}.csv"
    if not path.is_file():
        raise SourceError(path, None, "there is no such file; a figure reads its numbers from one.")
    lines = path.read_text(encoding="utf-8").splitlines()
    top = [line for line in lines if line.startswith("#")]
    facts = read_facts(path, top)
    reader = csv.DictReader(lines[len(top) :])
    rows, places = [], []
    try:
        for row in reader:
            place = len(top) + reader.line_num
            if None in row or None in row.values():
                raise SourceError(path, place, "this row has more or fewer values than the first one has names.")
            rows.append(row)
            places.append(place)
    except csv.Error as error:
        raise SourceError(path, len(top) + reader.reader.line_num, f"this row can't be read: {error}.") from None
    if not rows:
        raise SourceError(path, len(lines), "no rows; write the names of the columns, and a row for each thing.")
    sources = tuple(key.strip() for key in facts.pop("source").split(","))
    return Data(project, path, sources, *facts.values(), tuple(reader.fieldnames), tuple(rows), tuple(places))


def sources_of(data: Data) -> list[Reference]:
    """The studies the numbers come from.

    Raises:
        SourceError: when one is not in `seeds/references.bib`, or nobody has read any of them.
    """
    known = references_of(data.project)
    top = data.path.read_text(encoding="utf-8").splitlines()
    line = 1 + next(number for number, text in enumerate(top) if text.lstrip("# ").startswith("source"))
    for key in data.sources:
        if key not in known:
            message = f"`source` names {key}, which is not in seeds/references.bib; add it there first."
            raise SourceError(data.path, line, message)
    sources = [known[key] for key in data.sources]
    if all(source.is_listing for source in sources):
        message = (
            f"`checked` says `{LISTING}` for every source, so nobody has seen the numbers there; "
            "name a source of which at least the abstract was read."
        )
        raise SourceError(data.path, line, message)
    return sources


def read_facts(path: Path, top: list[str]) -> dict[str, str]:
    """What stands on top of a file, by fact, in the order of `FACTS`."""
    written = {}
    for number, line in enumerate(top, start=1):
        fact, _, text = line.lstrip("# ").partition(":")
        if fact not in FACTS:
            raise SourceError(path, number, f"`# {fact}: …` is not known here; write one of {', '.join(FACTS)}.")
        written[fact] = text.strip()
    for fact, meaning in FACTS.items():
        if not written.get(fact):
            raise SourceError(path, 1, f"a line `# {fact}: …` is missing on top: {meaning}.")
    return {fact: prose(written[fact]) for fact in FACTS}
