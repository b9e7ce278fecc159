"""A real Chromium, and the built book served on this machine."""

import threading

import pytest
from playwright.sync_api import Browser, sync_playwright

from betweenus.cli import open_server
from tests.browser.alone import write_alone
from tests.tools import chromium

# Without these Chromium looks for hosts of its own, which would show up as requests.
QUIET = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


@pytest.fixture(scope="session")
def browser() -> Browser:
    path = chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def served(book) -> str:
    """The address of the built book."""
    server = open_server(book, port=0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(params=["http", "file"])
def address(request, served, book) -> str:
    """The book's address, once from a server and once by double-click."""
    return served if request.param == "http" else book.as_uri()


@pytest.fixture(params=["http", pytest.param("file", marks=pytest.mark.thorough)])
def served_first(request, served, book) -> str:
    """Like `address`, with double-click left to the thorough run where few things depend on it."""
    return served if request.param == "http" else book.as_uri()


@pytest.fixture
def tab(browser):
    """A function that opens a tab of a browser without any history."""
    contexts = []

    def open_tab(**options):
        contexts.append(browser.new_context(**options))
        return contexts[-1].new_page()

    yield open_tab
    for context in contexts:
        context.close()


@pytest.fixture
def alone(tab, tmp_path, root, monkeypatch):
    """A function that opens a tab on a page with one reflection."""
    monkeypatch.chdir(root / "notebooks")

    def open_alone(reflection, **options):
        page = tab(**options)
        page.goto(write_alone(tmp_path, reflection))
        if options.get("java_script_enabled", True):
            page.wait_for_selector("[data-ready]")
        return page

    return open_alone
