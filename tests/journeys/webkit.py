"""WebKit, which Safari is made of, through its driver: tabs and locators with as much of Playwright's words as the
journeys say.

What Playwright waits for is waited for here: an element that is there and shown, before it is pressed or filled in.
"""

import os
import re
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from selenium.common.exceptions import (
    ElementClickInterceptedException,
    ElementNotInteractableException,
    StaleElementReferenceException,
)
from selenium.webdriver import WebKitGTK
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tests.browser.pages import AXE
from tests.tools import webkit

PATIENCE = 60.0  # seconds; keeping is slow on purpose
FIND = (Path(__file__).parent / "find.js").read_text(encoding="utf-8")
FILL = """(field, words) => {
  field.focus();
  field.value = words;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}"""
BY_NAME = ("role", "label")
NOT_YET = (StaleElementReferenceException, ElementNotInteractableException, ElementClickInterceptedException)


@contextmanager
def screen() -> Iterator[str]:
    """A screen that nobody sees: the name of its display."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


@contextmanager
def tab_of_webkit(size: dict[str, int]) -> Iterator["Tab"]:
    """A tab in a browser of its own, in a window of about this size; no window is narrower than its bar of buttons."""
    driver, mini_browser = webkit()
    options = Options()
    options.binary_location = mini_browser
    options.add_argument("--automation")
    with screen() as display, TemporaryDirectory() as home:
        service = Service(driver, env=os.environ | {"DISPLAY": display, "HOME": home, "XDG_CONFIG_HOME": home})
        downloads = Path(home) / "downloads"
        downloads.mkdir()
        (Path(home) / "user-dirs.dirs").write_text(f'XDG_DOWNLOAD_DIR="{downloads}"\n')
        browser = WebKitGTK(options=options, service=service)
        try:
            browser.set_window_size(size["width"], size["height"])
            yield Tab(browser, downloads)
        finally:
            browser.quit()


def until(happens: Callable[[], Any], what: str) -> Any:
    """What comes of it, once it is something."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            if outcome := happens():
                return outcome
        except NOT_YET:
            pass
        if time.monotonic() > end:
            raise AssertionError(f"waited {PATIENCE:.0f} s for {what}")
        time.sleep(0.05)


class Download:
    """What Playwright tells of a file that was downloaded, once it is there."""

    value: "Download"

    def is_at(self, path: Path) -> None:
        self.value, self.file, self.suggested_filename = self, path, path.name

    def path(self) -> Path:
        return self.file


class Tab:
    """A tab.

    Args:
        browser: what drives it.
        downloads: the folder that its downloads come to.
    """

    def __init__(self, browser: WebKitGTK, downloads: Path) -> None:
        self.browser, self.downloads = browser, downloads
        self.keyboard = self

    @property
    def url(self) -> str:
        return self.browser.current_url

    def goto(self, url: str) -> None:
        self.browser.get(url)

    def reload(self) -> None:
        self.browser.refresh()

    def evaluate(self, function: str, argument: Any = None) -> Any:
        return self.browser.execute_script(f"return ({function})(arguments[0])", argument)

    def wait_for_function(self, function: str) -> None:
        until(lambda: self.evaluate(function), function)

    def wait_for_url(self, url: re.Pattern) -> None:
        until(lambda: url.search(self.url), url.pattern)

    @contextmanager
    def expect_download(self) -> Iterator[Download]:
        before, download = self.downloaded(), Download()
        yield download
        download.is_at(until(lambda: self.downloaded() - before, "a download").pop())

    def downloaded(self) -> set[Path]:
        return {each for each in self.downloads.iterdir() if each.suffix != ".wkdownload"}

    def press(self, key: str) -> None:
        """A key, such as `ArrowRight`, wherever the focus is."""
        name = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", key).upper()
        self.browser.switch_to.active_element.send_keys(getattr(Keys, name, key))

    def show(self, element: WebElement) -> WebElement:
        """Bring it to the middle, where nothing fixed lies over it."""
        self.evaluate("(element) => element.scrollIntoView({ block: 'center', behavior: 'instant' })", element)
        return element

    def all(self, steps: list) -> list[WebElement]:
        with_axe = any(way in BY_NAME for way, *_ in steps)
        if with_axe and not self.browser.execute_script("return globalThis.axe !== undefined"):
            self.browser.execute_script(AXE.read_text(encoding="utf-8"))
        return self.browser.execute_script(f"{FIND}; return found(...arguments)", steps, with_axe)

    def locator(self, selector: str) -> "Locator":
        return Locator(self, []).locator(selector)

    def get_by_role(self, role: str, **told) -> "Locator":
        return Locator(self, []).get_by_role(role, **told)

    def get_by_label(self, name: str, **told) -> "Locator":
        return Locator(self, []).get_by_label(name, **told)


class Locator:
    """The way to an element, gone anew each time.

    Args:
        tab: where.
        steps: how, as `find.js` reads them.
    """

    def __init__(self, tab: Tab, steps: list) -> None:
        self.tab, self.steps = tab, steps

    def then(self, *step: Any) -> "Locator":
        return Locator(self.tab, [*self.steps, step])

    def locator(self, selector: str) -> "Locator":
        shown = selector.removesuffix(":visible")
        return self.then("css" if shown == selector else "shown", shown)

    def get_by_role(self, role: str, name: str = "", exact: bool = False) -> "Locator":
        return self.then("role", role, name, exact)

    def get_by_label(self, name: str, exact: bool = False) -> "Locator":
        return self.then("label", name, exact)

    def nth(self, number: int) -> "Locator":
        return self.then("nth", number)

    @property
    def first(self) -> "Locator":
        return self.nth(0)

    def count(self) -> int:
        return len(self.tab.all(self.steps))

    def shown(self) -> WebElement:
        return until(self.shown_now, f"{self.steps} to be shown")

    def shown_now(self) -> WebElement | None:
        return next((self.tab.show(each) for each in self.tab.all(self.steps)[:1] if each.is_displayed()), None)

    def click(self) -> None:
        until(lambda: [self.shown().click()], f"{self.steps} to be pressed")

    def check(self) -> None:
        """As a finger would: on the words, where the box itself is out of sight."""
        label = self.evaluate("(box) => box.labels[0] ?? box")
        until(lambda: [self.tab.show(label).click()], f"{self.steps} to be ticked")

    def fill(self, words: str) -> None:
        """All at once, as from the clipboard: a long page takes its time over each letter."""
        self.tab.browser.execute_script(f"({FILL})(...arguments)", self.shown(), words)

    def press_sequentially(self, words: str) -> None:
        self.shown().send_keys(words)

    def set_input_files(self, file: Path) -> None:
        until(lambda: next(iter(self.tab.all(self.steps)), None), f"{self.steps} to be there").send_keys(str(file))

    def evaluate(self, function: str) -> Any:
        element = until(lambda: next(iter(self.tab.all(self.steps)), None), f"{self.steps} to be there")
        return self.tab.evaluate(function, element)

    def input_value(self) -> str:
        return self.evaluate("(element) => element.value")

    def is_checked(self) -> bool:
        return self.evaluate("(element) => element.checked")
