"""Where a browser keeps nothing, or for a while only, the page says so in time, and no word is lost."""

import json
from collections.abc import Callable, Iterator

import pytest

from tests.browser.conftest import serving
from tests.journeys.conftest import SIZE
from tests.journeys.lacking import lacking
from tests.journeys.test_journeys import (
    DIALOG,
    OWN_PAGES,
    STATE,
    WORDS,
    box,
    button,
    fill_in,
    sees,
    write_keep_and_lock,
)
from tests.tools import chromium

pytestmark = pytest.mark.thorough
FOOT = "[data-reflection=journal] [data-status]"


@pytest.fixture
def address_lacking(tiny_book, tmp_path) -> Iterator[Callable[[str], str]]:
    """A function that gives the address of a book whose pages lack something."""
    servers = []

    def address(what: str) -> str:
        servers.append(serving(lacking(tiny_book, tmp_path / "lacking", what)))
        return next(servers[-1])

    yield address
    for server in servers:
        next(server, None)


@pytest.fixture
def chromium_without_site_data(playwright, tmp_path):
    """As it is with *Block all cookies*, by which people mean what sites keep."""
    preferences = tmp_path / "profile" / "Default" / "Preferences"
    preferences.parent.mkdir(parents=True)
    preferences.write_text(json.dumps({"profile": {"default_content_setting_values": {"cookies": 2}}}))
    context = playwright.chromium.launch_persistent_context(
        tmp_path / "profile", executable_path=chromium(), args=["--no-sandbox"], viewport=SIZE
    )
    yield context.new_page()
    context.close()


@pytest.fixture
def start_firefox(playwright, firefox_start) -> Iterator[Callable[[dict], object]]:
    """A function that starts a Firefox of its own with preferences, and opens a tab."""
    started = []

    def start(preferences: dict):
        browser = playwright.firefox.launch(
            channel="moz-firefox", executable_path=firefox_start, firefox_user_prefs=preferences
        )
        started.append(browser)
        return browser.new_context(viewport=SIZE).new_page()

    yield start
    for browser in started:
        browser.close()


@pytest.fixture(params=["chromium", "firefox", "webkit"])
def refusing(request, book_at, address_lacking):
    """A tab that may hold nothing, and a book's address. WebKit has no setting for it, so there a script refuses."""
    if request.param == "chromium":
        return request.getfixturevalue("chromium_without_site_data"), book_at
    if request.param == "firefox":
        return request.getfixturevalue("start_firefox")({"network.cookie.cookieBehavior": 2}), book_at
    return request.getfixturevalue("webkit_gtk"), address_lacking("any storage")


def test_where_the_browser_holds_nothing_the_page_says_so_before_and_after_a_word_is_written(refusing):
    tab, address = refusing
    tab.goto(f"{address}/{OWN_PAGES}")
    sees(tab, STATE, "Nothing here is kept")
    box(tab).fill(WORDS)
    sees(tab, FOOT, "does not let the page keep this")
    sees(tab, STATE, "Kept nowhere: only on this page until you leave it · 1 answer")
    button(tab, "Keep on this device").click()
    sees(tab, DIALOG, "lets the page keep nothing")
    sees(tab, DIALOG, "stays on this page only")
    button(tab, "Back to the page").click()
    assert box(tab).input_value() == WORDS


@pytest.mark.parametrize("tab", ["firefox", "webkit"], indirect=True)
def test_where_there_is_no_database_keeping_says_so_before_it_asks_for_a_passphrase(tab, address_lacking):
    tab.goto(f"{address_lacking('a database')}/{OWN_PAGES}")
    sees(tab, STATE, "Only in this tab · 0 answers")
    box(tab).fill(WORDS)
    button(tab, "Keep on this device").click()
    sees(tab, DIALOG, "stays in this tab")
    assert tab.locator(f"{DIALOG} input").count() == 0
    button(tab, "Back to the page").click()
    tab.reload()
    sees(tab, STATE, "Only in this tab · 1 answer")
    assert box(tab).input_value() == WORDS


@pytest.mark.parametrize("tab", ["chromium"], indirect=True)
@pytest.mark.parametrize("what", ["storage that persists", "a yes to what is to persist"])
def test_keeping_does_not_need_the_browsers_word_that_it_lasts(tab, address_lacking, what):
    tab.goto(f"{address_lacking(what)}/{OWN_PAGES}")
    keep_lock_and_unlock(tab)


def test_in_a_private_window_of_firefox_words_are_kept_as_long_as_it_is_open(start_firefox, book_at):
    tab = start_firefox({"browser.privatebrowsing.autostart": True})
    tab.goto(f"{book_at}/{OWN_PAGES}")
    keep_lock_and_unlock(tab)


def keep_lock_and_unlock(tab):
    sees(tab, STATE, "Only in this tab")
    write_keep_and_lock(tab)
    tab.reload()
    sees(tab, STATE, "On this device, locked")
    fill_in(tab, "Unlock", "passphrase")
    sees(tab, STATE, "On this device, unlocked")
    tab.wait_for_function(f"() => document.querySelector('[data-reflection=journal] textarea').value === '{WORDS}'")


@pytest.fixture
def clear(browser, book_at):
    """A tab of Chromium, and a function that clears what the site keeps, as browsers do after a while."""
    context = browser.new_context(viewport=SIZE)
    tab = context.new_page()
    session = context.new_cdp_session(tab)
    told = {"origin": book_at, "storageTypes": "indexeddb"}
    yield tab, lambda: session.send("Storage.clearDataForOrigin", told)
    context.close()


def test_what_is_written_after_the_browser_cleared_its_database_stays_in_the_tab(clear, book_at):
    tab, clear_database = clear
    tab.goto(f"{book_at}/{OWN_PAGES}")
    keep_lock_and_unlock(tab)
    clear_database()
    box(tab).fill(f"{WORDS}, and more")
    sees(tab, FOOT, "Kept in this tab only")
    tab.reload()
    sees(tab, STATE, "Only in this tab · 1 answer")
    assert box(tab).input_value() == f"{WORDS}, and more"


def test_a_browser_that_cleared_everything_while_one_was_away_shows_an_empty_book_that_works(clear, book_at):
    tab, clear_database = clear
    tab.goto(f"{book_at}/{OWN_PAGES}")
    keep_lock_and_unlock(tab)
    tab.goto("about:blank")
    clear_database()
    tab.goto(f"{book_at}/{OWN_PAGES}")
    sees(tab, STATE, "Only in this tab · 0 answers")
    keep_lock_and_unlock(tab)
