"""Answers kept on the device: locked, never lost, and gone when someone wants them gone."""

import contextlib
import json
import re

import pexpect
import pytest
from playwright.sync_api import Error, Page

from betweenus import read_pages
from tests.browser.expecting import expect
from tests.tools import age

NOTEBOOK = "notebooks/sleep.html"
MY_PAGES = "notebooks/my-pages.html"
WORDS = "marked-word-of-the-test"
PASSPHRASE = "marked pass phrase"
COPY_PASSPHRASE = "quite another for the copy"
LONG = WORDS * 100_000  # 2 MB: more than a device without room takes, less than a tab
SLOW = 60_000  # scrypt is slow on purpose

# Everything that a person with the developer tools open could look through, as one text.
EVERYTHING = """async () => {
  const kept = [{ ...sessionStorage }, { ...localStorage }, document.cookie, location.href, history.state];
  for (const field of document.querySelectorAll("input, textarea")) kept.push(field.value);
  kept.push(document.documentElement.outerHTML, await caches.keys());
  for (const { name } of await indexedDB.databases()) {
    const database = await new Promise((resolve) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
    });
    for (const store of database.objectStoreNames) {
      const all = database.transaction(store).objectStore(store);
      for (const request of [all.getAll(), all.getAllKeys()]) {
        const found = await new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
        kept.push(JSON.stringify(found, (_, value) =>
          value instanceof Uint8Array ? new TextDecoder().decode(value) : value));
      }
    }
    database.close();
  }
  return JSON.stringify(kept);
}"""


# Writes into the first box at a given moment, so that two tabs can do so in the same one.
WRITE_AT = """([moment, text]) => void setTimeout(() => {
  const box = document.querySelector("[data-reflection=journal] textarea");
  box.value = text;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  globalThis.written = true;
}, moment - Date.now())"""


@pytest.fixture
def page(tab, served_course):
    page = tab(accept_downloads=True)
    visit(page, f"{served_course}/{NOTEBOOK}")
    return page


def visit(page: Page, url: str) -> Page:
    page.goto(url)
    expect(page.locator("[data-store-line][data-ready]")).to_have_count(1)
    return page


def state(page):
    return page.locator("[data-store-state]")


def told(page):
    return page.locator("[data-reflection=my-pages] [data-told]")


def box(page, index=0):
    return page.locator("[data-reflection=journal] textarea").nth(index)


def fill_in(page, button, **fields):
    page.get_by_role("button", name=button).first.click()
    dialog = page.locator("dialog[open]")
    for name, value in fields.items():
        dialog.locator(f"[name={name}]").fill(value)
    dialog.locator("[type=submit]").click()
    return dialog


def keep_on_device(page):
    fill_in(page, "Keep on this device", passphrase=PASSPHRASE, again=PASSPHRASE)
    expect(state(page)).to_contain_text("On this device, unlocked", timeout=SLOW)


def unlock(page):
    fill_in(page, "Unlock", passphrase=PASSPHRASE)
    expect(state(page)).to_contain_text("On this device, unlocked", timeout=SLOW)


def test_undoing_brings_no_passphrase_back(page):
    keep = page.get_by_role("button", name="Keep on this device").first
    field = page.locator("dialog[open] [name=passphrase]")
    keep.click()
    field.press_sequentially(PASSPHRASE)
    page.keyboard.press("Escape")
    keep.click()
    expect(field).to_be_focused()
    for key in ["Control+z"] * 4 + ["Control+Shift+z"] * 4:
        page.keyboard.press(key)
        assert field.input_value() == ""


def lock(page):
    page.get_by_role("button", name="Lock", exact=True).click()
    expect(state(page)).to_contain_text("On this device, locked")


def settled(page):
    page.evaluate("[...globalThis[Symbol.for('betweenus/stores')].values()][0].settled()")


def test_the_quiet_line_counts_the_answers_of_this_tab(page):
    expect(state(page)).to_have_text("Only in this tab · 0 answers")
    box(page).fill(WORDS)
    expect(state(page)).to_have_text("Only in this tab · 1 answer")


def test_what_is_written_before_the_device_has_told_what_it_keeps_survives_leaving_the_page(tab, served_course):
    page = tab()
    page.add_init_script(
        "if (location.pathname.endsWith('/sleep.html')) indexedDB.databases = () => new Promise(() => {});"
    )
    page.goto(f"{served_course}/{NOTEBOOK}")
    page.locator("[data-reflection=journal][data-ready] textarea").first.fill(WORDS)
    page.goto(f"{served_course}/{MY_PAGES}")
    expect(page.locator("[data-pages]")).to_contain_text(WORDS)


