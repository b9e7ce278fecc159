"""A reader of another language meets no English word of the engine, whatever is clicked, typed or opened."""

import re
import threading
from pathlib import Path

import pytest

from betweenus import Reflection
from betweenus.book.server import open_server
from tests.browser.alone import write_alone
from tests.words.english import english, strings_in, words_of_course

pytestmark = pytest.mark.thorough  # a whole book in that language takes half a minute

WALK = (Path(__file__).parent / "walk.js").read_text(encoding="utf-8")
KINDS = Reflection.__subclasses__()
# What the walk types, and what the page of a single reflection has around it.
TYPED = {"zzz", "one", "reflection", "after", "it"}
PAGES = [
    "notebooks/sleep.html",
    "notebooks/night.html",
    "notebooks/my-pages.html",
    "book/facilitators/evening.html",
    "book/facilitators/evening.html",
    "book/evidence/ledger.html",
    "exercises/sort-the-sayings.html",
]


@pytest.fixture(scope="module")
def known(translated):
    return words_of_course(translated) | TYPED


@pytest.fixture(scope="module")
def served_translated(translated):
    server = open_server(translated / "_build" / "html", port=0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.mark.parametrize("kind", KINDS, ids=[kind.kind for kind in KINDS])
def test_no_state_of_a_reflection_shows_an_english_word(kind, tab, tmp_path, translated, known, monkeypatch):
    monkeypatch.chdir(translated / "notebooks")
    page = tab()
    page.goto(write_alone(tmp_path, kind.example()))
    page.wait_for_selector("[data-ready]")
    own = {word.lower() for text in strings_in(kind.example_code()) for word in re.findall("[A-Za-z]{2,}", text)}
    assert english(page.evaluate(WALK), known | own) == set()


@pytest.mark.parametrize("path", PAGES)
def test_no_state_of_a_page_shows_an_english_word(path, tab, served_translated, known):
    page = tab()
    page.goto(f"{served_translated}/{path}")
    assert english(page.evaluate(WALK), known) == set()
