"""The browsers that people read with, each driven in the same words: Playwright's, as far as WebKit's driver has them.

A test gets a `tab` of a book at an address of its own, so that nothing which an earlier test kept is there.
"""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from betweenus.project import Project
from tests.browser import drivers
from tests.browser.conftest import serving, webkit_gtk  # noqa: F401
from tests.browser.firefox import firefox_esr, firefox_start  # noqa: F401
from tests.browser.webkit import Tab
from tests.tiny import COURSE

EXIT_URL = Project(COURSE).settings.exit_url
SIZE = {"width": 1000, "height": 800}
# What can't be tried, as the table in README.md says it.
CANNOT = {(browser, "no script"): drivers.CANNOT[browser]["java_script_enabled"] for browser in ("firefox", "webkit")}


@pytest.fixture(scope="session", autouse=True)
def on_linux() -> None:
    """Elsewhere there is no Firefox ESR and no WebKit of Debian's; the other tests run all the same."""
    if sys.platform != "linux":
        pytest.skip("Firefox ESR and WebKit are tried on Linux only")


@pytest.fixture(params=[pytest.param("chromium", marks=pytest.mark.thorough), "firefox", "webkit"])
def tab(request) -> Iterator[Page | Tab]:
    if request.param == "webkit":
        yield request.getfixturevalue("webkit_gtk")
        return
    browser = request.getfixturevalue({"chromium": "browser", "firefox": "firefox_esr"}[request.param])
    context = browser.new_context(viewport=SIZE)
    yield context.new_page()
    context.close()


@pytest.fixture
def can(request, tab):
    """A function that leaves a test out where the driver can't do what it takes, and says why."""

    def needs(what: str) -> None:
        name = request.node.callspec.params["tab"]
        if (name, what) in CANNOT:
            pytest.skip(f"{name}: {CANNOT[name, what]}")

    return needs


@pytest.fixture(scope="session")
def elsewhere(tmp_path_factory) -> Iterator[str]:
    """The address of the page that the exit leads to."""
    folder = tmp_path_factory.mktemp("elsewhere")
    (folder / "index.html").write_text("<!DOCTYPE html><title>Elsewhere</title><h1>Elsewhere</h1>")
    for address in serving(folder):
        yield f"{address}/"


@pytest.fixture(scope="session")
def tiny_book(course_book, elsewhere, tmp_path_factory) -> Path:
    """The tiny course, whose exit leads to a page of this machine."""
    book = shutil.copytree(course_book, tmp_path_factory.mktemp("journeys") / "book")
    for page in book.rglob("*.html"):
        page.write_text(page.read_text(encoding="utf-8").replace(EXIT_URL, elsewhere), encoding="utf-8")
    return book


@pytest.fixture
def book_at(tiny_book) -> Iterator[str]:
    """The tiny course's address, where nobody was before."""
    yield from serving(tiny_book)
