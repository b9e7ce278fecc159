"""A review stands for the very words that were read, and for no others."""

import json
import subprocess
from datetime import date
from io import BytesIO

import pytest
import yaml
from click.testing import CliRunner
from pypdf import PdfReader

from betweenus.check import notices, problems
from betweenus.cli import main
from betweenus.exercises import exercises_of
from betweenus.handouts.documents import handouts_of
from betweenus.project import Project
from betweenus.reviews import reviews_of
from betweenus.reviews.content import content_of, reader_of
from betweenus.reviews.standing import FEW, lines_of, printed_lines_of
from tests.tiny import MADE_UP, change, review, sign

PAGE = "book/modules/sleep.md"
EXERCISE = "exercises/lights-out.md"
NAME = "2026-02-11-mx-made-up"
WHO = "Mx Made Up, sleeper (Register of Pillows, 7), Nowhere, asked by a test, on 11 February 2026"


def git(folder, *arguments):
    who = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def signed(course_copy):
    """A copy of the course whose page and one exercise are reviewed, with a history."""
    git(course_copy, "init", "--quiet")
    git(course_copy, "add", ".")
    git(course_copy, "commit", "--quiet", "--message", "As reviewed")
    told = sign(course_copy, PAGE, EXERCISE)
    assert told.exit_code == 0, told.output
    return course_copy


def add_sentences(folder, number, page=PAGE):
    with (folder / page).open("a", encoding="utf-8") as file:
        file.write("\n" + " ".join(f"Here is sentence {each} that nobody reviewed." for each in range(number)) + "\n")


def foot(folder, page=PAGE):
    return " ".join(lines_of(Project(folder), page))


def digest(folder, page=PAGE):
    return content_of(reader_of(Project(folder)), page).digest


# What readers see


def test_without_a_review_a_page_says_nothing(course):
    assert lines_of(course, PAGE) == [] and printed_lines_of(course, EXERCISE) == []


def test_a_review_says_for_what_by_whom_when_and_until_when(signed):
    assert foot(signed) == f"Approved for being restful by {WHO}. Another look is due by 11 February 2099."


def test_interests_are_told(course_copy):
    sign(course_copy, PAGE, conflicts="Sells pillows.")
    assert "Interests declared: Sells pillows." in foot(course_copy)


def test_a_condition_and_an_objection_show(course_copy):
    sign(course_copy, PAGE, verdict="approves-if", notes="The nap is shorter.")
    sign(course_copy, PAGE, name="Dr Nemo", verdict="objects", notes="It keeps me awake.")
    condition, objection = sorted(lines_of(Project(course_copy), PAGE))
    assert "on this condition: The nap is shorter." in condition
    assert objection.startswith("Objection on being restful, by Dr Nemo") and "It keeps me awake." in objection


def test_what_a_reviewer_typed_ends_like_a_sentence(course_copy):
    sign(course_copy, PAGE, conflicts="None", notes="Read twice")
    assert " Read twice. Interests declared: None. Another look" in foot(course_copy)


def test_a_changed_page_is_not_called_approved_and_its_changed_sentences_are_counted(signed):
    add_sentences(signed, 1)
    assert foot(signed) == (
        f"Not for this wording: an earlier one was reviewed for being restful by {WHO}. 1 sentence has changed since."
    )


def test_of_much_changed_words_nobody_is_named(signed):
    add_sentences(signed, FEW + 1)
    assert foot(signed) == (
        "Not for this wording: an earlier one was reviewed for being restful. Much has changed since."
    )


def test_without_a_history_nobody_is_named_either(course_copy):
    sign(course_copy, PAGE)
    add_sentences(course_copy, 1)
    assert "How much has changed since can’t be told here." in foot(course_copy)
    assert "Made Up" not in foot(course_copy)


@pytest.mark.parametrize("number", [1, FEW + 1])
def test_an_objection_does_not_end_by_a_change(course_copy, number):
    sign(course_copy, PAGE, verdict="objects", notes="It keeps me awake.")
    add_sentences(course_copy, number)
    assert foot(course_copy).startswith("Objection to an earlier wording on being restful, by Mx Made Up")
    assert "It keeps me awake." in foot(course_copy)


def test_who_reviews_again_speaks_for_the_page_as_it_is(signed):
    add_sentences(signed, 1)
    sign(signed, PAGE, date="2026-03-01")
    assert lines_of(Project(signed), PAGE) == [
        f"Approved for being restful by {WHO.replace('11 February', '1 March')}. "
        "Another look is due by 11 February 2099."
    ]


