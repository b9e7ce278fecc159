"""A real Chromium, and the built book served on this machine."""

import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Error

from betweenus.cli import open_server
from tests.browser.alone import write_alone
from tests.browser.chromium import QUIET as QUIET
from tests.conftest import ROOT

# What the browser showed in tests that fail.
SHOWN = ROOT / "_build" / "shown"
CONTEXTS = pytest.StashKey[list[BrowserContext]]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo):
    report = yield
    contexts = item.stash.get(CONTEXTS, [])
    if report.failed and call.when != "teardown" and contexts:
        folder = SHOWN / re.sub(r"[^\w-]+", "-", item.nodeid).strip("-")
        shutil.rmtree(folder, ignore_errors=True)
        report.sections.append(("shown by the browser", "\n".join(map(str, pictures(contexts, folder)))))
    return report


def pictures(contexts: list[BrowserContext], folder: Path) -> Iterator[Path | str]:
    """Keep what each tab shows, as far as the browser still answers."""
    for number, page in enumerate((page for context in contexts for page in context.pages), start=1):
        path = folder / f"{number}.png"
        try:
            page.screenshot(path=path, timeout=5000)
            yield path
        except Error as error:
            yield f"{path.name}: {error.message}"


def serving(folder: Path) -> Iterator[str]:
    """The address of a built book, as long as it is asked for."""
    server = open_server(folder, port=0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="session")
def served(book) -> str:
    """The address of the built book."""
    yield from serving(book)


@pytest.fixture(scope="session")
def served_course(course_book) -> str:
    """The address of the tiny course."""
    yield from serving(course_book)


@pytest.fixture(params=["http", pytest.param("file", marks=pytest.mark.thorough)])
def course_address(request, served_course, course_book) -> str:
    """The same, and by double-click where nothing but the address is another."""
    return served_course if request.param == "http" else course_book.as_uri()


@pytest.fixture
def tab(browser, request):
    """A function that opens a tab of a browser without any history."""
    contexts = request.node.stash[CONTEXTS] = []

    def open_tab(**options):
        context = browser.new_context(**options)
        contexts.append(context)
        return context.new_page()

    yield open_tab
    for context in contexts:
        context.close()


@pytest.fixture(autouse=True)
def in_the_course(monkeypatch, course):
    """Reflections that a test makes stand in a notebook of the tiny course."""
    monkeypatch.chdir(course.root / "notebooks")


@pytest.fixture
def alone(tab, tmp_path):
    """A function that opens a tab on a page with one reflection."""

    def open_alone(reflection, **options):
        page = tab(**options)
        page.goto(write_alone(tmp_path, reflection))
        if options.get("java_script_enabled", True):
            page.wait_for_selector("[data-ready]")
        return page

    return open_alone
