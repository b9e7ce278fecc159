"""A course in a made-up language shows no English word of the engine, on any page, in any state, on paper."""

from datetime import date, time

import pytest
from pypdf import PdfReader

from betweenus.exercises import exercises_of
from betweenus.handouts.plan import plan_pdf
from betweenus.plans.formats import to_ics, to_markdown
from betweenus.plans.plan import ready_made
from betweenus.project import Project
from tests.words.english import english, texts_on_page, words_of_course

pytestmark = pytest.mark.thorough  # a whole book in that language takes half a minute

# For authors, who read the code and its docstrings in English; and what Sphinx makes by itself.
FOR_AUTHORS = {"gallery.html", "hosting.html", "settings.html", "genindex.html"}


@pytest.fixture(scope="module")
def known(translated):
    return words_of_course(translated)


@pytest.fixture(scope="module")
def plan(translated):
    project = Project(translated)
    return ready_made(exercises_of(project), next(iter(project.course.titles)), 60)


def pages_of(translated):
    return [page for page in (translated / "_build" / "html").rglob("*.html") if page.name not in FOR_AUTHORS]


def test_no_page_shows_an_english_word_of_the_engine(translated, known):
    left = {page.name: english(texts_on_page(page.read_text(encoding="utf-8")), known) for page in pages_of(translated)}
    assert {name: words for name, words in left.items() if words} == {}


def test_every_page_is_written_from_the_right(translated):
    pages = [page for page in pages_of(translated) if page.name != "index.html"]
    assert all('dir="rtl"' in page.read_text(encoding="utf-8") for page in pages)


def test_no_handout_shows_an_english_word_of_the_engine(translated, known):
    files = sorted((translated / "_build" / "html" / "handouts").glob("*-a4.pdf"))
    left = {path.name: english(words_of_pdf(path), known) for path in files}
    assert len(files) > 5
    assert {name: words for name, words in left.items() if words} == {}


def words_of_pdf(path):
    return [page.extract_text() for page in PdfReader(path).pages]


def test_no_plan_shows_an_english_word_of_the_engine(translated, known, plan, tmp_path):
    project = Project(translated)
    printed = tmp_path / "plan.pdf"
    printed.write_bytes(plan_pdf(project, plan, time(18, 30)))
    assert english(words_of_pdf(printed), known) == set()
    assert english([to_markdown(plan, time(18, 30), project)], known) == set()


def test_no_calendar_shows_an_english_word_of_the_engine(translated, known, plan):
    calendar = to_ics(plan, time(18, 30), date(2027, 1, 14), Project(translated)).decode()
    said = [line.partition(":")[2] for line in calendar.splitlines() if line.startswith(("SUMMARY", "DESCRIPTION"))]
    assert said
    assert english(said, known) == set()
