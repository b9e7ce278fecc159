"""A facilitator's numbers are checked, drawn with their uncertainty, and never show a single person."""

import re
from math import isnan
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from betweenus.evaluation.answers import FEWEST, MADE_UP, Change, EvaluationError, interval, read_answers
from betweenus.evaluation.changes import Changes, dots
from betweenus.evaluation.form import read_questions
from betweenus.figures.plots import Axis
from tests.tiny import COURSE

EXAMPLE = COURSE / "seeds" / "example-evaluation.csv"
QUESTIONS = 3
HEADER = ["code", *(f"{time}_{number}" for time in ("before", "after") for number in range(1, QUESTIONS + 1))]
ROWS = [[f"animal {person}", "2", "2", "2", "3", "3", "2"] for person in range(FEWEST)]


@pytest.fixture(autouse=True)
def in_the_course(monkeypatch):
    monkeypatch.chdir(COURSE)


@pytest.fixture
def file(tmp_path):
    """Writes a file of answers outside the book: the columns, and a row for each person."""

    def write(rows=ROWS, header=HEADER, top="", separator=",") -> Path:
        path = tmp_path / "answers.csv"
        path.write_text(top + "\n".join(separator.join(row) for row in [header, *rows]) + "\n", encoding="utf-8")
        return path

    return write


def changed(row: int, column: str, value: str) -> list[list[str]]:
    """The rows with another value in one place."""
    rows = [list(values) for values in ROWS]
    rows[row][HEADER.index(column)] = value
    return rows


def drawn_words(answers) -> str:
    return re.sub("<[^>]+>", "", Changes(answers).drawing())


def test_the_columns_are_the_questions_of_the_form(course):
    questions = read_questions(course)
    assert questions.columns == HEADER
    assert questions.answers == ("not at all", "a little", "somewhat", "quite", "very")


def test_a_good_file_is_read(file):
    answers = read_answers(file())
    assert [change.mean for change in answers.changes] == [1, 1, 0]
    assert answers.sentences() == ["All 8 people answered before and after."]


def test_a_spreadsheet_may_write_semicolons_and_a_byte_order_mark(file):
    assert len(read_answers(file(separator=";", top="\ufeff")).people) == FEWEST


def test_empty_rows_at_the_end_are_no_people(file):
    assert len(read_answers(file([*ROWS, [""] * len(HEADER)])).people) == FEWEST


def test_codes_are_not_kept(file):
    answers = read_answers(file())
    assert "animal" not in repr(answers) + Changes(answers).html()


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(EvaluationError, match="there is no such file; write between the quotation marks"):
        read_answers(tmp_path / "none.csv")


def test_another_kind_of_file_is_told(tmp_path):
    path = tmp_path / "answers.csv"
    path.write_bytes(b"PK\x03\x04\xff\xfe")
    with pytest.raises(EvaluationError, match="save it as “CSV UTF-8”"):
        read_answers(path)


@pytest.mark.parametrize("text", ["", "\n\n", "# Made up\n"])
def test_an_empty_file_is_told(tmp_path, text):
    path = tmp_path / "answers.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(EvaluationError, match="there is nothing in this file"):
        read_answers(path)


def test_a_missing_column_is_named_with_what_the_first_row_takes(file):
    path = file([row[:-1] for row in ROWS], HEADER[:-1])
    with pytest.raises(
        EvaluationError, match=r":1: there is no column 'after_3'; .* before_1 to before_3, after_1 to after_3"
    ):
        read_answers(path)


def test_an_unknown_column_is_told_by_its_place_since_its_name_could_tell_who_someone_is(file):
    path = file([[*row, "Robin"] for row in ROWS], [*HEADER, "the name of Robin"])
    with pytest.raises(EvaluationError, match=r":1: column 8 isn't known here; take it out") as told:
        read_answers(path)
    assert "Robin" not in str(told.value)


def test_a_column_that_is_there_twice_is_named(file):
    path = file([[*row, "2"] for row in ROWS], [*HEADER, "after_3"])
    with pytest.raises(EvaluationError, match="there are two columns 'after_3'"):
        read_answers(path)


@pytest.mark.parametrize("value", ["0", "6", "-1", "2.5", "very", "²", "47", "=1+1", "2026-11-27", "2\0", "1" * 5000])
def test_a_value_out_of_range_is_told_by_line_column_and_range_and_not_shown(file, value):
    with pytest.raises(EvaluationError) as told:
        read_answers(file(changed(2, "after_3", value)))
    said = "what is typed in for 'after_3' is none of the answers; write a whole number from 1 (not at all) to 5 (very)"
    assert f":4: {said}, or leave it empty." in str(told.value)


