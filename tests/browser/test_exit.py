"""The quick exit leads away at once, by button, by Shift and without script, and forgets the answers."""

import functools
import http.server
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from betweenus.book.server import Server
from betweenus.project import Project
from tests.browser.conftest import QUIET
from tests.browser.pages import pages_of
from tests.browser.test_places import keep_on_device, state, visit
from tests.tiny import COURSE
from tests.tools import chromium

EXIT_URL = Project(COURSE).settings.exit_url
NOTEBOOK = "notebooks/sleep.html"
WORDS = "marked-word-of-the-test"
WALK = (Path(__file__).parent / "walk.js").read_text(encoding="utf-8")
ELSEWHERE = "<!DOCTYPE html><title>Elsewhere</title><h1>Elsewhere</h1>"


@pytest.fixture
def leaving(tab, course_address):
    """A function that opens a page of the book, with the page that the exit leads to kept on this machine."""

    def open_page(name=NOTEBOOK, **options):
        page = tab(**options)
        page.clock.install()
        leads_elsewhere(page)
        page.goto(f"{course_address}/{name}")
        return page

    return open_page


def button(page):
    return page.locator("a.exit")


def journal(page):
    return page.locator("[data-reflection=journal] textarea").first


def press_shift(page, times):
    for _ in range(times):
        page.keyboard.press("Shift")


def leads_elsewhere(page):
    """Keep the page that the exit leads to on this machine."""
    page.context.route(f"{EXIT_URL}**", lambda route: route.fulfill(body=ELSEWHERE, content_type="text/html"))


def expect_gone(page):
    page.wait_for_url(EXIT_URL)
    expect(page.locator("h1")).to_have_text("Elsewhere")


def expect_here(page):
    expect(page.locator("main h1")).to_be_visible()
    expect(page.locator(".exit-cover")).to_have_count(0)


IN_TAB = "[window.name, ...Object.keys(sessionStorage)].filter((each) => /^betweenus|^[\\w-]{43}/.test(each))"


def kept(page) -> list[str]:
    """What the tab has of answers, sealed, and of what opens them."""
    return page.evaluate(IN_TAB)


def test_a_click_leaves(leaving):
    page = leaving()
    button(page).click()
    expect_gone(page)


def test_the_second_skip_link_leaves(leaving):
    page = leaving()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    skip = page.locator("a.skip-link:focus")
    expect(skip).to_have_text("Quick exit")
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect_gone(page)


def test_three_presses_of_shift_leave(leaving):
    page = leaving()
    press_shift(page, 2)
    expect(page.locator("[data-exit-status]")).to_have_text("Press Shift once more to leave.")
    expect(page.locator(".exit-lights")).to_be_visible()
    press_shift(page, 1)
    expect_gone(page)


def test_presses_of_shift_time_out(leaving):
    page = leaving()
    press_shift(page, 2)
    page.clock.fast_forward(5000)
    expect(page.locator("[data-exit-status]")).to_have_text("Leaving called off.")
    expect(page.locator(".exit-lights")).to_be_hidden()
    press_shift(page, 2)
    expect_here(page)
    press_shift(page, 1)
    expect_gone(page)


def test_shift_counts_in_a_box_on_a_device_with_a_mouse(leaving):
    page = leaving()
    journal(page).focus()
    press_shift(page, 3)
    expect_gone(page)


def test_shift_does_not_count_in_a_box_on_a_touch_screen(leaving):
    page = leaving(has_touch=True, is_mobile=True)
    assert page.evaluate("matchMedia('(pointer: coarse)').matches")
    journal(page).focus()
    press_shift(page, 4)
    expect(button(page)).to_have_attribute("data-presses", "0")
    expect_here(page)


def test_capital_letters_do_not_leave(leaving):
    page = leaving()
    journal(page).focus()
    for letter in "ABCD":
        page.keyboard.press(f"Shift+{letter}")
    expect(journal(page)).to_have_value("ABCD")
    expect(button(page)).to_have_attribute("data-presses", "0")
    expect_here(page)


def test_selecting_with_shift_and_a_click_does_not_leave(leaving):
    page = leaving()
    for _ in range(4):
        page.locator("main h1").click(modifiers=["Shift"])
    expect(button(page)).to_have_attribute("data-presses", "0")


def test_without_script_the_links_still_lead_away(leaving):
    for link in ("a.exit", "a.skip-link[data-exit]"):
        page = leaving(java_script_enabled=False)
        page.locator(link).focus()
        page.keyboard.press("Enter")
        expect_gone(page)


