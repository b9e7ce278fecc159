"""The stage shows a group its steps and never the leaders' notes, keeps time, and gives way at any moment."""

import contextlib
import re

import pytest
from markdown_it import MarkdownIt
from playwright.sync_api import Error, Page

from betweenus.exercises import exercises_of
from betweenus.project import Project
from tests.browser.expecting import expect
from tests.browser.pages import complaints
from tests.browser.test_exit import ELSEWHERE
from tests.tiny import COURSE
from tests.until import until

PROJECT = Project(COURSE)
EXIT_URL = PROJECT.settings.exit_url
# Of two steps, of seven and eight minutes.
EXERCISE = next(each for each in exercises_of(PROJECT) if each.name == "the-hour-before-bed")
STEPS = EXERCISE.front.steps
PROJECTOR = {"width": 1280, "height": 720}
PHONE = {"width": 390, "height": 844}
SMALL_PHONE = {"width": 320, "height": 568}


def page_of(exercise) -> str:
    return f"exercises/{exercise.name}.html"


@pytest.fixture
def open_stage(tab, course_address):
    """A function that opens an exercise's stage, in a tab whose clock the test moves."""

    def open_it(exercise=EXERCISE, viewport=PROJECTOR, **options) -> Page:
        page = tab(viewport=viewport, **options)
        page.clock.install()
        page.goto(f"{course_address}/{page_of(exercise)}")
        page.get_by_role("button", name="Show on a projector").click()
        expect(stage(page)).to_be_visible()
        return page

    return open_it


def stage(page):
    return page.locator("dialog.stage")


def field(page, name):
    return page.locator(f"[data-field={name}]")


def act(page, name):
    return page.locator(f"[data-act={name}]:visible").first


def notice(page):
    return stage(page).locator("[data-notice]")


def blank(page):
    return page.locator(".stage-blank")


def open_notes(page, opened=True):
    """The second window, with its notes unfolded."""
    if len(page.context.pages) == 1:
        with page.expect_popup():
            page.keyboard.press("n")
    notes = page.context.pages[-1]
    notes.wait_for_selector(".stage-notes")
    if opened:
        notes.locator("summary").click()
    return notes


def plain(text: str) -> list[str]:
    """The words of a Markdown text, a string a run of them."""
    inline = [token for token in MarkdownIt().parse(text) if token.type == "inline"]
    texts = [child.content for token in inline for child in token.children if child.type == "text"]
    return [words for words in texts if len(words) > 20]


