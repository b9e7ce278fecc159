"""Answers belong to one course at one place, and those of the version before are found by its book."""

import json
import threading
from pathlib import Path

import pytest
from playwright.sync_api import Page

from betweenus import Journal
from betweenus.book.server import open_server
from tests.browser.alone import write_book
from tests.browser.expecting import expect

pytestmark = pytest.mark.thorough

SLOW = 60_000  # scrypt is slow on purpose
PASSPHRASE = "marked pass phrase"
# What the version before really wrote to its database, for two answers kept under this passphrase.
VAULT = json.loads((Path(__file__).parent / "vault-of-version-1.json").read_text(encoding="utf-8"))
PASSPHRASE_BEFORE = "a pass phrase of then"
ANSWERS_BEFORE = {
    "ei-first-word": "The first answer of then, with an ü.",
    "ei-heard": "The second answer of then.",
}

KEEP_BEFORE = """async ({ name, version, stores }) => {
  const bytesOf = ({ bytes }) => Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
  const opening = indexedDB.open(name, version);
  opening.onupgradeneeded = () => {
    for (const [store, held] of Object.entries(stores)) {
      const made = opening.result.createObjectStore(store);
      for (const [key, value] of Object.entries(held)) {
        made.put(value.box ? { ...value, box: bytesOf(value.box) } : bytesOf(value), key);
      }
    }
  };
  await new Promise((resolve) => { opening.onsuccess = resolve; });
  opening.result.close();
}"""
DATABASES = "indexedDB.databases().then((all) => all.map(({ name }) => name))"


@pytest.fixture(scope="module")
def books(tmp_path_factory) -> Path:
    """The folder of a course with others beneath it: two at one place, and one of them at another place too."""
    folder = tmp_path_factory.mktemp("site")
    journals = [Journal(id=id, prompt="What do you say?") for id in ANSWERS_BEFORE]
    write_book(folder, "sleep", *journals)
    for place, course in {"one": "sleep", "one/inside": "sleep", "two": "sleep"}.items():
        write_book(folder / place, course, *journals)
    write_book(folder / "food", "food", *journals)
    (folder / "food" / "page.html").rename(folder / "one" / "food.html")
    return folder