def test_paper_carries_only_reviews_of_its_very_words(signed):
    assert printed_lines_of(Project(signed), EXERCISE) == [foot(signed, EXERCISE)]
    add_sentences(signed, 1, EXERCISE)
    assert printed_lines_of(Project(signed), EXERCISE) == []


def test_the_sheets_of_an_exercise_say_it_in_print(signed):
    project = Project(signed)
    (exercise,) = [each for each in exercises_of(project) if each.name == "lights-out"]
    for handout in handouts_of(project, exercise):
        (pdf, *_) = [handout.pdf(content) for content in handout.files().values()]
        text = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
        assert f"Approved for being restful by {WHO}." in " ".join(text.split()), handout.name


# Which words


def test_line_breaks_and_spaces_are_no_words(course_copy):
    before, path = digest(course_copy), course_copy / PAGE
    text = path.read_text(encoding="utf-8")
    path.write_bytes(("\ufeff" + text.replace(" is ", "\nis  ").replace("\n", "\r\n") + "\n\n").encode())
    assert digest(course_copy) == before


@pytest.mark.parametrize(
    ("file", "pattern", "text"),
    [
        (PAGE, r"\.$", "!"),
        ("seeds/claims.yml", "do well to sleep", "must sleep"),
        ("seeds/claims.yml", "certainty: moderate", "certainty: high"),
        ("seeds/data/what-a-training-changes.csv", r"19\.03", "29.03"),
        ("figures/sleep.py", "lay awake for", "lie awake for"),
    ],
)
def test_words_verdicts_and_numbers_that_a_page_shows_are_its_words(course_copy, file, pattern, text):
    before = digest(course_copy)
    change(course_copy / file, pattern, text)
    assert digest(course_copy) != before


def test_the_verdict_of_a_claim_elsewhere_is_not_of_its_words(course_copy):
    before = digest(course_copy, "book/privacy.md")
    change(course_copy / "seeds" / "claims.yml", "do well to sleep", "must sleep")
    assert digest(course_copy, "book/privacy.md") == before


def test_the_lines_of_help_are_words_of_the_page_that_shows_them():
    files = {"help.md": "```{help-lines}\n```", "seeds/help.yml": "- number: 1"}
    before = content_of(files.get, "help.md").digest
    files["seeds/help.yml"] = "- number: 2"
    assert content_of(files.get, "help.md").digest != before


def test_the_words_of_a_notebook_are_those_of_its_cells(course_copy):
    path = course_copy / "notebooks" / "sleep.ipynb"
    before, notebook = digest(course_copy, "notebooks/sleep.ipynb"), json.loads(path.read_text(encoding="utf-8"))
    notebook["metadata"]["any"] = "thing"
    path.write_text(json.dumps(notebook), encoding="utf-8")
    assert digest(course_copy, "notebooks/sleep.ipynb") == before
    notebook["cells"][0]["source"] = ["Other words."]
    path.write_text(json.dumps(notebook), encoding="utf-8")
    assert digest(course_copy, "notebooks/sleep.ipynb") != before


# The files


@pytest.mark.parametrize(
    ("pattern", "text", "line", "message"),
    [
        (r"^- restful", "- restfull", 10, "`criteria`: there is no criterion 'restfull'; did you mean `restful`?"),
        (
            rf"^  {PAGE}",
            "  book/gone.md",
            12,
            "`files`: there is no page 'book/gone.md'; write the path that it has now",
        ),
        (r"^date: .*", "date: 2026-13-11", 16, "`date`: write a day such as 2026-02-11"),
        (r"^date: .*", "date: 2098-01-01", 16, "`date`: this day is still to come"),
        (r"^next: .*", "next: 2026-01-01", 17, "`next`: is not after `date`"),
        (r"^verdict: .*", "verdict: likes", 14, "`verdict`: Input should be 'approves', 'approves-if' or 'objects'"),
        (r"^verdict: .*", "verdict: objects", 15, "`notes`: is empty"),
        (r"sha256:\w+", "sha256:abc", 12, "String should match pattern"),
        (r"^  country: .*", "  land: Nowhere", 2, "`reviewer.country` is missing"),
        (r"^notes: .*", "notes: [", 17, "this is not YAML"),
    ],
)
def test_a_wrong_review_is_named_with_its_file_line_and_field(signed, pattern, text, line, message):
    change(signed / "reviews" / f"{NAME}.yml", pattern, text)
    (found,) = [str(error) for error in problems(Project(signed)) if "reviews/" in str(error)]
    assert message in found
    assert found.startswith(f"reviews/{NAME}.yml:{line}:")


def test_a_review_is_called_wrong_only_once_and_a_right_one_never(signed):
    assert [error for error in problems(Project(signed)) if "reviews" in str(error)] == []


