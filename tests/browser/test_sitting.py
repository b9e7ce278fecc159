"""A page in parts shows one at a time, remembers the place only where answers are, and covers them on demand."""

import pytest
from playwright.sync_api import Page

from tests.browser.expecting import expect
from tests.browser.pages import complaints, records
from tests.browser.test_accessibility import open_to_judge as open_to_judge
from tests.browser.test_exit import EXIT_URL, button
from tests.browser.test_places import PASSPHRASE, SLOW, fill_in, keep_on_device, state, visit
from tests.browser.test_store import SAID

NIGHT = "notebooks/night.html"
WORDS = "the moon on the wall"
LONG = 1200  # milliseconds
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
SIZES = [(320, 640), (390, 844), (1280, 800)]


@pytest.fixture
def night(tab, course_address):
    """A function that opens the page in parts."""

    def open_night(place: str = "", **options) -> Page:
        return visit(tab(**options), f"{course_address}/{NIGHT}{place}")

    return open_night


def parts(page: Page):
    return page.locator(".part:visible")


def heading(page: Page):
    return page.locator(".part > h2:visible")


def press(page: Page, name: str) -> None:
    page.get_by_role("link", name=name, exact=True).click()


def answer(page: Page, id: str = "ni-lamp") -> None:
    page.locator(f"[data-reflection-id={id}] textarea").fill(WORDS)


def cover(page: Page) -> None:
    page.locator("[data-do=cover]").click()
    expect(state(page)).to_have_text("Covered · 1 answer")


def hold(page: Page) -> None:
    page.locator("[data-do=uncover]").hover()
    page.mouse.down()
    page.wait_for_timeout(LONG)
    page.mouse.up()


def read(page: Page) -> str:
    """All that a page shows, says or holds."""
    fields = page.locator("textarea, input").evaluate_all("(all) => all.map((el) => el.value).join()")
    return page.content() + page.locator("body").aria_snapshot() + fields


def item(page: Page, number: int):
    return page.locator("[data-item]").nth(number - 1)


def tab_to(page: Page, name: str) -> None:
    """Press Tab until what has the focus says this."""
    for _ in range(60):
        page.keyboard.press("Tab")
        focused = page.evaluate("document.activeElement.textContent.trim() || document.activeElement.tagName")
        if name in focused:
            return
    raise AssertionError(f"Nothing that says {name!r} gets the focus.")


def test_a_sitting_goes_from_the_first_to_the_last_part_by_keyboard_alone(night):
    page = night()
    tab_to(page, "Lights out")
    page.keyboard.press("Enter")
    expect(heading(page)).to_be_focused()
    tab_to(page, "TEXTAREA")
    page.keyboard.type(WORDS)
    for title, way in {"Under the blanket": "Next", "Whispering": "Skip", "Breathing": "Next"}.items():
        tab_to(page, f"{way}")
        page.keyboard.press("Enter")
        expect(heading(page)).to_contain_text(title)
        expect(heading(page)).to_be_focused()
        assert parts(page).count() == 1
    tab_to(page, "To the end")
    page.keyboard.press("Enter")
    expect(page.locator(".part-end > h2")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".parts")).to_be_focused()
    states = page.locator("[data-item]").evaluate_all("(all) => all.map(({ dataset }) => dataset.state)")
    assert states == ["answered", "skipped", "begun", "answered"]
    expect(item(page, 1)).to_contain_text("1 answer")


@pytest.mark.parametrize("place", ["#part-2", "#under-the-blanket", "#at-ni-blanket"])
def test_a_link_leads_to_the_part_that_holds_what_it_names(night, place):
    page = night(place)
    expect(heading(page)).to_have_text("Under the blanket¶")
    assert parts(page).count() == 1
    press(page, "All parts")
    expect(item(page, 2)).to_contain_text("You were here")


def test_a_reload_returns_to_the_place_and_so_does_coming_back_later(night, course_address):
    page = night("#part-2")
    page.reload()
    expect(heading(page)).to_have_text("Under the blanket¶")
    page.goto(f"{course_address}/book/help.html")
    visit(page, f"{course_address}/{NIGHT}")
    expect(item(page, 2)).to_contain_text("You were here")
    expect(item(page, 2)).to_contain_text("Go on")
    press(page, "Go on with part 2")
    expect(heading(page)).to_be_focused()


