"""What a reader, a couple and a facilitator do, in each browser."""

import json
import re
import shutil

import pytest

from betweenus import read_pages

SLEEP = "book/modules/sleep.html"
OWN_PAGES = "notebooks/sleep.html"
MY_PAGES = "notebooks/my-pages.html"
GALLERY = "book/gallery.html"
WORDS = "marked word of the test"
PASSPHRASE = "marked pass phrase"
STATE = "[data-store-state]"
DIALOG = "dialog[open]"
BOX = ":is(textarea, input[type=text]):visible"
CHOICE = ":is(input[type=radio], input[type=checkbox]):visible"
KEEP_NOTHING = ["match", "my-pages", "turn-timer"]
# What each other reflection on a page says, by its kind.
ANSWERS = """(keepNothing) => Object.fromEntries(
  [...document.querySelectorAll("[data-reflection]")]
    .filter(({ dataset }) => !keepNothing.includes(dataset.reflection))
    .map((each) => [
      each.dataset.reflection,
      [...each.querySelectorAll("textarea, input[type=text], :checked")].map(({ value }) => value).filter(Boolean),
    ]),
)"""
ANSWERED = {
    "brakes-and-accelerators",
    "card-sort",
    "closeness",
    "evidence-check",
    "journal",
    "plan",
    "scale",
    "statement",
}
CODES = ("q7zk", "w4vj")


def sees(tab, selector, words=""):
    """Wait until something like it is shown, with these words."""
    tab.wait_for_function(
        f"() => [...document.querySelectorAll({json.dumps(selector)})]"
        f".some((each) => each.checkVisibility() && each.innerText.includes({json.dumps(words)}))"
    )


@pytest.fixture
def own_pages(tab, book_at):
    tab.goto(f"{book_at}/{OWN_PAGES}")
    sees(tab, STATE, "Only in this tab")
    return tab


def button(tab, name):
    return tab.get_by_role("button", name=name).first


def box(tab):
    return tab.locator("[data-reflection=journal] textarea").first


def fill_in(tab, name, *fields):
    button(tab, name).click()
    for field in fields:
        tab.locator(f"{DIALOG} [name={field}]").fill(PASSPHRASE)
    tab.locator(f"{DIALOG} [type=submit]").click()


def test_a_note_opens_beside_its_number(tab, book_at):
    tab.goto(f"{book_at}/{SLEEP}")
    button(tab, "Note 1").click()
    sees(tab, ".note:popover-open a")


def test_a_claim_says_how_sure_one_is(tab, book_at):
    tab.goto(f"{book_at}/{SLEEP}")
    button(tab, "about claim A02").click()
    sees(tab, ".note:popover-open", "certainty")


def test_what_was_written_and_chosen_in_each_kind_is_there_after_a_reload(tab, book_at):
    tab.goto(f"{book_at}/{GALLERY}")
    is_ready(tab)
    empty, reflections = tab.evaluate(ANSWERS, KEEP_NOTHING), tab.locator("[data-reflection]")
    for number in range(reflections.count()):
        answer(reflections.nth(number))
    sees(tab, "[data-reflection=evidence-check] details[open]", "certainty")
    answers = tab.evaluate(ANSWERS, KEEP_NOTHING)
    assert {kind for kind, said in answers.items() if said != empty[kind]} == ANSWERED
    tab.reload()
    sees(tab, STATE, f"Only in this tab · {len(ANSWERED)} answers")
    assert tab.evaluate(ANSWERS, KEEP_NOTHING) == answers


def answer(reflection):
    """Write in its first box and choose the first thing that is to be chosen."""
    box, choice = reflection.locator(BOX), reflection.locator(CHOICE)
    if box.count():
        box.first.fill(WORDS)
    if choice.count():
        choice.first.check()


def is_ready(tab):
    tab.wait_for_function("() => !document.querySelector('[data-reflection]:not([data-ready])')")


def test_what_is_kept_is_locked_found_again_and_deleted(own_pages, book_at):
    write_keep_and_lock(own_pages)
    assert box(own_pages).input_value() == ""
    own_pages.goto(f"{book_at}/{MY_PAGES}")
    fill_in(own_pages, "Unlock", "passphrase")
    sees(own_pages, "[data-pages] article", WORDS)
    fill_in(own_pages, "Delete everything")
    sees(own_pages, STATE, "Only in this tab · 0 answers")
    own_pages.reload()
    sees(own_pages, STATE, "Only in this tab · 0 answers")


