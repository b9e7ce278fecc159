"""WebKit, which Safari is made of, through its driver: tabs and locators with as much of Playwright's words as the
tests say that run in it too.

What Playwright waits for is waited for here: an element that is there and shown, before it is pressed or filled in.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import translate
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from selenium.webdriver import WebKitGTK
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.select import Select
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tests.browser.drivers import leave_out
from tests.browser.pages import AXE
from tests.tools import webkit
from tests.until import until

FIND = (Path(__file__).parent / "find.js").read_text(encoding="utf-8")
BOX = """(element) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
}"""
UNCOVERED = """(element) => {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return element.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
}"""
FILL = """(field, words) => {
  field.focus();
  field.value = words;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}"""
# A database that a page has open is gone once the page is.
FORGET = """async () => {
  sessionStorage.clear();
  localStorage.clear();
  for (const { name } of await indexedDB.databases()) {
    await new Promise((gone) => Object.assign(indexedDB.deleteDatabase(name), { onsuccess: gone, onblocked: gone }));
  }
}"""
# A function is called, all else is what it is, as Playwright has it.
EVALUATE = "const told = {}; return typeof told === 'function' ? told(arguments[0]) : told"
BY_NAME = ("role", "label")
SHOWN = re.compile(r":visible((?::[\w-]+(?:\([^()]*\))?)+)")
# Of its window, in px. It stands for the 390 of a phone, and not for less.
NARROWEST, PHONE = 447, 390


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


def lacks(word: str) -> None:
    """Leave a test out, and say why, that asks what can't be done."""
    leave_out("webkit", word)
    raise AttributeError(f"{word} is not among the words for WebKit; see tests/browser/webkit.py")


def goes_by_name(steps: list) -> bool:
    return any(way in BY_NAME or (way == "way" and goes_by_name(asked[0])) for way, *asked in steps)


def keys(pressed: str) -> list[str]:
    """Those that are pressed together, as its driver names them."""
    together = pressed.replace("ControlOrMeta", "Control").split("+")
    names = [re.sub(r"(?<=[a-z])(?=[A-Z])", "_", each).upper() for each in together]
    return [getattr(Keys, name, each) for name, each in zip(names, together, strict=True)]


class Download:
    """What Playwright tells of a file that was downloaded, once it is there."""

    value: "Download"

    def is_at(self, path: Path) -> None:
        self.value, self.file, self.suggested_filename = self, path, path.name

    def path(self) -> Path:
        return self.file

    def save_as(self, path: Path) -> None:
        shutil.copy(self.file, path)


class Tab:
    """A tab.

    Args:
        browser: what drives it.
        downloads: the folder that its downloads come to.
    """

    def __init__(self, browser: WebKitGTK, downloads: Path) -> None:
        self.browser, self.downloads = browser, downloads
        self.keyboard = self

    def __getattr__(self, name: str) -> None:
        lacks(name)

    def made(self, *, viewport: dict[str, int] | None = None, accept_downloads: bool = True, **asked: object) -> "Tab":
        """Itself, in a window as a test wants it."""
        for what in asked:
            lacks(what)
        self.set_viewport_size(viewport or {"width": 1280, "height": 720})
        return self

    def set_viewport_size(self, size: dict[str, int]) -> None:
        if size["width"] < PHONE:
            pytest.skip(f"webkit: its window is never narrower than {NARROWEST} px")
        self.browser.set_window_size(size["width"], size["height"])

    def forget(self) -> None:
        """Leave nothing of what a test wrote for the next one."""
        if self.url != "about:blank":
            self.evaluate(FORGET)
            self.goto("about:blank")
        for path in self.downloads.iterdir():
            path.unlink()

    @property
    def url(self) -> str:
        return self.browser.current_url

    def title(self) -> str:
        return self.browser.title

    def content(self) -> str:
        return self.browser.page_source

    def goto(self, url: str) -> None:
        self.browser.get(url)

    def reload(self) -> None:
        self.browser.refresh()

    def evaluate(self, function: str, argument: Any = None) -> Any:
        return self.browser.execute_script(EVALUATE.replace("{}", f"({function})", 1), argument)

    def eval_on_selector_all(self, selector: str, function: str) -> Any:
        return self.locator(selector).evaluate_all(function)

    def go_back(self) -> None:
        self.browser.back()

    def go_forward(self) -> None:
        self.browser.forward()

    def wait_for_function(self, function: str) -> None:
        until(lambda: self.evaluate(function), function)

    def wait_for_load_state(self, state: str) -> None:
        self.wait_for_function("document.readyState === 'complete'")

    def wait_for_selector(self, selector: str) -> None:
        self.locator(selector).first.shown()

    def wait_for_url(self, url: re.Pattern | str) -> None:
        pattern = url if isinstance(url, re.Pattern) else re.compile(translate(url))
        until(lambda: pattern.search(self.url), pattern.pattern)

    @contextmanager
    def expect_download(self) -> Iterator[Download]:
        before, download = self.downloaded(), Download()
        yield download
        path, _ = until(lambda: self.downloaded() - before, "a download").pop()
        download.is_at(path)

    def downloaded(self) -> set[tuple[Path, int]]:
        """Each file, and when it was written: one of the same name takes its place."""
        return {(each, each.stat().st_mtime_ns) for each in self.downloads.iterdir() if each.suffix != ".wkdownload"}

    def press(self, key: str) -> None:
        """A key, such as `ArrowRight` or `Shift+Tab`, wherever the focus is."""
        self.type(*keys(key))

    def type(self, *words: str) -> None:
        self.browser.switch_to.active_element.send_keys(*words)

    def show(self, element: WebElement) -> WebElement:
        """Bring it to the middle, where nothing fixed lies over it."""
        self.evaluate("(element) => element.scrollIntoView({ block: 'center', behavior: 'instant' })", element)
        return element

    def all(self, steps: list, function: str = "(all) => all") -> Any:
        """The elements that these steps lead to, or what a function makes of them."""
        with_axe = goes_by_name(steps)
        if with_axe and not self.browser.execute_script("return globalThis.axe !== undefined"):
            self.browser.execute_script(AXE.read_text(encoding="utf-8"))
        return self.browser.execute_script(f"{FIND}; return ({function})(found(...arguments))", steps, with_axe)

    def locator(self, selector: str, **told) -> "Locator":
        return Locator(self, []).locator(selector, **told)

    def get_by_role(self, role: str, **told) -> "Locator":
        return Locator(self, []).get_by_role(role, **told)

    def get_by_label(self, name: str, **told) -> "Locator":
        return Locator(self, []).get_by_label(name, **told)

    def get_by_text(self, words: str, **told) -> "Locator":
        return Locator(self, []).get_by_text(words, **told)