def test_someone_can_keep_lock_come_back_find_all_take_it_out_and_delete_it(page, served_course, tmp_path):
    box(page).fill(WORDS)
    keep_on_device(page)
    box(page, 1).fill("more words")
    lock(page)
    expect(box(page)).to_have_value("")

    later = page.context.new_page()
    page.close()
    visit(later, f"{served_course}/{MY_PAGES}")
    expect(later.locator("article")).to_have_count(0)
    unlock(later)
    expect(later.locator("article")).to_have_count(2)
    expect(later.locator("[data-pages]")).to_contain_text(WORDS)

    with later.expect_download() as text:
        later.get_by_role("button", name="Take out as text").click()
    assert WORDS in text.value.path().read_text(encoding="utf-8")
    with later.expect_download(timeout=SLOW) as locked:
        fill_in(later, "Take out, locked", passphrase=COPY_PASSPHRASE, again=COPY_PASSPHRASE)
    copy = tmp_path / "copy.age"
    locked.value.save_as(copy)
    assert {record.value for record in read_pages(copy, COPY_PASSPHRASE)} == {WORDS, "more words"}
    assert WORDS in opened_by_age(copy, COPY_PASSPHRASE)

    fill_in(later, "Delete everything")
    expect(state(later)).to_have_text("Only in this tab · 0 answers")
    assert WORDS not in later.evaluate(EVERYTHING)
    assert later.evaluate("indexedDB.databases()") == []


def test_my_pages_print_the_answers_and_nothing_to_press(page, served_course):
    box(page).fill(WORDS)
    page.goto(f"{served_course}/{MY_PAGES}")
    expect(page.locator("article")).to_contain_text(WORDS)
    page.emulate_media(media="print")
    expect(page.locator("article").get_by_text(WORDS)).to_be_visible()
    expect(page.locator("[data-reflection=my-pages] button:visible")).to_have_count(0)


def opened_by_age(path, passphrase) -> str:
    plain = path.with_suffix(".json")
    child = pexpect.spawn(age(), ["--decrypt", "--output", str(plain), str(path)], timeout=60)
    child.expect("passphrase[^:]*: ?")
    child.sendline(passphrase)
    child.expect(pexpect.EOF)
    return plain.read_text(encoding="utf-8")


def test_what_is_locked_stands_nowhere_in_clear(page):
    box(page).fill(WORDS)
    keep_on_device(page)
    lock(page)
    everything = page.evaluate(EVERYTHING)
    assert len(everything) > 10_000
    for secret in (WORDS, PASSPHRASE, "AGE-SECRET-KEY"):
        assert secret not in everything


def test_the_passphrase_is_kept_nowhere_even_while_it_is_open(page):
    keep_on_device(page)
    assert PASSPHRASE not in page.evaluate(EVERYTHING)


def test_no_request_carries_anything(tab, served_course):
    page = tab()
    seen = []
    page.on("request", lambda request: seen.append((request.method, request.url, request.post_data)))
    visit(page, f"{served_course}/{NOTEBOOK}")
    box(page).fill(WORDS)
    keep_on_device(page)
    assert {method for method, _, _ in seen} == {"GET"}
    assert WORDS not in str(seen) and PASSPHRASE not in str(seen)
    # What is made within the page, such as a worker, has an address of its own, which leads nowhere.
    assert all(url.removeprefix("blob:").startswith(served_course) for _, url, _ in seen)


def test_the_vault_is_loaded_only_when_it_is_needed(tab, served_course):
    page = tab()
    loaded = []
    page.on("request", lambda request: loaded.append(request.url))
    visit(page, f"{served_course}/{NOTEBOOK}")
    assert not any("vault" in url for url in loaded)
    keep_on_device(page)
    assert any("vault" in url for url in loaded)


def test_a_passphrase_that_is_soon_guessed_is_told_kindly_before_anything_is_kept(page):
    dialog = fill_in(page, "Keep on this device", passphrase="1234567890", again="1234567890")
    expect(dialog.locator("[data-error]")).to_contain_text("One or two more words")
    assert page.evaluate("indexedDB.databases()") == []


