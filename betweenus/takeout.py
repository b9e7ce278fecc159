"""Reads what someone has taken out of *My pages*, to look at it in Python."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pyrage


class PagesError(ValueError):
    """The file cannot be read; the message says why."""


@dataclass(frozen=True)
class Page:
    """One answer.

    Attributes:
        id: the reflection's id.
        kind: its kind, such as "scale".
        page: where it stands, such as "emotional-intimacy".
        prompt: the question.
        text: the answer in words.
        value: the answer as kept; a scale's is a list of marks.
        at: when it was last changed.
    """

    id: str
    kind: str
    page: str
    prompt: str
    text: str
    value: object
    at: datetime

    def marks(self) -> list[tuple[datetime, float]]:
        """The marks of a scale over time, ready to plot; skipped ones are left out.

        Example:
            times, values = zip(*page.marks())
            plt.plot(times, values, "o-")
        """
        marks = self.value if isinstance(self.value, list) else [{"at": None, "value": self.value}]
        return [
            (moment(mark["at"]) if mark.get("at") else self.at, float(mark["value"]))
            for mark in marks
            if is_number(mark.get("value"))
        ]


def read_pages(path: str | Path, passphrase: str) -> list[Page]:
    """Read a locked copy that was taken out of *My pages*.

    Args:
        path: the `.age` file.
        passphrase: the one it was taken out with.

    Returns:
        All answers, newest first.

    Raises:
        PagesError: when the passphrase does not open the file, or it is not such a copy.
    """
    try:
        text = pyrage.passphrase.decrypt(Path(path).read_bytes(), passphrase)
    except pyrage.DecryptError as error:
        raise PagesError(f"{path}: {error}. Is it the passphrase it was taken out with?") from None
    try:
        records = json.loads(text)["records"]
        pages = [to_page(record) for record in records]
    except (ValueError, TypeError, KeyError) as error:
        raise PagesError(f"{path}: this is not a copy taken out of My pages ({error}).") from None
    return sorted(pages, key=lambda page: page.at, reverse=True)


def to_page(record: dict) -> Page:
    return Page(
        id=record["id"],
        kind=record.get("kind", ""),
        page=record.get("page", ""),
        prompt=record.get("prompt", ""),
        text=record.get("text") or str(record["value"]),
        value=record["value"],
        at=moment(record["at"]),
    )


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def is_number(value: object) -> bool:
    try:
        float(value)
    except (TypeError, ValueError):
        return False
    return True