def test_a_review_that_is_due_is_told_of(course_copy):
    sign(course_copy, PAGE, next="2027-01-01")
    told = [each for each in notices(Project(course_copy), date(2027, 1, 1)) if "another look" in each]
    assert told == [f"reviews/{NAME}.yml: another look was due by 2027-01-01; ask Mx Made Up, or another."]


# The command


def test_signing_writes_a_whole_review_and_never_over_another(course_copy):
    first = sign(course_copy, PAGE)
    kept = (course_copy / "reviews" / f"{NAME}.yml").read_text(encoding="utf-8")
    second = sign(course_copy, EXERCISE)
    assert (first.output, second.output) == (f"Written: reviews/{NAME}.yml\n", f"Written: reviews/{NAME}-2.yml\n")
    assert (course_copy / "reviews" / f"{NAME}.yml").read_text(encoding="utf-8") == kept
    assert [list(each.files) for each in reviews_of(Project(course_copy)).values()] == [[PAGE], [EXERCISE]]


def test_signing_asks_for_what_was_not_said(course_copy, monkeypatch):
    monkeypatch.chdir(course_copy / "book" / "modules")
    told = CliRunner().invoke(main, ["review", "sign", "sleep.md"], input="\n".join(MADE_UP.values()) + "\n")
    assert told.exit_code == 0, told.output
    assert yaml.safe_load((course_copy / "reviews" / f"{NAME}.yml").read_text(encoding="utf-8"))["notes"] == ""


def test_a_page_that_there_is_not_is_said_before_anything_is_asked(course_copy, monkeypatch):
    monkeypatch.chdir(course_copy)
    told = CliRunner().invoke(main, ["review", "sign", "book/modules/slep.md"], input="")
    assert told.output == f"Error: There is no page 'book/modules/slep.md'; did you mean `{PAGE}`?\n"


def test_a_criterion_that_there_is_not_is_asked_for_again(course_copy, monkeypatch):
    monkeypatch.chdir(course_copy)
    said = "\n".join({**MADE_UP, "criteria": "restfull\nrestful"}.values()) + "\n"
    told = CliRunner().invoke(main, ["review", "sign", PAGE], input=said)
    assert told.exit_code == 0, told.output
    assert "There is no criterion 'restfull'; did you mean `restful`?" in told.output


@pytest.mark.parametrize(
    ("pages", "said", "message"),
    [
        ([PAGE], {"criteria": "restfull"}, "did you mean `restful`?"),
        (["book/modules/slep.md"], {}, f"did you mean `{PAGE}`?"),
        ([PAGE], {"verdict": "objects"}, "`notes`: is empty"),
        ([PAGE], {"date": "soon"}, "`date`: write a day such as 2026-02-11"),
    ],
)
def test_what_could_not_stand_is_not_written(course_copy, pages, said, message):
    told = sign(course_copy, *pages, **said)
    assert told.exit_code and message in told.output
    assert [path.name for path in (course_copy / "reviews").iterdir()] == ["criteria.yml"]


def test_the_list_says_what_is_missing_changed_objected_to_and_due(signed):
    sign(signed, EXERCISE, name="Dr Nemo", verdict="objects", notes="It keeps me awake.", next="2026-02-12")
    add_sentences(signed, 2)
    told = review(signed, "list").output
    assert f"{EXERCISE}, for restful (2026-02-11-dr-nemo): It keeps me awake." in told
    assert f"{PAGE} since {NAME}; sentences: 2" in told
    assert "reviews/2026-02-11-dr-nemo.yml: another look was due by 2026-02-12" in told
    pages = len(list((signed / "exercises").glob("*.md"))) + len(list((signed / "notebooks").glob("*.ipynb")))
    pages += len(list((signed / "book").rglob("*.md")))
    assert f"exact: {pages} of {pages} pages\n" in told
    assert f"restful: {pages - 1} of {pages} pages\n    book/" in told


def test_the_diff_shows_the_sentences_that_have_changed(signed):
    add_sentences(signed, 1)
    told = review(signed, "diff", NAME).output
    assert f"--- {PAGE} as reviewed" in told and "+Here is sentence 0 that nobody reviewed." in told
    assert f"{EXERCISE}: no word has changed." in told
    assert "no word" not in review(signed, "diff", f"reviews/{NAME}.yml", PAGE).output


def test_the_diff_says_when_the_reviewed_words_are_not_in_the_history(course_copy):
    sign(course_copy, PAGE)
    add_sentences(course_copy, 1)
    assert "are not in the history" in review(course_copy, "diff", NAME).output