def test_a_mistyped_passphrase_is_told_before_anything_is_kept(page):
    dialog = fill_in(page, "Keep on this device", passphrase=PASSPHRASE, again=PASSPHRASE + "s")
    expect(dialog.locator("[data-error]")).to_contain_text("not the same")
    assert page.evaluate("indexedDB.databases()") == []


def test_how_well_a_passphrase_holds_is_said_while_it_is_typed_and_it_can_be_shown(page):
    page.get_by_role("button", name="Keep on this device").click()
    dialog = page.locator("dialog[open]")
    field, strength = dialog.locator("[name=passphrase]"), dialog.locator("[data-strength]")
    field.fill("summer")
    expect(strength).to_contain_text("would soon be guessed")
    field.fill(PASSPHRASE)
    expect(strength).to_have_text("This holds well.")
    dialog.get_by_label("Show what I type").check()
    expect(field).to_have_attribute("type", "text")
    dialog.get_by_role("button", name="Not now").click()
    closed = page.locator("[data-dialog=keep]")
    expect(closed.locator("[name=passphrase]")).to_have_attribute("type", "password")
    expect(closed.locator("[name=passphrase]")).to_have_value("")
    expect(closed.locator("[data-strength]")).to_have_text("")


@pytest.mark.thorough
def test_the_passphrase_can_be_changed_and_only_the_new_one_opens(page, served_course):
    box(page).fill(WORDS)
    keep_on_device(page)
    visit(page, f"{served_course}/{MY_PAGES}")
    dialog = fill_in(page, "Change passphrase", before=PASSPHRASE, passphrase=COPY_PASSPHRASE, again=COPY_PASSPHRASE)
    expect(told(page)).to_contain_text("another one now", timeout=SLOW)
    lock(page)
    dialog = fill_in(page, "Unlock", passphrase=PASSPHRASE)
    expect(dialog.locator("[data-error]")).to_contain_text("Nothing is lost", timeout=SLOW)
    dialog.locator("[name=passphrase]").fill(COPY_PASSPHRASE)
    dialog.locator("[type=submit]").click()
    expect(page.locator("[data-pages]")).to_contain_text(WORDS, timeout=SLOW)


def test_a_tab_that_was_asked_to_forgets_when_nobody_is_here(tab, served_course):
    page = tab()
    page.clock.install()
    visit(page, f"{served_course}/{NOTEBOOK}")
    box(page).fill(WORDS)
    visit(page, f"{served_course}/{MY_PAGES}")
    page.get_by_label("Forget after 15 minutes without a touch").check()
    visit(page, f"{served_course}/{NOTEBOOK}")
    expect(box(page)).to_have_value(WORDS)
    page.clock.fast_forward("16:00")
    expect(box(page)).to_have_value("")
    expect(state(page)).to_have_text("Only in this tab · 0 answers")


def test_the_slow_part_of_the_lock_runs_beside_the_page(page):
    keep_on_device(page)
    lock(page)
    with page.expect_worker() as worker:
        fill_in(page, "Unlock", passphrase=PASSPHRASE)
    assert worker.value.url.startswith("blob:")
    expect(state(page)).to_contain_text("On this device, unlocked", timeout=SLOW)


# What is said aloud of where the answers are, each time with where the focus is then.
SAID = """() => {
  globalThis.said = [];
  const status = document.querySelector("[data-store-said]");
  const note = () => status.textContent && said.push([status.textContent, document.activeElement.dataset.do]);
  new MutationObserver(note).observe(status, { childList: true });
}"""


def test_who_locks_hears_where_the_focus_is_and_then_once_that_it_is_locked(page):
    keep_on_device(page)
    page.evaluate(SAID)
    page.get_by_role("button", name="Lock").press("Enter")
    expect(page.locator("[data-do=unlock]")).to_be_focused()
    page.wait_for_function("() => said.length")
    expect(page.locator("[data-store-said]")).to_be_empty()
    assert page.evaluate("() => said") == [["On this device, locked", "unlock"]]


@pytest.mark.thorough
def test_a_wrong_passphrase_is_told_kindly_and_costs_nothing(page):
    box(page).fill(WORDS)
    keep_on_device(page)
    lock(page)
    dialog = fill_in(page, "Unlock", passphrase="not this one")
    expect(dialog.locator("[data-error]")).to_contain_text("Nothing is lost", timeout=SLOW)
    dialog.get_by_role("button", name="Not now").click()
    unlock(page)
    expect(box(page)).to_have_value(WORDS)


