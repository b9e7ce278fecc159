"""Markdown is set on paper whole, or the build says what can't be."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from betweenus.exercises.form import read_form
from betweenus.handouts.documents import PLAN, common, form_handout
from betweenus.handouts.pdf import HandoutError, compile_pdf
from betweenus.project import Project, SourceError
from tests.handouts.reading import read, squeezed, words_of

ON_A4 = {"paper": "a4", "large": False}
# What Typst or Markdown could read as markup, between letters that stay letters.
ODD = "#$@_*`<>\\\"'/~^=+-[](){}|&;:!?%."
words = st.text(alphabet=st.sampled_from(ODD + "aé "), min_size=1, max_size=30).map(lambda text: f"b{text}b")


@pytest.fixture
def form(course_copy):
    """A function that makes the PDF of a form with this Markdown."""
    path, project = course_copy / "form.md", Project(course_copy)

    def make(text, front="title: Form"):
        path.write_text(f"---\n{front}\n---\n{text}\n", encoding="utf-8")
        handout = form_handout(project, read_form(path))
        return read(handout.pdf(next(iter(handout.files().values()))))

    return make


def printed(reader) -> str:
    """The words of a PDF with quotation marks, dashes and dots as they are typed."""
    text = words_of(reader)
    for typed, marks in {'"': "“”", "'": "‘’"}.items():
        text = re.sub(f"[{marks}]", typed, text)
    return text.replace("—", "---").replace("–", "--").replace("…", "...")


@settings(max_examples=60)
@given(st.lists(words, min_size=1, max_size=4))
def test_words_of_a_plan_are_set_as_they_are(course, texts):
    rows = [{"clock": "18:30", "minutes": 5, "name": text, "text": text} for text in texts]
    content = {"title": texts[0], "timed": True, "rows": rows, "notes": texts}
    pdf = compile_pdf("plan", common(course, PLAN) | ON_A4 | content)
    text = words_of(read(pdf))
    assert all(text.count(squeezed(words)) >= 3 for words in texts)


@settings(max_examples=60, suppress_health_check=["function_scoped_fixture"])
@given(words)
def test_words_in_markdown_are_set_as_they_are(form, text):
    escaped = re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)
    assert squeezed(text) in printed(form(f"{escaped}\n\n**{escaped}** and *{escaped}*\n\n- {escaped}"))


def test_marks_of_print_look_at_their_neighbours_across_bold_and_links(form):
    text = words_of(form('"**Really**," said *the one*\'s "friend".'))
    assert "“Really,”saidtheone’s“friend”." in text


def test_a_backslash_stays(form):
    assert r"a\.b" in words_of(form(r"a\\.b"))


def test_roles_are_set_in_words(form):
    text = words_of(form("{claim}`A03` {cite:p}`drake2013` {cite:t}`trauer2015` {term}`naps <nap>`"))
    assert "(notsupported,A03)[Drakeandothers,2013]Trauerandothers(2015)naps" in text


def test_an_address_outside_the_book_is_a_link(form):
    page = form("[There](https://example.org/a).").pages[0]
    assert [note.get_object()["/A"]["/URI"] for note in page["/Annots"]] == ["https://example.org/a"]


def test_a_comment_stays_out(form):
    assert "secret" not in words_of(form("One.\n\n% secret\n\nTwo."))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("One.\n\n| a | b |\n| - | - |\n| 1 | 2 |", r"form\.md:6: the handouts don't know “table”"),
        ("![A cup](cup.png)", r"form\.md:4: the handouts don't know “image”"),
        ("<div>One</div>", r"form\.md:4: the handouts don't know “html block”"),
        ("One <b>two</b>", r"form\.md:4: the handouts don't know “html inline”"),
        ("One.\n\n```{note}\nTwo.\n```", r"form\.md:6: the handouts don't know the block ```\{note\}"),
        ("```{lines} some\n```", r"form\.md:4: the handouts don't know the block ```\{lines\} some"),
        (":::{note}\nTwo.\n:::", r"form\.md:4: the handouts don't know the block :::\{note\}"),
        ("One\n: Two", r"form\.md:4: the handouts don't know “dl”"),
        ("One {numref}`two`", r"form\.md:4: the handouts don't know the role \{numref\}"),
        ("- One `two`", r"form\.md:4: the handouts don't know “code inline”"),
        ("One[^1]\n\n[^1]: Two", r"form\.md:4: the handouts don't know “footnote"),
        ("{claim}`Z99`", r"form\.md: there is no claim 'Z99'"),
        ("{cite:p}`nobody1999`", r"form\.md: there is no reference 'nobody1999'"),
    ],
)
def test_what_paper_doesn_t_know_is_named_with_file_and_line(form, text, message):
    with pytest.raises(SourceError, match=message):
        form(text)


@pytest.mark.parametrize(
    ("front", "message"),
    [
        ("titel: Form", r"form\.md:2: `title` is missing"),
        ("title: Form\nslips: 40", r"form\.md:3: `slips`: .*less than or equal to 8"),
        ("title: Form\nanswer: [yes]", r"form\.md:3: `answer` is not a field here"),
    ],
)
def test_a_wrong_form_is_named_with_line_and_field(form, front, message):
    with pytest.raises(SourceError, match=message):
        form("One.", front)


def test_a_slip_with_too_many_words_is_refused(form):
    with pytest.raises(HandoutError, match="Form, slips: .*more on a slip than fits on it"):
        form("word " * 900, "title: Form\nslips: 4")