def test_the_place_is_kept_nowhere_in_clear(night):
    page = night("#part-2")
    expect(item(page, 2).locator("[data-go]")).to_have_count(1)
    kept = page.evaluate("JSON.stringify([{ ...sessionStorage }, { ...localStorage }])")
    assert "night" not in kept
    assert "part" not in kept
    assert page.evaluate("localStorage.length") == 0


def test_after_an_exit_nothing_of_the_place_remains(night, course_address):
    page = night()
    page.locator("[data-item] a").first.click()
    answer(page)
    page.context.route(f"{EXIT_URL}**", lambda route: route.fulfill(body="elsewhere"))
    button(page).click()
    page.wait_for_url(f"{EXIT_URL}**")
    visit(page, f"{course_address}/{NIGHT}")
    expect(page.locator("[data-here]")).to_have_count(0)
    assert WORDS not in read(page)


@pytest.mark.thorough
def test_after_a_lock_nothing_of_the_place_remains_until_it_is_opened(night):
    page = night("#part-1")
    answer(page)
    keep_on_device(page)
    page.locator("[data-do=lock]").click()
    expect(state(page)).to_have_text("On this device, locked")
    press(page, "All parts")
    expect(page.locator("[data-here]")).to_have_count(0)
    expect(item(page, 1)).to_have_attribute("data-state", "open")
    fill_in(page, "Unlock", passphrase=PASSPHRASE)
    expect(item(page, 1)).to_contain_text("You were here", timeout=SLOW)


def test_a_part_for_two_shows_no_answer_of_another_part(night):
    page = night("#part-1")
    answer(page)
    press(page, "Next part")
    press(page, "Next part")
    expect(heading(page)).to_contain_text("Whispering")
    assert WORDS not in page.locator("body").aria_snapshot()
    expect(page.locator("[data-hand]:visible")).to_be_visible()


def test_nothing_can_be_read_while_answers_are_covered(night, course_address):
    page = night("#part-1")
    answer(page)
    cover(page)
    assert WORDS not in read(page)
    page.keyboard.press("Control+z")
    for place in (f"{NIGHT}#everything", f"{NIGHT}#part-1", "notebooks/my-pages.html"):
        page.goto(f"{course_address}/{place}")
        page.reload()
        expect(state(page)).to_have_text("Covered · 1 answer")
        assert WORDS not in read(page)
        assert records(page) == {}
    expect(page.get_by_text("Your answers are covered.")).to_be_visible()


def test_holding_shows_them_again(night):
    page = night("#part-1")
    answer(page)
    cover(page)
    hold(page)
    expect(page.locator("textarea:visible")).to_have_value(WORDS)


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_holding_a_key_does_too(night, key):
    page = night("#part-1")
    answer(page)
    cover(page)
    page.locator("[data-do=uncover]").focus()
    page.keyboard.down(key)
    page.wait_for_timeout(LONG)
    page.keyboard.up(key)
    expect(page.locator("textarea:visible")).to_have_value(WORDS)


@pytest.mark.parametrize("press_it", ["click", "Enter", "a screen reader"])
def test_a_short_press_asks_first(night, press_it):
    page = night("#part-1")
    answer(page)
    cover(page)
    uncover = page.locator("[data-do=uncover]")
    if press_it == "click":
        uncover.click()
    elif press_it == "Enter":
        uncover.press("Enter")
    else:
        uncover.evaluate("(el) => el.click()")
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Keep them covered").click()
    assert WORDS not in read(page)
    uncover.press("Enter")
    dialog.get_by_role("button", name="Show them").click()
    expect(page.locator("textarea:visible")).to_have_value(WORDS)


def test_what_is_written_while_they_are_covered_costs_neither(night):
    page = night("#part-1")
    answer(page)
    cover(page)
    page.locator("textarea:visible").fill("a word from someone else")
    hold(page)
    expect(state(page)).to_have_text("Only in this tab · 1 answer")
    record = records(page)["ni-lamp"]
    assert {record["value"], *(each["value"] for each in record["earlier"])} == {WORDS, "a word from someone else"}