@pytest.mark.parametrize("viewport", [PROJECTOR, PHONE], ids=["projector", "phone"])
def test_the_keyboard_alone_leads_through_all_steps_and_out_again(tab, course_address, viewport):
    page = tab(viewport=viewport)
    page.goto(f"{course_address}/{page_of(EXERCISE)}")
    button = page.get_by_role("button", name="Show on a projector")
    button.focus()
    page.keyboard.press("Enter")
    expect(act(page, "next")).to_be_focused()
    expect(act(page, "next")).to_contain_text("Begin")
    for number, step in enumerate(STEPS, start=1):
        page.keyboard.press("ArrowRight")
        expect(field(page, "title")).to_have_text(EXERCISE.front.title)
        expect(field(stage(page), "count")).to_have_text(f"Step {number} of {len(STEPS)}, {step.minutes} minutes")
        expect(field(stage(page), "step")).to_have_text(step.name)
        expect(field(stage(page), "show")).to_have_text(step.show)
    page.keyboard.press("ArrowRight")
    expect(field(stage(page), "step")).to_have_text(STEPS[-1].name)
    page.keyboard.press("ArrowLeft")
    expect(field(stage(page), "step")).to_have_text(STEPS[-2].name)
    page.keyboard.press("Escape")
    expect(act(page, "stay")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(stage(page)).to_be_hidden()
    expect(button).to_be_focused()


def test_begins_in_full_screen_with_a_key_pressed_on_the_stage(open_stage):
    page = open_stage()
    if not page.evaluate("document.fullscreenEnabled"):
        pytest.skip("firefox: there is no screen to fill")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.fullscreenElement === document.documentElement")
    page.keyboard.press("f")
    page.wait_for_function("() => document.fullscreenElement === null")
    expect(field(stage(page), "step")).to_have_text(STEPS[0].name)


@pytest.mark.parametrize("viewport", [PROJECTOR, PHONE], ids=["projector", "phone"])
def test_the_exit_stays_where_it_is_from_step_to_step(open_stage, viewport):
    page = open_stage(viewport=viewport)
    way_out = stage(page).locator("[data-exit]")
    place = way_out.bounding_box()
    for _ in STEPS:
        page.keyboard.press("ArrowRight")
        assert way_out.bounding_box() == place


def test_the_notes_are_set_in_the_fonts_of_the_book(open_stage):
    page = open_stage()
    # One that comes late is for the next window.
    until(lambda: fonts_in(notes_anew(page)) == [1, 1], "the fonts of the notes")


def notes_anew(page) -> Page:
    """A second window, opened now, with its style."""
    for notes in page.context.pages[1:]:
        with notes.expect_event("close"):
            notes.close()
    notes = open_notes(page)
    expect_the_books_look(notes)
    return notes


def fonts_in(notes) -> list[int]:
    """How many faces came, of each font."""
    return notes.evaluate("""() => Promise.all(["Literata", "Atkinson Hyperlegible Next"].map((name) =>
      document.fonts.load(`1rem "${name}"`).then((faces) => faces.length, () => 0)))""")


@pytest.mark.timeout(600)
def test_no_note_of_the_leaders_gets_on_the_stage(tab, served_course, course):
    page = tab(viewport=PROJECTOR)
    for exercise in exercises_of(course):
        secret = [words for section in exercise.sections.values() for words in plain(section.text)]
        assert len(secret) > len(exercise.sections)
        secret += [step.text for step in exercise.front.steps]
        page.goto(f"{served_course}/{page_of(exercise)}")
        page.get_by_role("button", name="Show on a projector").click()
        for step in exercise.front.steps:
            page.keyboard.press("ArrowRight")
            expect(field(stage(page), "show")).to_have_text(step.show)
            shown = stage(page).inner_text()
            assert [words for words in secret if words in shown] == [], exercise.name


def test_the_stage_covers_the_whole_page(open_stage):
    page = open_stage()
    assert page.evaluate(
        """() => {
          const stage = document.querySelector("dialog.stage");
          const places = [...Array(20).keys()].map((each) => (each + 0.5) / 20);
          return places.every((x) =>
            places.every((y) => stage.contains(document.elementFromPoint(x * innerWidth, y * innerHeight))));
        }"""
    )


READ_FROM_AFAR = ", ".join(f"[data-field={name}]" for name in ("title", "step", "show", "number"))


@pytest.mark.thorough
@pytest.mark.timeout(600)
def test_every_step_of_every_exercise_fits_a_projector_and_can_be_read_from_the_last_row(tab, served_course, course):
    page = tab(viewport=PROJECTOR)
    for exercise in exercises_of(course):
        page.goto(f"{served_course}/{page_of(exercise)}")
        page.get_by_role("button", name="Show on a projector").click()
        for step in exercise.front.steps:
            page.keyboard.press("ArrowRight")
            expect(field(stage(page), "show")).to_have_text(step.show)
            assert overflow(page) == (0, 0), step.name
            assert smallest_type(page, READ_FROM_AFAR) >= PROJECTOR["height"] / 18, step.name
    page.keyboard.press("h")
    assert overflow(page) == (0, 0)
    assert smallest_type(page, "[data-covers=help] li") >= PROJECTOR["height"] / 18


def overflow(page) -> tuple[int, int]:
    return tuple(stage(page).evaluate("(el) => [el.scrollWidth - el.clientWidth, el.scrollHeight - el.clientHeight]"))


def smallest_type(page, selector) -> float:
    """The smallest type of all elements that a selector finds on the stage, in px."""
    return (
        stage(page)
        .locator(selector)
        .evaluate_all("(all) => Math.min(...all.map((el) => parseFloat(getComputedStyle(el).fontSize)))")
    )


@pytest.mark.thorough
@pytest.mark.parametrize("viewport", [PHONE, SMALL_PHONE, {"width": 320, "height": 256}])
def test_on_a_phone_nothing_goes_sideways_and_every_button_is_within_a_finger_s_reach(open_stage, viewport):
    """The last is what 400 % zoom makes of a screen of 1280 by 1024."""
    page = open_stage(viewport=viewport, has_touch=True, is_mobile=True)
    longest = max(range(len(STEPS)), key=lambda place: len(STEPS[place].show))
    for _ in range(longest + 1):
        act(page, "next").tap()
    expect(field(stage(page), "show")).to_have_text(STEPS[longest].show)
    assert overflow(page)[0] == 0
    for button in stage(page).locator(".stage-bar button:visible").all():
        assert button.bounding_box()["height"] >= 44
        button.click(trial=True)
    page.get_by_role("link", name="Quick exit").last.click(trial=True)


def test_the_second_window_shows_the_notes_and_the_next_step_once_it_is_out_of_sight_of_the_room(open_stage):
    page = open_stage()
    page.keyboard.press("ArrowRight")
    notes = open_notes(page, opened=False)
    expect(field(notes, "notes")).to_be_hidden()
    expect(field(notes, "next")).to_be_hidden()
    notes.locator("summary").click()
    expect(field(notes, "notes")).to_have_text(STEPS[0].text)
    expect(field(notes, "show")).to_have_text(STEPS[0].show)
    expect(field(notes, "next")).to_contain_text(f"{STEPS[1].name}, {STEPS[1].minutes} minutes")
    expect(field(notes, "next")).to_contain_text(STEPS[1].show)
    page.clock.run_for(61_000)
    expect(field(notes, "seconds")).to_have_text(re.compile(r"^5:\d\d$"))  # of seven minutes
    assert notes.url == "about:blank"
    expect_the_books_look(notes)


def expect_the_books_look(notes):
    expect(notes.locator(".stage-notes")).not_to_have_css("padding-left", "0px")


def test_both_windows_drive_both(open_stage):
    page = open_stage()
    notes = open_notes(page)
    notes.keyboard.press("ArrowRight")
    expect(field(stage(page), "step")).to_have_text(STEPS[0].name)
    act(notes, "next").click()
    expect(field(stage(page), "step")).to_have_text(STEPS[1].name)
    expect(field(notes, "notes")).to_have_text(STEPS[1].text)
    page.keyboard.press("ArrowLeft")
    expect(field(notes, "notes")).to_have_text(STEPS[0].text)
    notes.keyboard.press("b")
    expect(blank(page)).to_be_visible()
    expect(field(notes, "covers")).to_have_text("The screen is blank.")
    notes.keyboard.press("Escape")
    expect(blank(page)).to_be_hidden()
    act(notes, "pause").click()
    expect(field(stage(page), "left")).to_have_text("Paused · 7 minutes left")
    expect(act(notes, "pause")).to_contain_text("Go on")


def test_the_second_window_closes_with_the_stage(open_stage):
    page = open_stage()
    notes = open_notes(page)
    page.keyboard.press("Escape")
    with notes.expect_event("close"):
        act(page, "close").click()
    expect(stage(page)).to_be_hidden()


def test_a_page_that_goes_takes_the_second_window_along(open_stage):
    page = open_stage()
    notes = open_notes(page)
    with notes.expect_event("close"):
        page.goto("about:blank")


def test_closing_the_second_window_is_said_and_the_stage_goes_on(open_stage):
    page = open_stage()
    notes = open_notes(page)
    notes.close(run_before_unload=True)
    expect(notice(page)).to_have_text("The second window is closed. N opens it again.")
    page.keyboard.press("ArrowRight")
    expect(field(stage(page), "step")).to_have_text(STEPS[0].name)
    expect(field(open_notes(page), "notes")).to_have_text(STEPS[0].text)


def test_asking_for_the_second_window_twice_opens_no_other(open_stage):
    page = open_stage()
    open_notes(page)
    page.keyboard.press("n")
    page.keyboard.press("ArrowRight")
    expect(field(stage(page), "step")).to_have_text(STEPS[0].name)
    assert len(page.context.pages) == 2


def test_a_blank_screen_shows_nothing_at_all_until_someone_brings_it_back(open_stage):
    page = open_stage(color_scheme="light")
    page.keyboard.press("ArrowRight")
    for back in ("b", ".", "Escape", "Enter"):
        page.keyboard.press("b")
        expect(blank(page)).to_be_visible()
        assert len(colours(page)) == 1
        page.keyboard.press(back)
        expect(blank(page)).to_be_hidden()
        expect(field(stage(page), "show")).to_be_visible()
    page.keyboard.press("b")
    page.mouse.click(600, 300)
    expect(blank(page)).to_be_hidden()


def colours(page) -> list[str]:
    """Every colour that a picture of the page has."""
    shot = page.screenshot()
    reader = page.context.new_page()
    reader.goto("about:blank")
    found = reader.evaluate(
        """async (bytes) => {
          const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
          const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
          canvas.drawImage(picture, 0, 0);
          const data = canvas.getImageData(0, 0, picture.width, picture.height).data;
          const found = new Set();
          for (let at = 0; at < data.length; at += 4) found.add(data.slice(at, at + 3).join());
          return [...found];
        }""",
        list(shot),
    )
    reader.close()
    return found


def test_a_pause_stops_the_time_and_two_minutes_can_be_added_at_any_moment(open_stage):
    page = open_stage()
    left = field(stage(page), "left")
    page.keyboard.press("ArrowRight")
    expect(left).to_have_text("7 minutes left")
    page.clock.run_for(61_000)
    expect(left).to_have_text("6 minutes left")
    page.keyboard.press("p")
    page.clock.run_for(600_000)
    expect(left).to_have_text("Paused · 6 minutes left")
    page.keyboard.press("p")
    page.keyboard.press("+")
    expect(left).to_have_text("8 minutes left")
    act(page, "more").click()
    expect(left).to_have_text("10 minutes left")


def test_the_time_is_right_after_the_device_has_slept(open_stage):
    page = open_stage()
    page.keyboard.press("ArrowRight")
    page.clock.fast_forward(4 * 60_000)
    expect(field(stage(page), "left")).to_have_text("3 minutes left")


def test_time_is_up_without_any_fuss_and_two_minutes_more_can_still_be_had(open_stage):
    page = open_stage()
    page.keyboard.press("ArrowRight")
    page.clock.fast_forward(60 * 60_000)
    expect(field(stage(page), "left")).to_have_text("Time is up")
    expect(stage(page).locator("[data-said]")).to_have_text("Time is up.")
    expect(field(stage(page), "step")).to_have_text(STEPS[0].name)
    assert page.evaluate("document.getAnimations().length") == 0
    page.keyboard.press("+")
    expect(field(stage(page), "left")).to_have_text("2 minutes left")


def test_a_step_that_one_comes_back_to_has_the_time_it_had_left(open_stage):
    page = open_stage()
    left = field(stage(page), "left")
    page.keyboard.press("ArrowRight")
    page.clock.run_for(3 * 60_000)
    page.keyboard.press("ArrowRight")
    expect(left).to_have_text("8 minutes left")
    page.keyboard.press("ArrowLeft")
    expect(left).to_have_text("4 minutes left")


def test_a_screen_reader_hears_each_step_once_and_not_each_second(open_stage):
    page = open_stage()
    page.keyboard.press("ArrowRight")
    words = stage(page).locator(".stage-words")
    expect(words).to_have_attribute("aria-live", "polite")
    expect(field(stage(page), "left")).to_have_attribute("aria-live", "off")
    page.evaluate(
        """() => {
          globalThis.heard = [];
          const hear = (all) => all.forEach((each) => heard.push(each.target.textContent));
          for (const live of document.querySelectorAll("dialog.stage :is([aria-live=polite], [role=status])"))
            new MutationObserver(hear).observe(live, { subtree: true, childList: true, characterData: true });
        }"""
    )
    page.clock.run_for(6.5 * 60_000)
    expect(field(stage(page), "left")).to_have_text("1 minute left")
    assert page.evaluate("heard") == ["1 minute left."]
    page.keyboard.press("ArrowRight")
    expect(words).to_contain_text(STEPS[1].show)
    assert len([heard for heard in page.evaluate("heard") if STEPS[1].show in heard]) == 1


def test_one_key_shows_that_one_can_pass_and_where_help_is(open_stage):
    page = open_stage()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("h")
    shown = page.locator("[data-covers=help]")
    expect(shown.get_by_role("heading")).to_have_text("You can pass, pause or leave at any time.")
    expect(shown).to_contain_text("lines.example")
    expect(shown).to_contain_text("emergency number")
    expect(field(stage(page), "show")).to_be_hidden()
    page.keyboard.press("h")
    expect(field(stage(page), "show")).to_be_visible()


def test_escape_never_brings_the_page_behind_into_sight_by_itself(open_stage):
    page = open_stage()
    for _ in range(6):
        page.keyboard.press("Escape")
        expect(stage(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="End here?")).to_be_visible()
    act(page, "stay").click()
    expect(page.get_by_role("heading", name="We begin soon.")).to_be_visible()


def test_a_reload_shows_the_stage_again_where_it_was(open_stage):
    page = open_stage()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.clock.run_for(3 * 60_000)
    page.reload()
    expect(field(stage(page), "show")).to_have_text(STEPS[1].show)
    expect(field(stage(page), "left")).to_have_text("5 minutes left")
    expect(notice(page)).to_contain_text("loaded anew")
    page.keyboard.press("b")
    page.reload()
    expect(blank(page)).to_be_visible()


def test_a_stage_that_was_ended_does_not_come_back(open_stage):
    page = open_stage()
    page.keyboard.press("Escape")
    act(page, "close").click()
    page.reload()
    expect(page.get_by_role("button", name="Show on a projector")).to_be_visible()
    expect(stage(page)).to_be_hidden()


def expect_gone(page, notes):
    page.wait_for_url(EXIT_URL)
    expect(page.locator("h1")).to_have_text("Elsewhere")
    assert notes.is_closed()


WAYS_OUT = {
    "the link on the stage": lambda page, notes: stage(page).get_by_role("link", name="Quick exit").click(),
    "Shift on the stage": lambda page, notes: press_shift(page),
    "the link of the notes": lambda page, notes: press_link(notes),
    "Shift in the notes": lambda page, notes: press_shift(notes),
}


def press_link(notes):
    # A window that closes may not tell any more that it was pressed.
    with contextlib.suppress(Error):
        notes.get_by_role("link", name="Quick exit").click()


def press_shift(page):
    # Nor that the key went up.
    with contextlib.suppress(Error):
        for _ in range(3):
            page.keyboard.press("Shift")


@pytest.mark.parametrize("way", WAYS_OUT)
def test_the_quick_exit_takes_both_windows_along_and_nothing_comes_back(open_stage, way):
    page = open_stage()
    notes = open_notes(page)
    page.bring_to_front()
    page.keyboard.press("ArrowRight")
    # Only now: a second window opened after it would get no style sheet from file://.
    page.context.route(f"{EXIT_URL}**", lambda route: route.fulfill(body=ELSEWHERE, content_type="text/html"))
    with notes.expect_event("close"):
        WAYS_OUT[way](page, notes)
    expect_gone(page, notes)
    page.go_back()
    expect(stage(page)).to_have_count(0)


def test_nothing_of_the_stage_is_to_be_seen_while_the_quick_exit_s_page_does_not_come(open_stage):
    page = open_stage()
    page.context.route(f"{EXIT_URL}**", lambda route: route.fulfill(status=204))
    page.keyboard.press("ArrowRight")
    press_shift(page)
    expect(page.get_by_role("alert")).to_have_text("Loading.")
    expect(stage(page)).to_be_hidden()
    expect(page.locator("body > :not(.exit-cover):visible")).to_have_count(0)


def test_half_a_quick_exit_leaves_no_trace_on_the_stage(open_stage):
    page = open_stage()
    page.keyboard.press("ArrowRight")
    before = stage(page).inner_text()
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    assert stage(page).inner_text() == before
    assert page.evaluate(
        """() => {
          const { x, y } = document.querySelector(".exit-lights").getBoundingClientRect();
          return document.querySelector("dialog.stage").contains(document.elementFromPoint(x + 1, y + 1));
        }"""
    )


@pytest.mark.thorough
def test_two_stages_in_two_tabs_keep_out_of_each_other_s_way(open_stage):
    page = open_stage()
    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_role("button", name="Show on a projector").click()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("b")
    expect(blank(page)).to_be_visible()
    expect(other.get_by_role("heading", name="We begin soon.")).to_be_visible()


def test_it_stores_nothing_and_asks_nothing_of_the_network(open_stage):
    page = open_stage()
    requests = []
    notes = open_notes(page)
    page.context.on("request", lambda request: requests.append(request.url))
    for _ in STEPS:
        page.keyboard.press("ArrowRight")
    notes.keyboard.press("h")
    expect(field(notes, "covers")).to_contain_text("how to pass")
    assert requests == []
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    assert page.evaluate("indexedDB.databases().then((all) => all.length)") == 0


def test_it_needs_no_network_once_the_page_is_there(tab, served_course):
    page = tab()
    page.goto(f"{served_course}/{page_of(EXERCISE)}")
    page.context.set_offline(True)
    page.get_by_role("button", name="Show on a projector").click()
    notes = open_notes(page)
    notes.keyboard.press("ArrowRight")
    expect(field(notes, "notes")).to_have_text(STEPS[0].text)
    expect_the_books_look(notes)


def test_without_script_the_page_itself_has_the_steps_and_no_button(tab, course_address):
    page = tab(java_script_enabled=False)
    page.goto(f"{course_address}/{page_of(EXERCISE)}")
    expect(page.get_by_role("button", name="Show on a projector")).to_be_hidden()
    for step in STEPS:
        expect(page.locator(".timetable")).to_contain_text(step.name)


STATES = {
    "before": [],
    "a step": ["ArrowRight"],
    "time is up": ["ArrowRight", "over"],
    "help": ["h"],
    "the end": ["Escape"],
    "blank": ["b"],
}


@pytest.mark.parametrize(
    "viewport",
    [pytest.param(PROJECTOR, id="projector"), pytest.param(PHONE, id="phone", marks=pytest.mark.thorough)],
)
@pytest.mark.parametrize("state", STATES)
def test_no_state_of_the_stage_breaks_a_rule(tab, served_course, state, viewport):
    page = tab(viewport=viewport, bypass_csp=True)
    page.clock.install()
    page.goto(f"{served_course}/{page_of(EXERCISE)}")
    page.get_by_role("button", name="Show on a projector").click()
    for key in STATES[state]:
        if key == "over":
            page.clock.fast_forward(3_600_000)
        else:
            page.keyboard.press(key)
    assert complaints(page) == []


def test_the_second_window_breaks_no_rule(tab, served_course):
    page = tab(bypass_csp=True)
    page.goto(f"{served_course}/{page_of(EXERCISE)}")
    page.get_by_role("button", name="Show on a projector").click()
    notes = open_notes(page)
    notes.keyboard.press("ArrowRight")
    assert complaints(notes) == []


@pytest.mark.thorough
def test_forced_colours_leave_every_button_its_edge_and_blank_stays_black(open_stage):
    page = open_stage(forced_colors="active")
    for button in stage(page).locator(".stage-bar button:visible").all():
        assert button.evaluate("(el) => parseFloat(getComputedStyle(el).borderTopWidth)") >= 1
    page.keyboard.press("b")
    expect(blank(page)).to_be_visible()
    assert colours(page) == ["0,0,0"]
