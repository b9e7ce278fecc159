"""In a browser of three years ago, as far as one of today can be made to lack what that one did not have."""

from collections.abc import Iterator

import pytest

from tests.browser.conftest import serving
from tests.journeys.lacking import as_older
from tests.journeys.test_journeys import (
    GALLERY,
    MY_PAGES,
    OWN_PAGES,
    SLEEP,
    STATE,
    WORDS,
    box,
    button,
    fill_in,
    is_ready,
    sees,
    write_keep_and_lock,
)

pytestmark = [pytest.mark.thorough, pytest.mark.parametrize("tab", ["firefox"], indirect=True)]
PRINTED = """() => {
  const shown = () => [...document.querySelectorAll("main details")].map((each) => each.open);
  const before = shown();
  dispatchEvent(new Event("beforeprint"));
  const printed = shown();
  dispatchEvent(new Event("afterprint"));
  return [printed.every(Boolean), JSON.stringify(shown()) === JSON.stringify(before), before.every(Boolean)];
}"""


@pytest.fixture(scope="module")
def older_book(tiny_book, tmp_path_factory):
    return as_older(tiny_book, tmp_path_factory.mktemp("older") / "book")


@pytest.fixture
def book_at(older_book) -> Iterator[str]:
    yield from serving(older_book)


def test_notes_and_verdicts_stand_below_their_marks(tab, book_at):
    tab.set_viewport_size({"width": 390, "height": 800})
    tab.goto(f"{book_at}/{SLEEP}")
    sees(tab, ".note", "certainty")
    assert tab.evaluate("() => [...document.querySelectorAll('.note')].every((note) => note.checkVisibility())")
    assert tab.locator(".note-close:visible").count() == 0


def test_the_colours_of_the_book_are_there_in_light_and_in_dark(tab, book_at):
    tab.goto(f"{book_at}/{OWN_PAGES}")
    sees(tab, STATE, "Only in this tab")
    ground, words, accent, border = tab.evaluate(
        """() => [getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.body).color,
          getComputedStyle(document.querySelector("[data-clear]")).color,
          getComputedStyle(document.querySelector("textarea")).borderTopWidth]"""
    )
    assert (ground, words, accent, border) == ("rgb(251, 247, 242)", "rgb(43, 37, 48)", "rgb(122, 46, 85)", "1px")


def test_every_kind_of_reflection_is_ready(tab, book_at):
    tab.goto(f"{book_at}/{GALLERY}")
    is_ready(tab)


def test_a_choice_shows_that_it_is_made(tab, book_at):
    tab.goto(f"{book_at}/{OWN_PAGES}")
    choice = tab.locator("[data-reflection=scale]").first.get_by_label("7", exact=True)
    choice.check()
    assert choice.evaluate("(input) => getComputedStyle(input).boxShadow") != "none"


def test_what_is_written_is_kept_locked_and_found_again(tab, book_at):
    tab.goto(f"{book_at}/{OWN_PAGES}")
    sees(tab, STATE, "Only in this tab")
    write_keep_and_lock(tab)
    tab.goto(f"{book_at}/{MY_PAGES}")
    fill_in(tab, "Unlock", "passphrase")
    sees(tab, "[data-pages] article", WORDS)


def test_the_line_of_answers_covers_nothing(tab, book_at):
    tab.set_viewport_size({"width": 390, "height": 800})
    tab.goto(f"{book_at}/{OWN_PAGES}")
    sees(tab, STATE, "Only in this tab")
    above, line = (
        tab.locator(each).evaluate("(each) => each.getBoundingClientRect().toJSON()")
        for each in ("footer", "body > .store-line")
    )
    assert above["bottom"] <= line["top"] + 1
    button(tab, "More").click()
    sees(tab, "[data-do=keep]")


def test_on_paper_nothing_stays_folded_away(tab, book_at):
    tab.goto(f"{book_at}/{SLEEP}")
    assert tab.evaluate(PRINTED) == [True, True, False]


def test_the_stage_goes_on_with_a_key(tab, book_at):
    tab.goto(f"{book_at}/exercises/lights-out.html")
    button(tab, "Show on a projector").click()
    sees(tab, "dialog.stage")
    tab.keyboard.press("ArrowRight")
    sees(tab, "dialog.stage [data-field=count]", "Step 1 of")


def test_the_exit_leaves(tab, book_at, elsewhere):
    tab.goto(f"{book_at}/{OWN_PAGES}")
    box(tab).fill(WORDS)
    tab.locator("a.exit").click()
    tab.wait_for_url(elsewhere)
    sees(tab, "h1", "Elsewhere")
