"""What a screen reader says of what people do, word for word: `spoken/` has it, to be read aloud."""

import os
import re
import shutil
from pathlib import Path

import pytest

from tests.journeys import transcript
from tests.journeys.orca import reader_with_orca
from tests.journeys.test_journeys import ANSWERED, BOX, CHOICE, GALLERY, MY_PAGES, OWN_PAGES, PASSPHRASE, SLEEP, sees

pytestmark = pytest.mark.thorough
SPOKEN = Path(__file__).parent / "spoken"
AGAIN = "BETWEENUS_SPOKEN=write .venv/bin/pytest -m thorough tests/journeys/test_spoken.py"


@pytest.fixture(scope="module")
def at_the_keyboard(playwright, firefox_start, tmp_path_factory):
    with reader_with_orca(playwright, tmp_path_factory.mktemp("orca"), firefox_start) as reader:
        yield reader


@pytest.fixture
def reader(at_the_keyboard, request):
    """Somebody who hears; what they heard is compared once they have done all."""
    file = SPOKEN / f"{request.node.name.removeprefix('test_').replace('_', '-')}.txt"
    kept = transcript.read(file.read_text(encoding="utf-8") if file.is_file() else "")
    at_the_keyboard.begin(kept)
    yield at_the_keyboard
    heard = at_the_keyboard.steps
    if os.environ.get("BETWEENUS_SPOKEN") == "write":
        file.write_text(transcript.written(transcript.anew(kept, heard)), encoding="utf-8")
    else:
        differences = "\n".join(transcript.differences(kept, heard))
        assert not differences, f"{differences}\nread it aloud; if it reads well: {AGAIN}"


def button(reader, name):
    return reader.page.get_by_role("button", name=name).first


def go_to_button(reader, name):
    reader.go_to(button(reader, name), f"the button “{name}”")


def state(reader, words):
    return lambda: sees(reader.page, "[data-store-state]", words)


def test_reading_with_a_note_and_a_verdict(reader, book_at):
    reader.open(f"{book_at}/{SLEEP}")
    reader.press("h")
    reader.press("p")
    reader.press("Tab")
    for name in ("Note 1", "about claim A02"):
        go_to_button(reader, name)
        reader.press("Return", until=lambda: sees(reader.page, ".note:popover-open"))
        reader.press("Tab")
        reader.press("Escape")


def test_writing_keeping_locking_and_unlocking(reader, book_at):
    reader.open(f"{book_at}/{OWN_PAGES}")
    reader.go_to(reader.page.locator("[data-reflection=journal] textarea").first, "the box of a question")
    reader.type("calm", until=state(reader, "1 answer"))
    go_to_button(reader, "Keep on this device…")
    reader.press("Return")
    reader.type("short", until=lambda: sees(reader.page, "[data-strength]", "guessed"))
    reader.press("ctrl+a")
    reader.type(PASSPHRASE, until=lambda: sees(reader.page, "[data-strength]", "holds well"))
    reader.press("Tab")
    reader.type("other")
    reader.press("Return")
    reader.press("ctrl+a")
    reader.type(PASSPHRASE)
    reader.press("Return", until=state(reader, "unlocked"))
    reader.press("Return", until=state(reader, "locked"))
    reader.press("Return")
    reader.type("other words")
    reader.press("Return")
    reader.press("ctrl+a")
    reader.type(PASSPHRASE)
    reader.press("Return")


def test_answering_in_each_kind_of_reflection(reader, book_at):
    reader.open(f"{book_at}/{GALLERY}")
    for kind in sorted(ANSWERED):
        reflection = reader.page.locator(f"[data-reflection={kind}]").first
        box, choice = reflection.locator(BOX), reflection.locator(CHOICE)
        if box.count():
            reader.go_to(box.first, f"the first box of {kind}")
            reader.type("calm")
        if choice.count():
            reader.go_to(choice.first, f"the first choice of {kind}")
            reader.press("space")


def test_taking_out_deleting_and_bringing_back(reader, book_at, tmp_path):
    reader.open(f"{book_at}/{OWN_PAGES}")
    reader.go_to(reader.page.locator("[data-reflection=journal] textarea").first, "the box of a question")
    reader.type("calm", until=state(reader, "1 answer"))
    reader.open(f"{book_at}/{MY_PAGES}")
    go_to_button(reader, "Take out, locked…")
    reader.press("Return")
    reader.type(PASSPHRASE)
    reader.press("Tab")
    reader.type(PASSPHRASE)
    with reader.page.expect_download() as download:
        reader.press("Return")
    copy = tmp_path / download.value.suggested_filename
    shutil.copy(download.value.path(), copy)
    go_to_button(reader, "Delete everything…")
    reader.press("Return")
    reader.press("Tab")
    reader.press("Return", until=state(reader, "0 answers"))
    go_to_button(reader, "Bring back…")
    reader.press("Return")
    file = reader.page.locator("dialog[open] [name=file]")
    reader.does("chooses the copy", lambda: file.set_input_files(copy))
    reader.go_to(reader.page.locator("dialog[open] [name=passphrase]"), "the passphrase")
    reader.press("shift+Tab")
    reader.press("Tab")
    reader.type(PASSPHRASE)
    reader.press("Return", until=lambda: sees(reader.page, "[data-pages] article", "calm"))