class Locator:
    """The way to an element, gone anew each time.

    Args:
        tab: where.
        steps: how, as `find.js` reads them.
    """

    def __init__(self, tab: Tab, steps: list) -> None:
        self.tab, self.steps = tab, steps

    def __getattr__(self, name: str) -> None:
        lacks(name)

    def then(self, *step: Any) -> "Locator":
        return Locator(self.tab, [*self.steps, step])

    def locator(self, selector: str, **told) -> "Locator":
        # At the end of what it belongs to.
        *shown, last = SHOWN.sub(r"\1:visible", selector).split(":visible")
        steps = [*(("shown", each) for each in shown), *([("css", last)] if last else [])]
        return Locator(self.tab, [*self.steps, *steps]).filter(**told)

    def get_by_role(self, role: str, name: str = "", exact: bool = False) -> "Locator":
        return self.then("role", role, name, exact)

    def get_by_label(self, name: str, exact: bool = False) -> "Locator":
        return self.then("label", name, exact)

    def get_by_text(self, words: str, exact: bool = False) -> "Locator":
        return self.then("text", words, exact)

    def filter(self, has_text: str = "", has: "Locator | None" = None) -> "Locator":
        having = self.then("way", has.steps) if has else self
        return having.then("words", has_text) if has_text else having

    def and_(self, other: "Locator") -> "Locator":
        return self.then("both", other.steps)

    def nth(self, number: int) -> "Locator":
        return self.then("nth", number)

    @property
    def first(self) -> "Locator":
        return self.nth(0)

    @property
    def last(self) -> "Locator":
        return self.nth(-1)

    def count(self) -> int:
        return len(self.tab.all(self.steps))

    def all(self) -> list["Locator"]:
        return [self.nth(number) for number in range(self.count())]

    def shown(self) -> WebElement:
        return until(self.shown_now, f"{self.steps} to be shown")

    def shown_now(self) -> WebElement | None:
        return next((self.tab.show(each) for each in self.tab.all(self.steps)[:1] if each.is_displayed()), None)

    def click(self, trial: bool = False) -> None:
        until(lambda: self.is_uncovered() if trial else [self.shown().click()], f"{self.steps} to be pressed")

    def is_uncovered(self) -> bool:
        return self.tab.evaluate(UNCOVERED, self.shown())

    def uncheck(self) -> None:
        self.check()

    def check(self) -> None:
        """As a finger would: on the words, where the box itself is out of sight."""
        label = self.evaluate("(box) => box.labels[0] ?? box")
        until(lambda: [self.tab.show(label).click()], f"{self.steps} to be ticked")

    def fill(self, words: str) -> None:
        """All at once, as from the clipboard: a long page takes its time over each letter."""
        self.tab.browser.execute_script(f"({FILL})(...arguments)", self.shown(), words)

    def press_sequentially(self, words: str) -> None:
        self.shown().send_keys(words)

    def press(self, key: str) -> None:
        self.shown().send_keys(*keys(key))

    def set_input_files(self, file: Path) -> None:
        self.there().send_keys(str(file))

    def focus(self) -> None:
        self.evaluate("(element) => element.focus()")

    def scroll_into_view_if_needed(self) -> None:
        self.shown()

    def select_option(self, value: str | None = None, *, label: str | None = None) -> None:
        choose = Select(self.shown())
        choose.select_by_visible_text(label) if label else choose.select_by_value(value)

    def evaluate_all(self, function: str) -> Any:
        return self.tab.all(self.steps, function)

    def get_attribute(self, name: str) -> str | None:
        return self.tab.browser.execute_script("return arguments[0].getAttribute(arguments[1])", self.there(), name)

    def inner_text(self) -> str:
        return self.evaluate("(element) => element.innerText")

    def all_inner_texts(self) -> list[str]:
        return self.evaluate_all("(all) => all.map((element) => element.innerText)")

    def all_text_contents(self) -> list[str]:
        return self.evaluate_all("(all) => all.map((element) => element.textContent)")

    def bounding_box(self) -> dict[str, float]:
        self.shown()
        return self.evaluate(BOX)

    def there(self) -> WebElement:
        return until(lambda: next(iter(self.tab.all(self.steps)), None), f"{self.steps} to be there")

    def evaluate(self, function: str, argument: Any = None) -> Any:
        return self.tab.browser.execute_script(f"return ({function})(...arguments)", self.there(), argument)

    def element_handles(self) -> list[WebElement]:
        return self.tab.all(self.steps)

    def text_content(self) -> str:
        return self.evaluate("(element) => element.textContent")

    def inner_html(self) -> str:
        return self.evaluate("(element) => element.innerHTML")

    def input_value(self) -> str:
        return self.evaluate("(element) => element.value")

    def is_checked(self) -> bool:
        return self.evaluate("(element) => element.checked")