@pytest.mark.parametrize("code", ["x" * 200_000, '"an owl\nthat never ends'])
def test_a_row_that_is_not_as_the_others_is_told_by_the_line_where_it_begins(file, code):
    with pytest.raises(EvaluationError, match=r":4: ") as told:
        read_answers(file([*ROWS[:2], [code, "9"], *ROWS[2:]]))
    assert "owl" not in str(told.value) and "xxx" not in str(told.value)


def test_a_row_of_another_length_is_named(file):
    with pytest.raises(EvaluationError, match=r":9: this row has 6 values and the first row 7 names"):
        read_answers(file([*ROWS[:-1], ROWS[-1][:-1]]))


def test_a_code_that_is_there_twice_is_told_with_both_lines_and_without_the_code(file):
    with pytest.raises(EvaluationError, match=r":7: this row has the same code as line 3;") as told:
        read_answers(file(changed(5, "code", "Animal 1")))
    assert "nimal" not in str(told.value)


def test_a_row_without_a_code_is_named(file):
    with pytest.raises(EvaluationError, match=r":2: the code is missing; take this row out"):
        read_answers(file(changed(0, "code", "")))


def test_lines_are_counted_from_the_top_of_the_file(file):
    with pytest.raises(EvaluationError, match=r":5: .*'before_1'"):
        read_answers(file(changed(2, "before_1", "9"), top="# Made up: for a test\n"))


def test_lines_are_counted_as_an_editor_does(file):
    rows = changed(2, "before_1", "9")
    rows[0][0] = "an\u2028owl\x0b\x85"
    with pytest.raises(EvaluationError, match=r":4: .*'before_1'"):
        read_answers(file(rows))


def test_fewer_than_eight_people_are_not_drawn(file):
    with pytest.raises(EvaluationError, match="by 8 people or more. With fewer, single people could be recognised"):
        read_answers(file(ROWS[:7]))


def test_eight_people_of_whom_one_answered_only_before_are_not_drawn(file):
    rows = [*ROWS[:7], [*ROWS[7][: 1 + QUESTIONS], *[""] * QUESTIONS]]
    with pytest.raises(EvaluationError, match="nothing is drawn"):
        read_answers(file(rows))


def test_a_question_that_fewer_than_eight_people_answered_twice_is_left_out_and_named(file, course):
    answers = read_answers(file(changed(0, "after_2", "")))
    words = read_questions(course).words[1]
    assert len(answers.changes) == QUESTIONS - 1
    assert answers.sentences()[-1] == f"Fewer than 8 people answered “{words}” twice, so it isn’t drawn."
    assert words not in Changes(answers).html()


def test_people_who_answered_once_are_told_and_not_counted(file):
    answers = read_answers(file([*ROWS, ["late owl", *["5"] * QUESTIONS, *[""] * QUESTIONS]]))
    assert "8 of 9 people answered before and after" in answers.sentences()[0]
    assert "those for whom it went worst" in answers.sentences()[0]
    assert answers.changes[0].people == 8


def test_answers_of_real_people_are_refused_inside_the_book(tmp_path):
    (tmp_path / "_config.yml").write_text("title: A book\n", encoding="utf-8")
    path = tmp_path / "notebooks" / "answers.csv"
    path.parent.mkdir()
    path.write_text("\n".join(",".join(row) for row in [HEADER, *ROWS]), encoding="utf-8")
    with pytest.raises(EvaluationError, match="don't belong in the book's folder"):
        read_answers(path)


@pytest.mark.parametrize("name", ["", "~nobody-of-this-name/answers.csv", "an\0swers.csv", "a" * 300])
def test_a_name_that_no_file_has_is_told(name):
    with pytest.raises(EvaluationError, match="there is no such file"):
        read_answers(name)


def test_a_folder_is_told(file):
    with pytest.raises(EvaluationError, match="there is no such file"):
        read_answers(file().parent)


# What nobody but the person who wrote it may see.
SECRET = "ßilence"
GOOD = "\n".join(",".join(row) for row in [HEADER, *ROWS])
PIECES = st.one_of(
    st.just(SECRET), st.sampled_from([",", ";", '"', "\n", "\r", "\0", "\ufeff", "#", "=1+1", "\u2028"]), st.text()
)


