"""The cover leads on in one press, and a module's page shows where one is."""

import pytest

from tests.browser.expecting import expect

PHONE = {"width": 390, "height": 844}
WIDE = {"width": 1280, "height": 800}
SLEEP = "book/modules/sleep.html"
COVER = "book/welcome.html"


@pytest.mark.parametrize("script", [True, False])
def test_the_whole_of_a_door_and_of_a_card_leads_on(tab, served_course, script):
    page = tab(viewport=PHONE, java_script_enabled=script)
    for selector, address in ((".doors > li", "**/night.html"), (".module-card", "**/sleep.html")):
        page.goto(f"{served_course}/{COVER}")
        page.locator(selector).first.click(position={"x": 8, "y": 8})
        page.wait_for_url(address)


def test_on_a_phone_both_doors_and_the_private_line_are_on_the_first_screen(tab, served_course):
    page = tab(viewport=PHONE)
    page.goto(f"{served_course}/{COVER}")
    ends = page.locator(".doors, .private-line").evaluate_all(
        "(all) => all.map((el) => el.getBoundingClientRect().bottom)"
    )
    assert max(ends) <= PHONE["height"]


@pytest.mark.parametrize("size", [PHONE, WIDE])
def test_the_lists_of_sections_say_which_one_is_read(tab, course_address, size):
    page = tab(viewport=size)
    page.goto(f"{course_address}/{SLEEP}#coffee-and-naps")
    here = page.locator("a[data-section][aria-current]:visible") if size == WIDE else page.locator("[data-here]")
    expect(here).to_have_text("Coffee and naps")
    if size == PHONE:
        expect(page.locator("[data-place]")).to_have_text("2 of 4")


def test_on_a_phone_the_fold_stays_in_sight_leads_to_a_section_and_closes(tab, served_course):
    page = tab(viewport=PHONE, reduced_motion="reduce")
    page.goto(f"{served_course}/{SLEEP}")
    fold = page.locator("details.on-this-page")
    page.evaluate("scrollTo({ top: 2500, behavior: 'instant' })")
    expect(fold.locator("summary")).to_be_in_viewport()
    fold.locator("summary").click()
    fold.get_by_role("link", name="How long").click()
    expect(fold).not_to_have_attribute("open", "")
    heading = page.get_by_role("heading", name="How long")
    expect(heading).to_be_in_viewport()
    top, fold_end = heading.bounding_box()["y"], fold.bounding_box()
    assert top >= fold_end["y"] + fold_end["height"]


def test_without_a_script_the_fold_is_a_list_that_covers_nothing(tab, served_course):
    page = tab(viewport=PHONE, java_script_enabled=False)
    page.goto(f"{served_course}/{SLEEP}")
    fold = page.locator("details.on-this-page")
    assert fold.evaluate("(el) => getComputedStyle(el).position") == "static"
    fold.locator("summary").click()
    expect(fold.get_by_role("link", name="How long")).to_be_visible()


LAST = "#all-four-in-one-place h2"
DRAWN = "(heading) => document.querySelector(heading).checkVisibility({ contentVisibilityAuto: true })"


@pytest.fixture
def coming(tab, served_course):
    """A module's page on a phone of which all has come but the fonts, and what lets these come."""
    page, held = tab(viewport=PHONE), []
    page.route("**/*.woff2", lambda route: held.append(route))
    page.goto(f"{served_course}/{SLEEP}", wait_until="domcontentloaded")
    page.wait_for_function(f"(heading) => !({DRAWN})(heading)", arg=LAST)

    def let_come():
        for route in held:
            route.continue_()
        page.unroute("**/*.woff2")

    return page, let_come


def test_on_a_phone_what_is_far_below_is_drawn_once_the_page_has_come(coming):
    page, let_come = coming
    let_come()
    page.wait_for_function(DRAWN, arg=LAST)


@pytest.mark.parametrize("move", ["key", "finger"])
def test_on_a_phone_it_is_drawn_before_when_someone_begins_to_move(coming, move):
    page, let_come = coming
    if move == "key":
        page.keyboard.press("ArrowDown")
    else:
        page.mouse.move(200, 400)
        page.mouse.down()
    page.wait_for_function(DRAWN, arg=LAST)
    assert page.evaluate("document.readyState") == "interactive"
    let_come()


def longer(page: str) -> str:
    """A page with as much text in each of its sections as the page of a module has."""
    return page.replace("</section>", f"<p>{'Sleep comes. ' * 500}</p></section>")


def test_on_a_phone_one_who_comes_again_is_where_she_left(tab, reading_in, served_course):
    if reading_in == "firefox":
        pytest.skip("firefox: on going back its driver loads a page anew that was replaced")
    page = tab(viewport=PHONE)
    page.route(f"**/{SLEEP}", lambda route: route.fulfill(body=longer(route.fetch().text())))
    page.goto(f"{served_course}/{SLEEP}")
    last = page.get_by_role("heading", name="All four in one place")
    last.evaluate("(el) => scrollTo({ top: el.getBoundingClientRect().top - 200, behavior: 'instant' })")
    expect(last).to_be_in_viewport()
    page.reload()
    expect(last).to_be_in_viewport()
    page.goto(f"{served_course}/{COVER}")
    page.go_back()
    expect(last).to_be_in_viewport()


def test_the_missing_page_finds_pages_from_any_depth(tab, served_course):
    page = tab()
    page.goto(f"{served_course}/no/such/page.html")
    page.get_by_label("Words to look for").fill("coffee")
    expect(page.locator(".hit").first).to_be_visible()
    page.locator(".hit").get_by_role("link", name="Sleep", exact=True).click()
    page.wait_for_url(f"{served_course}/{SLEEP}*")