@pytest.fixture(scope="module")
def site(books) -> str:
    """The address of a server with all of them."""
    server = open_server(books, port=0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


ELSEWHERE = ("one/food.html", "two/page.html", "one/inside/page.html")


def visit(page: Page, url: str) -> Page:
    page.goto(url)
    expect(page.locator("[data-store-line][data-ready]")).to_have_count(1)
    return page


def state(page: Page):
    return page.locator("[data-store-state]")


def box(page: Page, id: str = "ei-first-word"):
    return page.locator(f"[data-reflection-id={id}] textarea")


def fill_in(page: Page, button: str, **fields: str) -> None:
    page.get_by_role("button", name=button).first.click()
    dialog = page.locator("dialog[open]")
    for name, value in fields.items():
        dialog.locator(f"[name={name}]").fill(value)
    dialog.locator("[type=submit]").click()


def keep_on_device(page: Page, passphrase: str = PASSPHRASE) -> None:
    fill_in(page, "Keep on this device", passphrase=passphrase, again=passphrase)
    expect(state(page)).to_contain_text("On this device, unlocked", timeout=SLOW)


@pytest.mark.parametrize("other", ELSEWHERE)
def test_another_course_or_place_has_its_own_answers_in_the_same_tab(tab, site, other):
    page = visit(tab(), f"{site}/one/page.html")
    box(page).fill("of the one")
    visit(page, f"{site}/{other}")
    expect(box(page)).to_have_value("")
    box(page).fill("of the other")
    visit(page, f"{site}/one/page.html")
    expect(box(page)).to_have_value("of the one")


@pytest.mark.parametrize("other", ELSEWHERE)
def test_another_course_or_place_has_a_lock_of_its_own_and_deletes_only_its_own(tab, site, other):
    page = visit(tab(), f"{site}/one/page.html")
    box(page).fill("of the one")
    keep_on_device(page)
    second = visit(page.context.new_page(), f"{site}/{other}")
    expect(state(second)).to_have_text("Only in this tab · 0 answers")
    box(second).fill("of the other")
    keep_on_device(second, "quite another phrase")

    second.evaluate("[...globalThis[Symbol.for('betweenus/stores')].values()][0].deleteAll()")
    expect(state(second)).to_have_text("Only in this tab · 0 answers")
    expect(state(page)).to_contain_text("On this device, unlocked · 1 answer")
    visit(page, f"{site}/one/page.html")
    expect(box(page)).to_have_value("of the one")


def with_vault_of_before(page: Page, site: str) -> Page:
    """A browser in which the version before has kept two answers on the device."""
    page.goto(f"{site}/one/licences.txt")
    page.evaluate(KEEP_BEFORE, VAULT)
    return page


def test_answers_that_the_version_before_kept_are_found_and_unlock(tab, site):
    page = visit(with_vault_of_before(tab(), site), f"{site}/page.html")
    expect(state(page)).to_have_text("On this device, locked")
    fill_in(page, "Unlock", passphrase=PASSPHRASE_BEFORE)
    for id, answer in ANSWERS_BEFORE.items():
        expect(box(page, id)).to_have_value(answer, timeout=SLOW)
    assert page.evaluate(DATABASES) == ["betweenus/sleep/"]


def test_they_are_found_by_double_click_too(tab, books):
    page = visit(with_vault_of_before(tab(), books.as_uri()), (books / "page.html").as_uri())
    fill_in(page, "Unlock", passphrase=PASSPHRASE_BEFORE)
    expect(box(page)).to_have_value(ANSWERS_BEFORE["ei-first-word"], timeout=SLOW)


def test_two_tabs_that_find_them_at_once_both_unlock_them(tab, site):
    page = with_vault_of_before(tab(), site)
    other = page.context.new_page()
    for each in (page, other):
        each.goto(f"{site}/one/page.html", wait_until="commit")
    for each in (page, other):
        expect(state(each)).to_have_text("On this device, locked")
        fill_in(each, "Unlock", passphrase=PASSPHRASE_BEFORE)
        expect(box(each)).to_have_value(ANSWERS_BEFORE["ei-first-word"], timeout=SLOW)
    assert page.evaluate(DATABASES) == ["betweenus/sleep/one/"]


def test_the_first_of_two_books_that_find_them_has_them(tab, site):
    page = with_vault_of_before(tab(), site)
    visit(page, f"{site}/two/page.html")
    expect(state(page)).to_have_text("On this device, locked")
    visit(page, f"{site}/one/page.html")
    expect(state(page)).to_have_text("Only in this tab · 0 answers")
    assert page.evaluate(DATABASES) == ["betweenus/sleep/two/"]


def test_deleting_all_leaves_nothing_of_the_version_before(tab, site):
    page = visit(with_vault_of_before(tab(), site), f"{site}/one/page.html")
    page.evaluate(KEEP_BEFORE, VAULT)  # as a tab that still shows the version before may do
    page.evaluate("[...globalThis[Symbol.for('betweenus/stores')].values()][0].deleteAll()")
    expect(state(page)).to_have_text("Only in this tab · 0 answers")
    assert page.evaluate(DATABASES) == []


def test_an_answer_that_the_version_before_left_in_the_tab_is_found(tab, site):
    page = visit(tab(), f"{site}/one/page.html")
    record = {"version": 2, "id": "ei-heard", "kind": "journal", "value": "of then", "at": "2026-01-01T00:00:00.000Z"}
    page.evaluate("(record) => sessionStorage.setItem('betweenus/ei-heard', record)", json.dumps(record))
    page.reload()
    expect(box(page, "ei-heard")).to_have_value("of then")
    assert "of then" not in page.evaluate("JSON.stringify(sessionStorage)")
