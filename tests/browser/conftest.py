"""Real browsers, and the built book served on this machine."""

import re
import shutil
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Error

from betweenus.book.server import open_server
from tests.browser.alone import write_alone
from tests.browser.chromium import QUIET as QUIET
from tests.browser.drivers import leave_out
from tests.browser.firefox import firefox_esr, firefox_start  # noqa: F401
from tests.browser.webkit import Tab, tab_of_webkit
from tests.conftest import ROOT

# What the browser showed in tests that fail.
SHOWN = ROOT / "_build" / "shown"
# Suites of what people do; the others measure, or reach into Chromium itself. What WebKit's driver lacks words for is
# among the journeys.
IN_EACH_BROWSER = {
    *("claims", "cover", "evening", "exercises", "gallery", "help", "look_again"),
    *("places", "reflections", "search", "sitting", "store"),
}
IN_FIREFOX = IN_EACH_BROWSER | {"match", "stage"}
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


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """What holds in Chromium, from a server, is tried by double-click and in other browsers, in the thorough run."""
    ways = ["chromium"]
    if "course_address" in metafunc.fixturenames:
        ways.append("file")
    if "tab" in metafunc.fixturenames:
        suite = metafunc.module.__name__.rpartition("test_")[2]
        ways += ["firefox"] * (suite in IN_FIREFOX) + ["webkit"] * (suite in IN_EACH_BROWSER)
    if ways[1:]:
        thorough = [pytest.param(way, marks=pytest.mark.thorough) for way in ways[1:]]
        metafunc.parametrize("reading_in", [ways[0], *thorough], indirect=True)


@pytest.fixture
def reading_in(request) -> str:
    """How a book is read: in Chromium, in it by double-click (`file`), in Firefox or in WebKit."""
    return getattr(request, "param", "chromium")


@pytest.fixture
def course_address(reading_in, served_course, course_book) -> str:
    """The address of the tiny course, from a server or by double-click."""
    return course_book.as_uri() if reading_in == "file" else served_course


@pytest.fixture(scope="session")
def webkit_gtk() -> Iterator[Tab]:
    if sys.platform != "linux":
        pytest.skip("WebKit is tried on Linux only")
    with tab_of_webkit({"width": 1000, "height": 800}) as tab:
        yield tab


@pytest.fixture
def engine(reading_in, request) -> Browser:
    """The browser that it is read in."""
    return request.getfixturevalue("firefox_esr" if reading_in == "firefox" else "browser")


@pytest.fixture
def tab(reading_in, request):
    """A function that opens a tab of a browser without any history."""
    if reading_in == "webkit":
        webkit = request.getfixturevalue("webkit_gtk")
        yield webkit.made
        webkit.forget()
        return
    engine = request.getfixturevalue("engine")
    contexts = request.node.stash[CONTEXTS] = []

    def open_tab(**options):
        for option in options:
            leave_out(reading_in, option)
        context = engine.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        if reading_in == "firefox":
            page.emulate_media = page.pdf = lambda **asked: leave_out("firefox", "emulate_media")
            context.new_cdp_session = lambda page: leave_out("firefox", "new_cdp_session")
        return page

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
