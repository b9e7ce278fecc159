"""The book opened as a file: somebody writes, keeps, comes back and leaves, in each browser."""

import re

import pytest

from tests.journeys.test_journeys import (
    DIALOG,
    MY_PAGES,
    OWN_PAGES,
    PASSPHRASE,
    STATE,
    WORDS,
    box,
    button,
    fill_in,
    sees,
    take_out_and_bring_back,
)

# In Chromium, tests/browser does this.
pytestmark = [pytest.mark.thorough, pytest.mark.parametrize("tab", ["firefox", "webkit"], indirect=True)]
FOOT = "[data-reflection=journal] [data-status]"
# What the line says then; WebKit has a file forget what the one before knew.
NOTHING_KEPT = {False: "Only in this tab · 0 answers", True: "Nothing here is kept"}


@pytest.fixture
def own_pages(tab, tiny_book):
    tab.goto(f"{tiny_book.as_uri()}/{OWN_PAGES}")
    sees(tab, STATE)
    box(tab).fill(WORDS)
    sees(tab, STATE, "1 answer")
    return tab


@pytest.fixture
def in_webkit(request) -> bool:
    return request.node.callspec.params["tab"] == "webkit"


def test_what_is_written_goes_along_from_page_to_page_or_the_page_says_that_it_will_not(
    own_pages, tiny_book, in_webkit
):
    if in_webkit:
        sees(own_pages, STATE, "Kept nowhere: only on this page until you leave it · 1 answer")
        sees(own_pages, FOOT, "stays on the screen until you leave this page")
        own_pages.reload()
        sees(own_pages, STATE, "Nothing here is kept: what you write is gone when you leave the page.")
        return
    sees(own_pages, STATE, "Only in this tab · 1 answer")
    sees(own_pages, FOOT, "Kept in this tab only.")
    own_pages.goto(f"{tiny_book.as_uri()}/{MY_PAGES}")
    sees(own_pages, "[data-pages] article", WORDS)
    own_pages.goto(f"{tiny_book.as_uri()}/{OWN_PAGES}")
    sees(own_pages, STATE, "Only in this tab · 1 answer")
    assert box(own_pages).input_value() == WORDS


def test_what_is_kept_is_locked_found_again_and_deleted(own_pages, tiny_book, in_webkit):
    button(own_pages, "Keep on this device").click()
    sees(own_pages, DIALOG, "Other pages may share this address")
    for field in ("passphrase", "again"):
        own_pages.locator(f"{DIALOG} [name={field}]").fill(PASSPHRASE)
    own_pages.locator(f"{DIALOG} [type=submit]").click()
    sees(own_pages, STATE, "On this device, unlocked")
    own_pages.get_by_role("button", name="Lock", exact=True).click()
    sees(own_pages, STATE, "On this device, locked")
    own_pages.goto(f"{tiny_book.as_uri()}/{MY_PAGES}")
    fill_in(own_pages, "Unlock", "passphrase")
    sees(own_pages, "[data-pages] article", WORDS)
    fill_in(own_pages, "Delete everything")
    sees(own_pages, STATE, NOTHING_KEPT[in_webkit])
    own_pages.reload()
    sees(own_pages, STATE, NOTHING_KEPT[in_webkit])


def test_a_locked_copy_is_taken_out_and_brought_back(own_pages, tiny_book, in_webkit, tmp_path):
    if in_webkit:
        pytest.skip("webkit: from a file, nothing goes along to My pages that is not kept")
    own_pages.goto(f"{tiny_book.as_uri()}/{MY_PAGES}")
    take_out_and_bring_back(own_pages, tmp_path)


def test_the_exit_leaves_and_nothing_that_was_written_is_there_afterwards(own_pages, tiny_book, elsewhere, in_webkit):
    own_pages.locator("a.exit").click()
    own_pages.wait_for_url(re.compile(re.escape(elsewhere)))
    own_pages.goto(f"{tiny_book.as_uri()}/{OWN_PAGES}")
    sees(own_pages, STATE, NOTHING_KEPT[in_webkit])
    assert box(own_pages).input_value() == ""
