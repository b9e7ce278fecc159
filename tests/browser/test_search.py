"""The search finds at once, by keyboard and by ear, and nobody learns what was looked for."""

import re

import pytest
from playwright.sync_api import Page

from tests.browser.expecting import expect


@pytest.fixture
def searching(tab, course_address) -> Page:
    """The search page, with all that it asked of the host and that went wrong."""
    page = tab()
    page.asked, page.faults = [], []
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.on("request", lambda request: page.asked.append(request.url))
    page.goto(f"{course_address}/search.html")
    page.wait_for_load_state("networkidle")
    return page


def test_what_can_be_found_comes_once_someone_is_about_to_type(searching):
    index = [url for url in searching.asked if "search-index" in url]
    assert index == []
    with searching.expect_request("**/search-index.js*"):
        searching.get_by_label("Words to look for").focus()


def test_a_search_that_does_not_load_says_so_and_tries_again_with_the_next_letter(tab, served_course):
    page = tab()
    page.route("**/search-index.js*", lambda route: route.abort(), times=1)
    page.goto(f"{served_course}/search.html")
    field = page.get_by_label("Words to look for")
    field.focus()
    expect(page.locator("[data-said]")).to_have_text(re.compile("^The search did not load"))
    field.press_sequentially("nap")
    expect(hits(page).first).to_be_visible()
    expect(page.locator("[data-said]")).to_have_text(re.compile("found$"))


def hits(page: Page):
    return page.locator(".hit")


def test_typing_shows_what_was_found_with_its_kind_line_and_the_words_around(searching):
    searching.get_by_label("Words to look for").press_sequentially("coffe")
    hit = hits(searching).filter(has=searching.get_by_role("link", name="Sleep", exact=True))
    expect(hit.locator("[data-kind]")).to_have_text("To read")
    expect(hit.locator("[data-line]")).not_to_be_empty()
    expect(hit.locator("mark").first).to_have_text(re.compile("coffee", re.IGNORECASE))
    expect(hit.locator("[data-part]")).to_have_attribute("href", re.compile(r"sleep\.html#coffee-and-naps$"))
    assert searching.faults == []


def test_what_is_looked_for_is_told_to_nobody_and_left_nowhere(searching):
    address = searching.url
    searching.evaluate("localStorage.setItem('sphinx_highlight_terms', 'coffee')")  # as an earlier version did
    searching.reload()
    searching.wait_for_load_state("networkidle")
    been = searching.evaluate("history.length")
    del searching.asked[:]
    field = searching.get_by_label("Words to look for")
    field.fill("coffee")
    expect(hits(searching).first).to_be_visible()
    field.press("Enter")
    searching.get_by_role("button", name="Search").click()
    assert [url.partition("?")[0].rpartition("/")[2] for url in searching.asked] == ["search-index.js"]
    assert "coffee" not in str(searching.asked) and searching.url == address
    assert searching.evaluate("[localStorage.length, sessionStorage.length, history.length]") == [0, 0, been]
    assert field.get_attribute("autocomplete") == "off" and field.get_attribute("name") is None
    searching.reload()
    expect(searching.get_by_label("Words to look for")).to_have_value("")


def test_who_listens_hears_how_many_there_are_and_goes_on_to_them_by_keyboard(searching):
    searching.get_by_label("Words to look for").fill("espresso")
    said = searching.locator("[data-said]")
    expect(said).to_have_text(re.compile(r"^\d+ found$"))
    searching.keyboard.press("Enter")
    expect(searching.locator(".search-said")).to_be_focused()
    searching.keyboard.press("Tab")
    expect(hits(searching).first.get_by_role("link").first).to_be_focused()
    searching.get_by_label("Words to look for").fill("xylophone")
    expect(said).to_have_text(re.compile("^Nothing found"))
    searching.get_by_label("Words to look for").fill("")
    expect(hits(searching)).to_have_count(0)
    expect(said).to_be_empty()


def test_without_a_script_the_page_says_so_and_leads_on(tab, served_course):
    page = tab(java_script_enabled=False)
    page.goto(f"{served_course}/search.html")
    expect(page.get_by_label("Words to look for")).to_be_hidden()
    expect(page.locator("noscript p")).to_be_visible()
    ways = page.get_by_role("navigation", name="Other ways to find something")
    assert ways.get_by_role("link").all_inner_texts() == [
        "Words, explained",
        "Help",
        "Contents: every page of the book",
    ]


@pytest.mark.parametrize("width", [320, 1280])
def test_a_hit_stands_line_by_line_in_the_width_there_is(tab, served_course, width):
    page = tab(viewport={"width": width, "height": 700})
    page.goto(f"{served_course}/search.html")
    page.get_by_label("Words to look for").fill("sleep")
    expect(hits(page).first).to_be_visible()
    lefts = {box["x"] for box in (each.bounding_box() for each in hits(page).all())}
    assert len(lefts) == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_link_within_the_search_page_keeps_what_is_typed(tab, served_course):
    page = tab()
    page.goto(f"{served_course}/search.html")
    page.get_by_label("Words to look for").fill("coffee")
    page.evaluate("globalThis.stayed = true")
    page.locator("a.skip-link").first.evaluate("(el) => el.click()")
    expect(page).to_have_url(re.compile("#"))
    page.wait_for_load_state("load")
    assert page.evaluate("globalThis.stayed") is True
    assert page.get_by_label("Words to look for").input_value() == "coffee"
