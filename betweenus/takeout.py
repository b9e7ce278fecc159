"""Reads what someone has taken out of *My pages*, to look at it in Python."""

from dataclasses import dataclass
from datetime import datetime
from getpass import getpass
from pathlib import Path

import pyrage
from pydantic import AwareDatetime, BaseModel, ConfigDict, JsonValue, ValidationError


class PagesError(ValueError):
    """The file cannot be read; the message says why, and nothing of what was answered."""


class Record(BaseModel):
    """An answer as a copy has it."""

    id: str
    kind: str = ""
    page: str = ""
    prompt: str = ""
    text: str = ""
    value: JsonValue
    at: AwareDatetime


class Copy(BaseModel):
    """What is locked in the file. Errors don't show what they found: they are copied into mails."""

    model_config = ConfigDict(hide_input_in_errors=True)

    records: list[Record]


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
        """The marks of a scale over time, ready to plot; skipped ones, and those of no time, are left out.

        Example:
            times, values = zip(*page.marks())
            plt.plot(times, values, "o-")
        """
        marks = self.value if isinstance(self.value, list) else [{"value": self.value}]
        times = [(self.time_of(mark), mark["value"]) for mark in marks if is_mark(mark)]
        return [(time, float(value)) for time, value in times if time]

    def time_of(self, mark: dict) -> datetime | None:
        try:
            return datetime.fromisoformat(mark["at"]) if mark.get("at") else self.at
        except (TypeError, ValueError):
            return None


def is_mark(mark: object) -> bool:
    return isinstance(mark, dict) and is_number(mark.get("value"))


def read_pages(path: str | Path, passphrase: str | None = None) -> list[Page]:
    """Read a locked copy that was taken out of *My pages*.

    Args:
        path: the `.age` file.
        passphrase: the one it was taken out with. Left out, it is asked for unseen; IPython and JupyterLab write every
            cell that runs into a file in the home folder, and it with them.

    Returns:
        All answers, newest first.

    Raises:
        PagesError: when the passphrase does not open the file, or it is not such a copy.
    """
    if passphrase is None:
        passphrase = getpass("Passphrase: ")
    try:
        content = pyrage.passphrase.decrypt(Path(path).read_bytes(), passphrase)
    except OSError:
        raise PagesError(f"{path}: there is no such file.") from None
    except pyrage.DecryptError as error:
        raise PagesError(f"{path}: {error}. Is it the passphrase it was taken out with?") from None
    return pages_in(content, path)


def pages_in(content: bytes, path: str | Path) -> list[Page]:
    try:
        records = Copy.model_validate_json(content).records
    except ValidationError as error:
        raise PagesError(f"{path}: this is not a copy taken out of My pages ({first_of(error)}).") from None
    pages = [Page(**dict(record) | {"text": record.text or str(record.value)}) for record in records]
    return sorted(pages, key=lambda page: page.at, reverse=True)


def first_of(error: ValidationError) -> str:
    """The first thing that is wrong and where, such as `records.3.at`."""
    first = error.errors(include_input=False, include_context=False, include_url=False)[0]
    return f"{'.'.join(map(str, first['loc'])) or 'all of it'}: {first['msg']}"


def is_number(value: object) -> bool:
    try:
        float(value)
    except (TypeError, ValueError, OverflowError):
        return False
    return True