def test_an_exit_forgets_what_is_covered(night, course_address):
    page = night("#part-1")
    answer(page)
    cover(page)
    page.context.route(f"{EXIT_URL}**", lambda route: route.fulfill(body="elsewhere"))
    button(page).click()
    page.wait_for_url(f"{EXIT_URL}**")
    visit(page, f"{course_address}/{NIGHT}")
    expect(state(page)).to_have_text("Only in this tab · 0 answers")


@pytest.mark.thorough
def test_what_is_kept_on_the_device_is_covered_by_its_lock(night):
    page = night("#part-1")
    answer(page)
    keep_on_device(page)
    page.goto(page.url.split("#")[0] + "#part-3")
    page.locator("[data-cover]:visible").click()
    expect(state(page)).to_have_text("On this device, locked")
    assert WORDS not in read(page)


def test_an_answer_that_no_storage_took_is_never_covered_away(night):
    page = night("#part-1")
    answer(page)
    page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError'); }; }"
    )
    page.locator("textarea:visible").fill("more than fits")
    page.evaluate(SAID)
    page.locator("[data-do=cover]").click()
    expect(state(page)).to_contain_text("They could not be covered")
    page.wait_for_function("() => said.some(([words]) => words.startsWith('They could not be covered'))")
    expect(page.locator("textarea:visible")).to_have_value("more than fits")


def test_without_a_script_one_part_is_shown_at_a_time_or_all(tab, course_address):
    page = tab(java_script_enabled=False)
    page.goto(f"{course_address}/{NIGHT}")
    expect(parts(page)).to_have_count(0)
    press(page, "To the 4 parts")
    page.get_by_role("link", name="Under the blanket").first.click()
    expect(heading(page)).to_contain_text("Under the blanket")
    expect(parts(page)).to_have_count(1)
    press(page, "Next part")
    expect(heading(page)).to_contain_text("Whispering")
    page.get_by_role("link", name="All parts").click()
    press(page, "Everything on one page")
    expect(parts(page)).to_have_count(4)


@pytest.mark.parametrize(("place", "number"), [("", 4), ("#part-2", 1), ("#everything", 4)])
def test_on_paper_comes_out_what_was_shown_the_whole_or_a_part(night, place, number):
    page = night(place)
    page.emulate_media(media="print")
    expect(parts(page)).to_have_count(number)
    expect(page.locator(":is(.part-foot, .sitting-bar, .parts):visible")).to_have_count(0)


def test_the_back_gesture_of_a_phone_leads_to_the_list_and_leaves_nothing_in_the_history(night):
    page = night(**PHONE)
    before = page.evaluate("history.length")
    page.locator("[data-item] a").nth(1).tap()
    expect(page.get_by_role("heading", name="Under the blanket")).to_be_focused()  # then the script has seen it too
    page.keyboard.press("Escape")  # asks to close what is open, as that gesture does
    expect(page.locator(".parts")).to_be_visible()
    assert parts(page).count() == 0
    assert page.evaluate("history.length") == before


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_line_takes_no_more_than_32_pixels_and_nothing_is_wider_than_the_screen(night, width, height):
    page = night("#part-2", viewport={"width": width, "height": height}, has_touch=width < 768)
    answer(page, "ni-blanket")
    assert page.locator("body > .store-line").bounding_box()["height"] <= 32
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    foot = page.locator(".part-foot:visible").bounding_box()
    assert foot["y"] + foot["height"] <= page.locator("body > .store-line").bounding_box()["y"] + 1


def test_on_a_phone_the_rest_of_the_line_opens_above_it(night):
    page = night("#part-2", **PHONE)
    keep = page.get_by_role("button", name="Keep on this device")
    expect(keep).to_be_hidden()
    page.get_by_role("button", name="More").tap()
    expect(keep).to_be_in_viewport()
    expect(page.get_by_role("link", name="My pages", exact=True).last).to_be_in_viewport()


@pytest.mark.thorough
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("place", ["", "#part-3", "#everything"])
def test_no_view_of_parts_breaks_a_rule(open_to_judge, served_course, place, width):
    page = open_to_judge(f"{served_course}/{NIGHT}{place}", viewport={"width": width, "height": 800})
    page.locator("[data-store-line][data-ready]").wait_for()
    assert complaints(page) == []