def test_leaving_tells_the_other_page_nothing_of_where_one_was(tab, served_course):
    page = tab()
    requests = []
    page.on("request", lambda request: requests.append(request))
    page.context.route(f"{EXIT_URL}**", lambda route: route.fulfill(body=""))
    page.goto(f"{served_course}/{NOTEBOOK}")
    journal(page).fill(WORDS)
    button(page).click()
    page.wait_for_url(EXIT_URL)
    assert requests[-1].url == EXIT_URL
    assert "referer" not in requests[-1].all_headers()
    assert WORDS not in str([(request.url, request.post_data) for request in requests])


def test_the_page_is_hidden_as_long_as_the_next_one_does_not_come(tab, course_address):
    page = tab()
    page.context.route(f"{EXIT_URL}**", lambda route: route.fulfill(status=204))
    page.goto(f"{course_address}/{NOTEBOOK}")
    journal(page).fill(WORDS)
    button(page).click()
    expect(page.get_by_role("alert")).to_have_text("Loading.")
    expect(page.locator("body > :not(.exit-cover):visible")).to_have_count(0)
    assert page.locator(".exit-cover").bounding_box() == {"x": 0, "y": 0, "width": 1280, "height": 720}
    assert page.title() == "www.example.org"
    assert page.locator("body > *").count() == 1
    page.wait_for_function(f"() => {IN_TAB}.length === 0")


def test_going_back_shows_neither_the_page_nor_the_words(leaving, course_address):
    page = leaving("book/welcome.html")
    page.goto(f"{course_address}/{NOTEBOOK}")
    journal(page).fill(WORDS)
    page.wait_for_function(f"() => {IN_TAB}.length > 0")
    button(page).click()
    expect_gone(page)
    page.go_back()
    page.wait_for_url("**/welcome.html")
    assert not kept(page)
    page.goto(f"{course_address}/{NOTEBOOK}")
    expect(journal(page)).to_have_value("")


def test_words_of_an_earlier_page_are_gone_too(leaving, course_address):
    page = leaving()
    journal(page).fill(WORDS)
    page.goto(f"{course_address}/book/welcome.html")
    press_shift(page, 3)
    expect_gone(page)
    page.go_back()
    page.wait_for_url(f"**/{NOTEBOOK}")
    expect(page.locator("[data-reflection]:not([data-ready])")).to_have_count(0)
    expect(journal(page)).to_have_value("")
    assert not kept(page)


class Plain(http.server.SimpleHTTPRequestHandler):
    """Sends none of the book's headers, as many hosts can't: a page may be kept as it was, and stand in a frame."""

    def log_message(self, *arguments) -> None:
        """Quiet."""