def write_keep_and_lock(tab):
    box(tab).fill(WORDS)
    fill_in(tab, "Keep on this device", "passphrase", "again")
    sees(tab, STATE, "On this device, unlocked")
    tab.get_by_role("button", name="Lock", exact=True).click()
    sees(tab, STATE, "On this device, locked")


def test_a_locked_copy_is_taken_out_and_brought_back(own_pages, book_at, tmp_path):
    box(own_pages).fill(WORDS)
    own_pages.goto(f"{book_at}/{MY_PAGES}")
    take_out_and_bring_back(own_pages, tmp_path)


def take_out_and_bring_back(own_pages, tmp_path):
    with own_pages.expect_download() as download:
        fill_in(own_pages, "Take out, locked", "passphrase", "again")
    copy = tmp_path / download.value.suggested_filename
    shutil.copy(download.value.path(), copy)
    assert WORDS in str(read_pages(copy, PASSPHRASE))
    fill_in(own_pages, "Delete everything")
    sees(own_pages, STATE, "Only in this tab · 0 answers")
    button(own_pages, "Bring back").click()
    own_pages.locator(f"{DIALOG} [name=file]").set_input_files(copy)
    own_pages.locator(f"{DIALOG} [name=passphrase]").fill(PASSPHRASE)
    own_pages.locator(f"{DIALOG} [type=submit]").click()
    sees(own_pages, "[data-pages] article", WORDS)


def test_two_play_a_match_and_a_reload_forgets_it(tab, book_at):
    tab.goto(f"{book_at}/{GALLERY}")
    press(tab, "Begin together", "We all want to begin")
    for person, code in enumerate(CODES, start=1):
        press(tab, "I have it")
        sees(tab, f"{DIALOG} h2", f"Only for you, person {person}")
        tab.locator(f"{DIALOG} .match-item").nth(2).get_by_label("I’d like this").check()
        type_codes(tab, code, code)
        press(tab, "Seal my answers")
    sees(tab, f"{DIALOG} h2", "Come back together")
    type_codes(tab, *CODES)
    press(tab, "We all want to look")
    sees(tab, f"{DIALOG} h2", "What all of you chose")
    tab.reload()
    sees(tab, "button", "Begin together")
    assert tab.locator(".match-item input:checked").count() == 0


def press(tab, *names):
    for name in names:
        button(tab, name).click()


def type_codes(tab, *codes):
    for place, code in enumerate(codes):
        tab.locator(f"{DIALOG} [data-code]").nth(place).press_sequentially(code)


def test_a_search_shows_the_words_around(tab, book_at):
    tab.goto(f"{book_at}/search.html")
    tab.get_by_label("Words to look for").press_sequentially("coffee")
    sees(tab, ".hit mark")


def test_a_filter_shows_what_one_looks_for(tab, book_at):
    tab.goto(f"{book_at}/book/evidence/ledger.html")
    tab.get_by_label("Words to find").press_sequentially("nap")
    sees(tab, "[data-filter-count]", " of ")


def test_a_plan_for_an_evening_has_its_pack(tab, book_at):
    tab.goto(f"{book_at}/book/facilitators/evening.html")
    button(tab, "Make the plan").click()
    sees(tab, "button", "Print the pack")


def test_the_stage_goes_on_with_a_key(tab, book_at):
    tab.goto(f"{book_at}/exercises/lights-out.html")
    button(tab, "Show on a projector").click()
    sees(tab, "dialog.stage")
    tab.keyboard.press("ArrowRight")
    sees(tab, "dialog.stage [data-field=count]", "Step 1 of")
    tab.keyboard.press("ArrowRight")
    sees(tab, "dialog.stage [data-field=count]", "Step 2 of")


@pytest.mark.parametrize("way", ["button", "Shift"])
def test_the_exit_leaves(own_pages, elsewhere, way):
    box(own_pages).fill(WORDS)
    if way == "button":
        own_pages.locator("a.exit").click()
    else:
        for _ in range(3):
            own_pages.keyboard.press("Shift")
    own_pages.wait_for_url(re.compile(re.escape(elsewhere)))
    sees(own_pages, "h1", "Elsewhere")


def test_without_a_script_the_exit_is_a_link(tab, book_at, elsewhere, can):
    can("no script")
    context = tab.context.browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{book_at}/{OWN_PAGES}")
    page.locator("a.exit").click()
    page.wait_for_url(re.compile(re.escape(elsewhere)))
    context.close()
