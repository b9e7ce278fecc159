"""What changed between the forms before and after a course, from a facilitator's own file.

The file is read, and nothing is written or sent. Codes are only compared with each other, then forgotten. No
message says what stands in the file, only where: an error is shown on a screen, and copied into mails.
"""

import csv
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import nan, sqrt
from pathlib import Path
from statistics import mean, stdev

from markupsafe import Markup

from betweenus.evaluation.form import AFTER, BEFORE, CODE, Questions, read_questions
from betweenus.figures.statistics import critical_t
from betweenus.project import Project, SourceError
from betweenus.project.sources import find_root
from betweenus.project.words import N_, Words

FEWEST = 8  # people; with fewer, a dot may be recognised
MADE_UP = N_("Made-up example: nobody gave these answers.")


class EvaluationError(SourceError):
    """The file can't be used; the message says why, and what would be right."""

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows: the message alone."""
        return [str(self)]


@dataclass(frozen=True)
class Change:
    """What became of one question.

    Attributes:
        words: the question.
        differences: after minus before in steps of the form, one a person, in order of size.
    """

    words: str
    differences: tuple[int, ...]

    @property
    def people(self) -> int:
        return len(self.differences)

    @property
    def mean(self) -> float:
        return mean(self.differences)

    @property
    def interval(self) -> tuple[float, float]:
        return interval(self.differences)

    @property
    def up(self) -> int:
        return sum(difference > 0 for difference in self.differences)

    @property
    def down(self) -> int:
        return sum(difference < 0 for difference in self.differences)

    @property
    def same(self) -> int:
        return self.people - self.up - self.down


def interval(differences: tuple[float, ...]) -> tuple[float, float]:
    """The 95 % interval of the mean of paired differences, by Student's t.

    Returns:
        Both ends; not-a-number when all differences are alike, since they say nothing of the spread.
    """
    spread = stdev(differences)
    if spread == 0:
        return nan, nan
    reach = critical_t(len(differences) - 1) * spread / sqrt(len(differences))
    return mean(differences) - reach, mean(differences) + reach


Pair = tuple[int | None, int | None]  # an answer before and after; None where there is none


def differences(pairs: tuple[Pair, ...]) -> tuple[int, ...]:
    """After minus before, of those who answered both times, in order of size."""
    return tuple(sorted(after - before for before, after in pairs if None not in (before, after)))


@dataclass(frozen=True)
class Answers:
    """What a file holds.

    Attributes:
        words: of the book's language.
        questions: of the form.
        people: for each person the answers to each question; codes are left out.
        made_up: whether the file says that nobody gave these answers.
    """

    words: Words
    questions: Questions
    people: tuple[tuple[Pair, ...], ...]
    made_up: bool

    @cached_property
    def all_changes(self) -> tuple[Change, ...]:
        """Every question, also one that few people answered twice."""
        by_question = zip(*self.people, strict=True)
        return tuple(
            Change(words, differences(pairs)) for words, pairs in zip(self.questions.words, by_question, strict=True)
        )

    @property
    def changes(self) -> list[Change]:
        """The questions that enough people answered twice."""
        return [change for change in self.all_changes if change.people >= FEWEST]

    @property
    def twice(self) -> int:
        """How many people answered something both before and after."""
        return sum(any(None not in pair for pair in person) for person in self.people)

    def sentences(self) -> list[str]:
        """What there is in the file."""
        words = self.words
        told = [words(MADE_UP)] if self.made_up else []
        if self.twice == len(self.people):
            told.append(words("All %(people)s people answered before and after.", people=self.twice))
        else:
            told.append(
                words(
                    "%(twice)s of %(people)s people answered before and after. The others can’t be counted, and they "
                    "may be those for whom it went worst.",
                    twice=self.twice,
                    people=len(self.people),
                )
            )
        told += [
            words(
                "Fewer than %(fewest)s people answered “%(question)s” twice, so it isn’t drawn.",
                fewest=FEWEST,
                question=change.words,
            )
            for change in self.all_changes
            if change.people < FEWEST
        ]
        return told

    def _repr_mimebundle_(self, **kwargs) -> dict[str, str]:
        html = Markup("\n").join(Markup("<p>{}</p>").format(sentence) for sentence in self.sentences())
        return {"text/html": html, "text/plain": " ".join(self.sentences())}


def read_answers(path: str | Path) -> Answers:
    """Read a file of answers.

    Args:
        path: a CSV file in UTF-8. Its first row is `code`, then `before_1`, `before_2` and so on for each
            question of the form, then `after_1` and so on. A line on top that begins with `# Made up` says
            that nobody gave these answers.

    Raises:
        EvaluationError: naming file and line, what is wrong, and what would be right.
    """
    path = Path(os.path.expanduser(path))
    lines = read_lines(path)
    made_up = lines[0].lower().startswith("# made up")
    if not made_up:
        refuse_inside_the_book(path)
    project = Project.here()
    questions = read_questions(project)
    rows = list(read_rows(path, lines, questions))
    refuse_same_code(path, rows)
    answers = Answers(project.words, questions, tuple(pairs for _, _, pairs in rows), made_up)
    refuse_few(path, answers)
    return answers


def read_lines(path: Path) -> list[str]:
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except UnicodeDecodeError:
        raise EvaluationError(path, None, "this is no CSV file in UTF-8; save it as “CSV UTF-8”.") from None
    except PermissionError:
        raise EvaluationError(path, None, "this file may not be read; see who owns it.") from None
    except (OSError, ValueError):
        message = "there is no such file; write between the quotation marks where yours is."
        raise EvaluationError(path, None, message) from None
    if not any(line.strip() and not line.startswith("#") for line in lines):
        raise EvaluationError(path, None, "there is nothing in this file.")
    return lines


def refuse_inside_the_book(path: Path) -> None:
    """What lies in the book's folder is easily published with it."""
    try:
        root = find_root(path.resolve().parent)
    except FileNotFoundError:
        return
    message = f"real answers don't belong in the book's folder, which may be published; move it out of {root}."
    raise EvaluationError(path, None, message)