def test_an_open_lock_stays_open_from_page_to_page(page, served_course):
    keep_on_device(page)
    box(page).fill(WORDS)
    visit(page, f"{served_course}/{MY_PAGES}")
    expect(page.locator("[data-pages]")).to_contain_text(WORDS)


def test_a_lock_closes_by_itself_after_the_time_that_the_publisher_set(tab, served_course):
    page = tab()
    page.clock.install()
    visit(page, f"{served_course}/{NOTEBOOK}")
    box(page).fill(WORDS)
    keep_on_device(page)
    page.clock.run_for("14:00")
    expect(box(page)).to_have_value(WORDS)
    page.clock.run_for("02:00")
    expect(state(page)).to_contain_text("On this device, locked")
    expect(box(page)).to_have_value("")


@pytest.mark.thorough
def test_locking_one_tab_locks_the_other(page, served_course):
    box(page).fill(WORDS)
    keep_on_device(page)
    other = visit(page.context.new_page(), f"{served_course}/{NOTEBOOK}")
    unlock(other)
    expect(box(other)).to_have_value(WORDS)
    lock(page)
    expect(state(other)).to_contain_text("On this device, locked")
    expect(box(other)).to_have_value("")


@pytest.mark.thorough
def test_two_tabs_that_write_at_once_lose_nothing(page, served_course):
    keep_on_device(page)
    other = visit(page.context.new_page(), f"{served_course}/{NOTEBOOK}")
    unlock(other)
    moment = page.evaluate("Date.now()") + 1000
    for one, text in ((page, "from the one"), (other, "from the other")):
        one.evaluate(WRITE_AT, [moment, text])
    for one in (page, other):
        expect(box(one)).to_have_value(re.compile("from the"))
        settled(one)
    visit(page, f"{served_course}/{MY_PAGES}")
    expect(page.locator("[data-pages]")).to_contain_text("from the one")
    expect(page.locator("[data-pages]")).to_contain_text("from the other")


@pytest.mark.thorough
def test_a_tab_that_crashes_in_the_middle_of_saving_damages_nothing(page, served_course):
    keep_on_device(page)
    box(page).fill("kept before")
    settled(page)
    box(page, 1).fill(WORDS)
    other = page.context.new_page()
    crash(page)
    visit(other, f"{served_course}/{MY_PAGES}")
    unlock(other)
    expect(other.locator("[data-pages]")).to_contain_text("kept before")
    expect(other.locator("[data-pages]")).not_to_contain_text("could not be read")


def crash(page):
    page.context.new_cdp_session(page)  # leaves the test out where a tab can't be made to crash
    with page.expect_event("crash"), contextlib.suppress(Error):
        page.goto("chrome://crash")


@pytest.mark.thorough
def test_a_device_that_is_full_leaves_the_words_in_the_tab_and_the_page_says_so(page, served_course):
    session = page.context.new_cdp_session(page)
    session.send("Storage.overrideQuotaForOrigin", {"origin": served_course, "quotaSize": 500_000})
    keep_on_device(page)
    box(page).fill(LONG)
    foot = page.locator("[data-reflection=journal] [data-status]").first
    expect(foot).to_contain_text("would not take it")
    expect(box(page)).to_have_value(LONG)
    page.reload()
    expect(box(page)).to_have_value(LONG, timeout=SLOW)


def test_a_browser_that_refuses_a_database_is_told_and_the_words_stay(tab, served_course):
    page = tab()
    page.add_init_script("IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };")
    visit(page, f"{served_course}/{NOTEBOOK}")
    box(page).fill(WORDS)
    page.get_by_role("button", name="Keep on this device").click()
    dialog = page.locator("dialog[open]")
    expect(dialog).to_contain_text("lets the page keep nothing")
    expect(dialog.locator("input")).to_have_count(0)
    dialog.get_by_role("button", name="Back to the page").click()
    expect(box(page)).to_have_value(WORDS)
    expect(state(page)).to_have_text("Only in this tab · 1 answer")