def plainly(folder: Path) -> Iterator[str]:
    """The address of a folder on such a host, as long as it is asked for."""
    server = Server(("127.0.0.1", 0), functools.partial(Plain, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture
def keepable(course_book):
    yield from plainly(course_book)


@pytest.mark.parametrize(
    ("leaves", "told"),
    [
        pytest.param(False, ["kept, covered: true", "reload"], id="without an exit"),
        # The word to lock makes the browser drop the page that it kept.
        pytest.param(True, ["back_forward"], id="after an exit"),
    ],
)
def test_a_page_that_the_browser_kept_as_it_was_is_covered_and_read_anew(browser, keepable, leaves, told):
    """Playwright can't follow a page that comes back in this way, so the browser's own protocol does."""
    options = {"args": QUIET, "ignore_default_args": ["--disable-back-forward-cache"]}
    own = browser.browser_type.launch(executable_path=chromium(), **options)
    page = own.new_page()
    page.add_init_script(
        "addEventListener('pageshow', ({ persisted }) => console.log("
        " persisted ? `kept, covered: ${document.querySelector('.exit-cover') !== null}`"
        " : performance.getEntriesByType('navigation')[0].type));"
    )
    leads_elsewhere(page)
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{keepable}/{NOTEBOOK}")
    expect(page.locator("[data-reflection]:not([data-ready])")).to_have_count(0)
    journal(page).fill(WORDS)
    page.goto(f"{keepable}/book/welcome.html")
    if leaves:
        button(page).click()
        expect_gone(page)
    protocol = page.context.new_cdp_session(page)
    entries = protocol.send("Page.getNavigationHistory")["entries"]
    with page.expect_console_message(lambda message: message.text == told[-1]):
        protocol.send("Page.navigateToHistoryEntry", {"entryId": entries[-2]["id"]})
    assert said[-len(told) :] == told
    shown = """[...globalThis[Symbol.for("betweenus/stores")].values()][0].settled().then(
      () => new Promise((resolve) => setTimeout(resolve))).then(
      () => [...document.querySelectorAll("textarea")].map((box) => box.value).join(""))"""
    answer = protocol.send("Runtime.evaluate", {"expression": shown, "awaitPromise": True})
    value = answer["result"]["value"]
    assert value == ("" if leaves else WORDS)
    own.close()


def test_back_does_not_show_a_page_whose_own_links_were_used(leaving):
    page = leaving("book/modules/sleep.html")
    for link in page.locator("main a[href^='#']").all()[:3]:
        link.evaluate("(el) => el.click()")
        expect(page).to_have_url(re.compile("#"))
    button(page).click()
    expect_gone(page)
    page.go_back()
    assert page.url == "about:blank"


def test_a_link_within_the_page_still_leads_there(leaving):
    page = leaving("book/modules/sleep.html")
    link = page.locator("main a[href^='#']").last
    target = link.evaluate("(el) => el.hash")
    link.evaluate("(el) => el.click()")
    assert page.evaluate("location.hash") == target
    assert page.evaluate("document.querySelector(':target') !== null")


USE_LINKS = """async () => {
  const here = ({ href, hash }) => hash && href.split("#")[0] === location.href.split("#")[0];
  for (const link of [...document.querySelectorAll("a[href]")].filter(here)) link.click();
}"""


@pytest.mark.thorough
def test_back_shows_no_kind_of_page_whatever_was_used_on_it(tab, served_course, course_book):
    for name in ["index.html", *pages_of(course_book)]:
        page = tab()
        leads_elsewhere(page)
        page.goto(f"{served_course}/{name}")
        expect(page.locator("main h1, main h2").first).to_be_visible()
        page.wait_for_load_state()  # of the page that index.html leads to
        here = page.url.split("#")[0]
        page.evaluate(USE_LINKS)
        page.evaluate(WALK)
        page.evaluate("for (const dialog of document.querySelectorAll('dialog[open]')) dialog.close()")
        for link in page.locator("main a[href^='#']:visible").all()[:3]:
            link.press("Enter")
        assert page.url.split("#")[0] == here, name
        press_shift(page, 3)
        expect_gone(page)
        assert places_behind(page) == ["about:blank"], name
        page.context.close()


@pytest.mark.thorough
def test_back_shows_no_search(leaving):
    page = leaving("search.html")
    for words in ("sleep", "nap"):
        page.locator("#query").fill(words)
        page.locator("#query").press("Enter")
        expect(page.locator(".hit").first).to_be_visible()
        expect(page.locator("#query")).to_have_value(words)
    button(page).click()
    expect_gone(page)
    assert places_behind(page) == ["about:blank"]


def places_behind(page: Page) -> list[str]:
    """Where Back leads from here, as often as it can be pressed."""
    history = page.context.new_cdp_session(page).send("Page.getNavigationHistory")
    for _ in range(history["currentIndex"]):
        page.go_back()
    return [entry["url"] for entry in history["entries"][: history["currentIndex"]]]


def test_an_exit_leaves_nothing_written_in_the_other_tabs(tab, course_address):
    page = tab()
    leads_elsewhere(page)
    page.goto(f"{course_address}/{NOTEBOOK}")
    journal(page).fill(WORDS)
    reading = page.context.new_page()
    reading.goto(f"{course_address}/book/welcome.html")
    with page.expect_event("load"):
        button(reading).click()
    expect_gone(reading)
    expect(journal(page)).to_have_value("")
    assert not kept(page)
    assert WORDS not in page.content()
    journal(page).fill("written afterwards")
    expect(page.locator("[data-reflection=journal] [data-status]").first).to_have_text("Kept in this tab only.")


@pytest.mark.thorough
def test_an_exit_locks_the_other_tabs(tab, served_course):
    page = visit(tab(), f"{served_course}/{NOTEBOOK}")
    journal(page).fill(WORDS)
    keep_on_device(page)
    reading = page.context.new_page()
    leads_elsewhere(reading)
    reading.goto(f"{served_course}/book/welcome.html")
    with page.expect_event("load"):
        button(reading).click()
    expect(state(page)).to_contain_text("On this device, locked")
    expect(journal(page)).to_have_value("")


def in_stage(page):
    page.get_by_role("button", name="Show on a projector").first.click()
    page.keyboard.press("ArrowRight")


def in_keep_dialog(page):
    page.get_by_role("button", name="Keep on this device").first.click()
    page.locator("dialog[open] [name=passphrase]").fill(WORDS)


def in_plan(page):
    page.locator("[data-add]").first.click()


def in_match(page):
    page.locator("[data-reflection=match] [data-begin]").click()
    page.locator("dialog[open] [data-next]").click()


BUSY = {
    "the stage": ("exercises/the-hour-before-bed.html", in_stage, "dialog[open]"),
    "a passphrase": (NOTEBOOK, in_keep_dialog, "dialog[open]"),
    "a plan": ("book/facilitators/evening.html", in_plan, "[data-items] li"),
    "Match": ("book/gallery.html", in_match, "dialog[open]"),
}


@pytest.mark.thorough
@pytest.mark.parametrize("what", BUSY)
def test_whatever_goes_on_in_another_tab_ends(tab, served_course, what):
    name, begin, shown = BUSY[what]
    page = tab()
    leads_elsewhere(page)
    page.goto(f"{served_course}/{name}")
    begin(page)
    expect(page.locator(shown)).not_to_have_count(0)
    reading = page.context.new_page()
    reading.goto(f"{served_course}/book/welcome.html")
    with page.expect_event("load"):
        button(reading).click()
    expect(page.locator(".exit")).to_be_visible()
    expect(page.locator(shown)).to_have_count(0)


FRAMER = "<!DOCTYPE html><title>Framer</title><iframe width=800 height=600 src='{}'></iframe>"


@pytest.fixture(scope="module")
def site(course_book, tmp_path_factory):
    """The address of a server with the book, and with a page of somebody else's in which the book stands."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "book").symlink_to(course_book)
    for address in plainly(folder):
        (folder / "framer.html").write_text(FRAMER.format(f"{address}/book/{NOTEBOOK}"))
        yield address


@pytest.fixture(params=["127.0.0.1", "localhost"], ids=["same address", "other address"])
def framed(request, tab, site):
    """A page of the book in a frame of somebody else's."""
    page = tab()
    leads_elsewhere(page)
    page.goto(f"{site.replace('127.0.0.1', request.param)}/framer.html")
    return page


def test_in_a_frame_nothing_can_be_written_and_the_page_opens_by_itself(framed, site):
    frame = framed.frame_locator("iframe")
    expect(frame.locator("main h1")).to_be_visible()
    expect(frame.locator("[data-reflection]").first).to_contain_text("This page stands inside another one")
    expect(frame.locator(":is(input, textarea, [data-store-line]):visible")).to_have_count(0)
    frame.get_by_role("link", name="Open the page by itself").first.click()
    framed.wait_for_url(f"{site}/book/{NOTEBOOK}")
    expect(journal(framed)).to_be_editable()


@pytest.mark.thorough
@pytest.mark.parametrize(
    "way",
    [
        pytest.param(lambda page, link: link.click(), id="by the button"),
        pytest.param(lambda page, link: (link.focus(), press_shift(page, 3)), id="by Shift"),
    ],
)
def test_the_exit_leaves_the_frame_too(framed, way):
    way(framed, framed.frame_locator("iframe").locator("a.exit"))
    expect_gone(framed)


def test_reading_aloud_stops(leaving):
    page = leaving()
    page.evaluate("speechSynthesis.cancel = () => console.log('silent')")
    with page.expect_console_message(lambda message: message.text == "silent"):
        button(page).click()
    expect_gone(page)


def test_one_who_fails_to_forget_does_not_stop_the_exit(leaving):
    page = leaving()
    page.evaluate("addEventListener('betweenus:leaving', () => { throw new Error('broken'); })")
    journal(page).fill(WORDS)
    button(page).click()
    expect_gone(page)


def test_a_browser_that_refuses_its_storage_still_leaves(leaving, course_address):
    page = leaving()
    page.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
    )
    page.goto(f"{course_address}/{NOTEBOOK}")
    button(page).click()
    expect_gone(page)


def test_on_paper_there_is_no_button(leaving):
    page = leaving()
    expect(button(page)).to_be_visible()
    page.emulate_media(media="print")
    expect(button(page)).to_be_hidden()


@pytest.mark.thorough
def test_every_page_has_the_button_in_the_same_place_and_help_too(tab, served_course, course_book):
    for width in (320, 1280):
        page = tab(viewport={"width": width, "height": 800})
        places, helps = set(), []
        for name in pages_of(course_book):
            page.goto(f"{served_course}/{name}")
            exit_box = button(page).bounding_box()
            help_box = page.locator("a:text-is('Help')").first.bounding_box()
            places.add((*exit_box.values(), help_box["y"]))
            helps.append(help_box["x"])
            assert exit_box["height"] >= 44, name
        assert len(places) == 1, places
        assert max(helps) - min(helps) < 6  # by as much as the words before it differ in another font


@pytest.mark.parametrize(
    "viewport", [(390, 640), *(pytest.param(size, marks=pytest.mark.thorough) for size in ((320, 256), (1280, 800)))]
)
def test_the_button_stays_in_sight_and_covers_nothing_that_has_the_focus(tab, served_course, viewport):
    """The first is what 400 % zoom makes of a screen of 1280 by 1024."""
    page = tab(viewport=dict(zip(("width", "height"), viewport, strict=True)), reduced_motion="reduce")
    page.goto(f"{served_course}/{NOTEBOOK}")
    bar = page.locator(".site-header").bounding_box()["height"]
    for field in page.locator("main :is(textarea, input, a):visible").all():
        # From below, as on going through the page backwards: the bar could lie over what comes into sight.
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        field.focus()
        assert field.bounding_box()["y"] >= bar - 1, field.evaluate("(el) => el.outerHTML")
    expect(button(page)).to_be_in_viewport(ratio=1)