def said_of(content: bytes) -> str:
    """What is said of a file with this content: nothing if it can be read."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "answers.csv"
        path.write_bytes(content)
        try:
            read_answers(path)
        except EvaluationError as error:
            return str(error)
    return ""


@given(st.binary())
def test_any_bytes_are_read_or_refused_in_one_way(content):
    said_of(content)


@given(st.integers(0, len(GOOD)), st.lists(PIECES, max_size=6), st.sampled_from(["utf-8", "utf-16", "latin-1"]))
def test_whatever_stands_in_a_file_nothing_that_somebody_wrote_is_shown(place, pieces, encoding):
    content = GOOD[:place] + SECRET + "".join(pieces) + GOOD[place:]
    assert SECRET not in said_of(content.encode(encoding, errors="replace"))


def test_a_notebook_shows_the_message_alone():
    assert EvaluationError(Path("a.csv"), 3, "wrong.")._render_traceback_() == ["a.csv:3: wrong."]


def test_the_example_says_in_its_first_line_that_it_is_made_up():
    assert EXAMPLE.read_text(encoding="utf-8").startswith("# Made up: nobody gave these answers.")


def test_all_that_is_shown_of_the_example_says_that_it_is_made_up():
    answers = read_answers(EXAMPLE)
    chart = Changes(answers)
    shown = [*chart._repr_mimebundle_().values(), *answers._repr_mimebundle_().values()]
    assert all(MADE_UP in text for text in [*shown, chart.alternative])


def test_a_file_of_real_answers_is_not_called_made_up(file):
    answers = read_answers(file())
    assert MADE_UP not in drawn_words(answers) + Changes(answers).html() + str(answers.sentences())


def test_the_figure_says_that_without_a_comparison_nothing_shows_the_cause(file):
    assert "It does not show:</strong> that the course was the cause" in Changes(read_answers(file())).html()


def test_the_figure_has_a_dot_for_each_person():
    change = read_answers(EXAMPLE).changes[0]
    drawn = list(dots(change, Axis("Steps", -50, 50)))
    steps = [round(float(re.search(r'x="([\d.]+)%"', dot)[1])) - 50 for dot in drawn]
    assert sorted(steps) == list(change.differences)
    assert len(set(drawn)) == change.people


def test_those_who_went_down_are_counted_beside_the_average():
    change = Change("words", (-2, -1, 0, 0, 1, 1, 1, 2))
    assert (change.up, change.same, change.down) == (4, 2, 2)


def test_the_figure_fits_a_page_that_forbids_inline_style_and_has_the_page_s_ink():
    drawing = Changes(read_answers(EXAMPLE)).drawing()
    assert "style=" not in drawing and "currentColor" in drawing


def test_the_interval_is_that_of_a_textbook():
    low, high = interval((1, 2, 3, 4, 5, 6, 7, 8))
    # mean 4.5, standard deviation 2.449, t of 7 degrees of freedom 2.365
    assert (low, high) == (pytest.approx(2.452, abs=0.002), pytest.approx(6.548, abs=0.002))


def test_when_all_moved_alike_no_interval_is_made_up(file):
    assert all(isnan(end) for end in interval((1,) * 8))
    assert "everyone the same" in drawn_words(read_answers(file()))


@pytest.mark.parametrize("people", [8, 12, 24])
def test_the_interval_holds_the_true_change_in_about_95_of_100_groups(people):
    chance = np.random.default_rng(2026)
    groups = chance.normal(0.4, 1.0, (4000, people))
    assert share_that_holds(0.4, groups) == pytest.approx(0.95, abs=0.01)


@pytest.mark.parametrize("people", [8, 12, 24])
def test_it_does_so_about_as_often_for_whole_steps_with_most_people_near_zero(people):
    chance = np.random.default_rng(2026)
    steps, shares = np.array([-1, 0, 1, 2]), np.array([0.1, 0.4, 0.35, 0.15])
    groups = chance.choice(steps, (4000, people), p=shares)
    assert share_that_holds(float(steps @ shares), groups) == pytest.approx(0.95, abs=0.02)


def share_that_holds(true: float, groups: np.ndarray) -> float:
    ends = [interval(tuple(group)) for group in groups.tolist()]
    return float(np.mean([low <= true <= high for low, high in ends]))
