"""Every page of the book, in the browsers that other tests leave out."""

import pytest

from tests.browser.conftest import serving
from tests.browser.pages import pages_of
from tests.browser.webkit import tab_of_webkit

pytestmark = pytest.mark.thorough
SMALL = {"width": 320, "height": 640}
# What is folded away is opened first.
BEYOND = """() => {
  for (const each of document.querySelectorAll("details")) each.open = true;
  return document.documentElement.scrollWidth - document.documentElement.clientWidth;
}"""
READY = "() => !document.querySelector('[data-reflection]:not([data-ready])')"


@pytest.fixture(scope="module")
def whole_book_at(book):
    yield from serving(book)


def test_in_firefox_every_page_fits_a_small_phone_and_nothing_goes_wrong(firefox_esr, book, whole_book_at):
    page = firefox_esr.new_context(viewport=SMALL).new_page()
    wrong = []
    page.on("pageerror", lambda error: wrong.append(f"{page.url}: {error}"))
    page.on("console", lambda line: wrong.append(f"{page.url}: {line.text}") if line.type == "error" else None)
    for name in pages_of(book):
        page.goto(f"{whole_book_at}/{name}")
        page.wait_for_function(READY)
        if beyond := page.evaluate(BEYOND):
            wrong.append(f"{name}: {beyond} px wider than the screen")
    page.context.close()
    assert wrong == []


def test_in_webkit_every_page_is_ready_and_fits_its_smallest_window(book, whole_book_at):
    wrong = []
    with tab_of_webkit(SMALL) as tab:
        for name in pages_of(book):
            tab.goto(f"{whole_book_at}/{name}")
            tab.wait_for_function(READY)
            if beyond := tab.evaluate(BEYOND):
                wrong.append(f"{name}: {beyond} px wider than the window")
    assert wrong == []
