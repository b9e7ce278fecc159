"""The numbers behind a figure: a CSV file in `seeds/data/` with its source and caveat on top."""

import csv
from dataclasses import dataclass
from pathlib import Path

from betweenus.project import SourceError, find_root

FACTS = ("source", "unit", "sample", "does not show")


@dataclass(frozen=True)
class Data:
    """The rows of a file, and what has to be said with them.

    Attributes:
        source: a key of `seeds/references.bib`.
        unit: what the numbers are.
        sample: how many people or studies.
        does_not_show: what the numbers must not be read to say.
        columns: the column names.
        rows: one dictionary a row, values as written.
    """

    source: str
    unit: str
    sample: str
    does_not_show: str
    columns: tuple[str, ...]
    rows: tuple[dict[str, str], ...]

    def column(self, name: str) -> list[str]:
        return [row[name] for row in self.rows]

    def numbers(self, name: str) -> list[float]:
        return [float(value) for value in self.column(name)]


def read_data(name: str) -> Data:
    """Read `seeds/data/<name>.csv`.

    Raises:
        SourceError: when a fact is missing on top, or a row has too many or too few values.
    """
    path = find_root() / "seeds" / "data" / f"{name}.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    top = [line for line in lines if line.startswith("#")]
    facts = dict(line.lstrip("# ").split(": ", 1) for line in top if ": " in line)
    for fact in FACTS:
        if not facts.get(fact, "").strip():
            raise SourceError(path, 1, f"a line `# {fact}: …` is missing on top.")
    reader = csv.DictReader(lines[len(top) :])
    rows = tuple(reader)
    for row in rows:
        check_row(path, len(top) + 2 + rows.index(row), row)
    return Data(*(facts[fact] for fact in FACTS), columns=tuple(reader.fieldnames), rows=rows)


def check_row(path: Path, line: int, row: dict) -> None:
    if None in row or None in row.values():
        raise SourceError(path, line, "this row has more or fewer values than the first one has names.")