def test_a_damaged_record_costs_only_itself(page, served_course):
    box(page).fill(WORDS)
    keep_on_device(page)
    box(page, 1).fill("more words")
    settled(page)
    page.evaluate(
        """() => new Promise((resolve) => {
          const opening = indexedDB.open("betweenus/good-night/");
          opening.onsuccess = () => {
            const change = opening.result.transaction("pages", "readwrite");
            const cursor = change.objectStore("pages").openCursor();
            cursor.onsuccess = () => cursor.result.update({ revision: "x", box: new Uint8Array([1, 2, 3]) });
            change.oncomplete = resolve;
          };
        })"""
    )
    visit(page, f"{served_course}/{MY_PAGES}")
    expect(page.locator("[data-pages]")).to_contain_text("One record could not be read")
    expect(page.locator("article")).to_have_count(1)


def test_a_record_of_the_first_version_of_the_book_is_still_read(page):
    identifier = page.locator("[data-reflection=journal]").first.get_attribute("data-reflection-id")
    record = json.dumps({"version": 1, "kind": "journal", "value": WORDS, "at": "2026-01-01T00:00:00.000Z"})
    page.evaluate(
        "([id, record]) => sessionStorage.setItem(`betweenus/good-night/#${id}`, record)", [identifier, record]
    )
    page.reload()
    expect(box(page)).to_have_value(WORDS)


@pytest.mark.thorough
def test_a_copy_made_by_the_age_program_comes_back_in(page, served_course, tmp_path):
    plain = tmp_path / "pages.json"
    record = {"version": 2, "id": "one", "kind": "journal", "page": "first", "prompt": "What?", "value": WORDS}
    plain.write_text(json.dumps({"betweenus": 1, "records": [record | {"at": "2026-01-01T00:00:00.000Z"}]}))
    copy = tmp_path / "pages.age"
    child = pexpect.spawn(age(), ["--passphrase", "--armor", "--output", str(copy), str(plain)], timeout=60)
    while child.expect(["passphrase[^:]*: ?", pexpect.EOF]) == 0:
        child.sendline(PASSPHRASE)

    visit(page, f"{served_course}/{MY_PAGES}")
    page.get_by_role("button", name="Bring back").click()
    dialog = page.locator("dialog[open]")
    dialog.locator("[name=file]").set_input_files(copy)
    dialog.locator("[name=passphrase]").fill(PASSPHRASE)
    dialog.locator("[type=submit]").click()
    expect(told(page)).to_contain_text("1 added", timeout=SLOW)
    expect(page.locator("[data-pages]")).to_contain_text(WORDS)


def test_one_answer_can_be_deleted_from_my_pages(page, served_course):
    box(page).fill(WORDS)
    box(page, 1).fill("more words")
    visit(page, f"{served_course}/{MY_PAGES}")
    page.locator("article", has_text=WORDS).get_by_role("button", name="Delete").click()
    expect(page.locator("[data-pages]")).not_to_contain_text(WORDS)
    expect(page.locator("[data-pages]")).to_contain_text("more words")


def test_who_deletes_an_answer_by_keyboard_goes_on_from_the_next_and_at_last_from_what_is_said(page, served_course):
    box(page).fill(WORDS)
    box(page, 1).fill("more words")
    visit(page, f"{served_course}/{MY_PAGES}")
    delete = page.locator("article").get_by_role("button", name="Delete")
    delete.last.focus()
    page.keyboard.press("Enter")
    expect(delete).to_have_count(1)
    expect(delete).to_be_focused()
    page.keyboard.press("Enter")
    expect(told(page)).to_be_focused()
    expect(told(page)).to_have_text("Deleted.")


def test_who_stops_keeping_by_keyboard_is_at_what_is_said_of_it(page, served_course):
    keep_on_device(page)
    visit(page, f"{served_course}/{MY_PAGES}")
    page.get_by_role("button", name="Stop keeping on this device").focus()
    page.keyboard.press("Enter")
    expect(told(page)).to_be_focused()
    expect(told(page)).to_contain_text("back in this tab")


def test_someone_can_stop_keeping_and_has_everything_in_the_tab_again(page, served_course):
    box(page).fill(WORDS)
    keep_on_device(page)
    visit(page, f"{served_course}/{MY_PAGES}")
    page.get_by_role("button", name="Stop keeping on this device").click()
    expect(state(page)).to_have_text("Only in this tab · 1 answer")
    assert page.evaluate("indexedDB.databases()") == []
    expect(page.locator("[data-pages]")).to_contain_text(WORDS)


def test_without_script_my_pages_says_what_there_is_instead(tab, served_course):
    page = tab(java_script_enabled=False)
    page.goto(f"{served_course}/{MY_PAGES}")
    expect(page.get_by_text("your own sheets are your pages")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)