def test_a_match_with_its_hand_over(reader, book_at):
    step = lambda words: lambda: sees(reader.page, "dialog[open] h2", words)  # noqa: E731
    code = lambda place: reader.page.locator("dialog[open] [data-code]").nth(place)  # noqa: E731
    reader.open(f"{book_at}/{GALLERY}")
    go_to_button(reader, "Begin together")
    reader.press("Return", until=step("Before you begin"))
    go_to_button(reader, "We all want to begin")
    reader.press("Return", until=step("person 1"))
    for person, typed in enumerate(("q7zk", "w4vj"), start=1):
        go_to_button(reader, "I have it")
        reader.press("Return", until=step(f"person {person}"))
        reader.go_to(reader.page.locator("dialog[open] .match-item").nth(2).get_by_label("I’d like this"), "an answer")
        reader.press("space")
        reader.go_to(code(0), "the code")
        reader.type(typed)
        if person == 1:
            reader.press("Return", until=lambda: sees(reader.page, "dialog[open] [data-problem]", "not the same"))
        reader.go_to(code(1), "the code again")
        reader.type(typed)
        go_to_button(reader, "Seal my answers")
        reader.press("Return", until=step("person 2" if person == 1 else "Come back together"))
    for place, typed in enumerate(("q7zk", "nope")):
        reader.go_to(code(place), f"the code of person {place + 1}")
        reader.type(typed)
    reader.press("Return", until=lambda: sees(reader.page, "dialog[open] .match-problem", "not right"))
    for place, typed in enumerate(("q7zk", "w4vj")):
        reader.go_to(code(place), f"the code of person {place + 1}")
        reader.type(typed)
    reader.press("Return", until=step("What all of you chose"))
    go_to_button(reader, "Close and forget")
    reader.press("Return", until=lambda: sees(reader.page, "[data-said]", "Everything is forgotten"))


def test_a_turn_that_ends(reader, book_at):
    said = lambda words: lambda: sees(reader.page, ".turn-timer-said", words)  # noqa: E731
    reader.open(f"{book_at}/{GALLERY}")
    reader.go_to(reader.page.locator("[data-reflection=turn-timer] [data-start]"), "the button “Start”")
    reader.press("Return", until=said("Turn 1"))
    go_on = lambda: reader.page.evaluate(LATER, 60 * 60 * 1000)  # noqa: E731
    reader.does("waits until the turn is over", go_on, said("Time."))
    go_to_button(reader, "Next turn")
    reader.press("Return", until=said("Turn 2"))
    reader.go_to(reader.page.locator("dialog[open] [data-stop]"), "the button “Stop”")
    reader.press("Return", until=lambda: sees(reader.page, ".turn-timer-ended", "Stopped"))


# As if so many milliseconds had gone by.
LATER = "(more) => { const { now } = Date; Date.now = () => now() + more; }"


def test_planning_an_evening(reader, book_at):
    reader.open(f"{book_at}/book/facilitators/evening.html")
    go_to_button(reader, "Make the plan")
    reader.press("Return", until=lambda: sees(reader.page, "button", "Print the pack"))


def test_the_stage(reader, book_at):
    step = lambda number: lambda: sees(reader.page, "dialog.stage [data-field=count]", f"Step {number} of")  # noqa: E731
    reader.open(f"{book_at}/exercises/lights-out.html")
    go_to_button(reader, "Show on a projector")
    reader.press("Return", until=lambda: sees(reader.page, "dialog.stage"))
    for number in (1, 2):
        reader.press("Return", until=step(number))
    reader.press("Escape")


def test_searching(reader, book_at):
    reader.open(f"{book_at}/search.html")
    reader.go_to(reader.page.get_by_label("Words to look for"), "the box for words")
    reader.type("coffee", until=lambda: sees(reader.page, ".hit mark"))
    reader.press("Return")


def test_looking_for_a_claim(reader, book_at):
    reader.open(f"{book_at}/book/evidence/ledger.html")
    reader.go_to(reader.page.get_by_label("Words to find"), "the box for words")
    reader.type("nap", until=lambda: sees(reader.page, "[data-filter-count]", " of "))


def test_leaving_by_three_presses_of_shift(reader, book_at, elsewhere):
    reader.open(f"{book_at}/{OWN_PAGES}")
    said = "[data-exit-status]"
    reader.press("Shift_L", until=lambda: reader.page.wait_for_function(SAYS, arg=[said, "2 more times"]))
    reader.wait("until it is called off", until=lambda: reader.page.wait_for_function(SAYS, arg=[said, "called off"]))
    reader.press("Shift_L", until=lambda: reader.page.wait_for_function(SAYS, arg=[said, "2 more times"]))
    reader.press("Shift_L", until=lambda: reader.page.wait_for_function(SAYS, arg=[said, "once more"]))
    reader.press("Shift_L", until=lambda: reader.page.wait_for_url(re.compile(re.escape(elsewhere))))


def test_leaving_by_the_button(reader, book_at, elsewhere):
    reader.open(f"{book_at}/{OWN_PAGES}")
    reader.go_to(reader.page.locator("a.exit"), "the exit")
    reader.press("Return", until=lambda: reader.page.wait_for_url(re.compile(re.escape(elsewhere))))


SAYS = "([place, words]) => document.querySelector(place).textContent.includes(words)"