Row = tuple[int, str, tuple[Pair, ...]]  # line, code, answers


def read_rows(path: Path, lines: list[str], questions: Questions) -> Iterator[Row]:
    table = read_table(path, lines)
    top, names = next(table)
    columns = [name.strip() for name in names]
    check_columns(path, top, columns, questions)
    for line, values in table:
        if not any(value.strip() for value in values):
            continue
        if len(values) != len(columns):
            message = (
                f"this row has {len(values)} values and the first row {len(columns)} names; "
                "leave a place empty where there is no answer."
            )
            raise EvaluationError(path, line, message)
        row = dict(zip(columns, (value.strip() for value in values), strict=True))
        if not row[CODE]:
            message = "the code is missing; take this row out, since the two sheets can't be joined."
            raise EvaluationError(path, line, message)
        yield line, row[CODE], read_pairs(path, line, row, questions)


def read_table(path: Path, lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """The rows below what stands on top, each with the line where it begins."""
    comments = next(place for place, line in enumerate(lines) if not line.startswith("#"))
    table = lines[comments:]
    reader = csv.reader(table, delimiter=";" if ";" in table[0] else ",")
    while True:
        line = comments + reader.line_num + 1
        try:
            yield line, next(reader)
        except StopIteration:
            return
        except csv.Error:
            message = "this row can't be read; see whether a quotation mark is missing or far too much stands in it."
            raise EvaluationError(path, line, message) from None


def check_columns(path: Path, line: int, columns: list[str], questions: Questions) -> None:
    """Refuse columns that are missing, unknown or there twice."""
    last = questions.numbers[-1]
    names = f"{CODE}, {BEFORE}1 to {BEFORE}{last}, {AFTER}1 to {AFTER}{last}"
    for name in questions.columns:
        if name not in columns:
            message = f"there is no column {name!r}; the first row is {names}."
            raise EvaluationError(path, line, message)
        if columns.count(name) > 1:
            raise EvaluationError(path, line, f"there are two columns {name!r}; take one out.")
    for place, name in enumerate(columns, start=1):
        if name not in questions.columns:
            message = f"column {place} isn't known here; take it out, most of all if it tells who someone is."
            raise EvaluationError(path, line, message)


def read_pairs(path: Path, line: int, row: dict[str, str], questions: Questions) -> tuple[Pair, ...]:
    def read(time: str, number: int) -> int | None:
        return read_answer(path, line, f"{time}{number}", row[f"{time}{number}"], questions.answers)

    return tuple((read(BEFORE, number), read(AFTER, number)) for number in questions.numbers)


def read_answer(path: Path, line: int, column: str, value: str, answers: tuple[str, ...]) -> int | None:
    if not value:
        return None
    if value not in {str(number) for number in range(1, len(answers) + 1)}:
        message = (
            f"what is typed in for {column!r} is none of the answers; write a whole number from 1 ({answers[0]}) "
            f"to {len(answers)} ({answers[-1]}), or leave it empty."
        )
        raise EvaluationError(path, line, message)
    return int(value)


def refuse_same_code(path: Path, rows: list[Row]) -> None:
    first = {}
    for line, code, _ in rows:
        if code.casefold() in first:
            other = first[code.casefold()]
            message = f"this row has the same code as line {other}; was a sheet typed in twice?"
            raise EvaluationError(path, line, message)
        first[code.casefold()] = line


def refuse_few(path: Path, answers: Answers) -> None:
    if not answers.changes:
        message = (
            f"no question was answered before and after by {FEWEST} people or more. With fewer, single "
            "people could be recognised, so nothing is drawn. Read the sheets and talk with people instead."
        )
        raise EvaluationError(path, None, message)
