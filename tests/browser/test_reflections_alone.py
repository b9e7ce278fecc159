"""Each reflection alone on a page: by mouse, by finger, by keyboard, without script, and on paper."""

import re

import pytest
from playwright.sync_api import expect

from betweenus import (
    BrakesAndAccelerators,
    CardSort,
    Closeness,
    ConversationCards,
    Grounding,
    Journal,
    Plan,
    Scale,
    Statement,
    TurnTimer,
)
from tests.browser.alone import serve_alone
from tests.browser.pages import records, wait_for_style

ANSWERED = [CardSort, BrakesAndAccelerators, Statement, Plan, Scale, Closeness, Journal]  # without a script too
KINDS = [*ANSWERED, ConversationCards, TurnTimer, Grounding]
PHONE = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True}

every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    address, close = serve_alone(tmp_path_factory.mktemp("pages"), *KINDS)
    yield address
    close()


@pytest.fixture
def open_kind(tab, address):
    """A function that opens the page of a kind once its behaviour runs."""

    def open_page(kind, **options):
        page = tab(**options)
        page.faults = []
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.on("console", lambda said: page.faults.append(said.text) if "Policy" in said.text else None)
        page.goto(f"{address}/{kind.kind}.html")
        expect(page.locator("[data-ready]")).to_have_count(1)
        return page

    return open_page


def kept(page, kind):
    record = records(page).get(kind.example().id)
    return record and record["value"]


def grip(page, card):
    """The middle of a card's handle."""
    handle = page.locator(f"[data-card='{card}'] [data-handle]")
    handle.scroll_into_view_if_needed()
    box = handle.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def middle(locator):
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def tray(page, pile):
    return page.locator(f"[data-tray] [data-pile='{pile}']")


def lift(page, card):
    x, y = grip(page, card)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 20, y + 20, steps=3)


def test_a_card_is_dragged_to_a_pile_with_a_mouse(open_kind):
    page = open_kind(CardSort)
    lift(page, "A long hug")
    page.mouse.move(*middle(tray(page, "Maybe")))
    page.mouse.up()
    expect(page.locator(".card-sort-pile[data-pile=Maybe] li")).to_have_text("A long hug")
    expect(page.locator("[data-announced]")).to_have_text("“A long hug” is in “Maybe”.")
    assert kept(page, CardSort) == {"A long hug": "Maybe"}
    assert page.faults == []


def test_a_card_is_dragged_from_one_pile_to_another(open_kind):
    page = open_kind(CardSort)
    page.locator("[data-card='A long hug'] [value=Yes]").check()
    page.mouse.move(*middle(page.locator(".card-sort-pile [data-drag]")))
    page.mouse.down()
    page.mouse.move(*middle(page.locator(".card-sort-pile[data-pile='Not for me']")), steps=5)
    page.mouse.up()
    assert kept(page, CardSort) == {"A long hug": "Not for me"}


def test_a_card_is_dragged_with_a_finger_by_its_handle(open_kind):
    page = open_kind(CardSort, **PHONE)
    touch = page.context.new_cdp_session(page)

    def send(kind, *points):
        points = [{"x": x, "y": y} for x, y in points]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    see_all(page)
    x, y = grip(page, "Holding hands")
    send("touchStart", (x, y))
    send("touchMove", (x + 15, y + 15))
    expect(tray(page, "Yes")).to_be_visible()
    send("touchMove", middle(tray(page, "Yes")))
    send("touchEnd")
    assert kept(page, CardSort) == {"Holding hands": "Yes"}


def test_escape_puts_a_dragged_card_back(open_kind):
    page = open_kind(CardSort)
    lift(page, "A long hug")
    page.keyboard.press("Escape")
    expect(page.locator("[data-tray]")).to_be_hidden()
    page.mouse.up()
    assert kept(page, CardSort) is None


def test_a_card_let_go_beside_the_piles_stays_where_it_was(open_kind):
    page = open_kind(CardSort)
    lift(page, "A long hug")
    page.mouse.up()
    expect(page.locator("[data-tray]")).to_be_hidden()
    assert kept(page, CardSort) is None


def test_cards_are_sorted_by_keyboard(open_kind):
    page = open_kind(CardSort)
    page.locator("[data-card='Holding hands'] input").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert kept(page, CardSort) == {"Holding hands": "Maybe", "A long hug": "Yes"}


def on_top(page):
    return page.locator("[data-card]:visible").evaluate_all("(all) => all.map((card) => card.dataset.card)")


def see_all(page):
    page.get_by_label("See all 4").check()


def test_on_a_phone_one_card_shows_and_a_finger_that_chooses_gets_the_next(open_kind):
    page = open_kind(CardSort, **PHONE)
    assert on_top(page) == ["Holding hands"]
    page.locator("[data-current] [value=Yes]").tap()
    assert on_top(page) == ["A long hug"]
    page.locator("[data-next]").tap()
    page.locator("[data-current] [value=Maybe]").tap()
    page.locator("[data-current] [value=Maybe]").tap()
    assert on_top(page) == ["A kiss on the forehead"]
    assert kept(page, CardSort) == {
        "Holding hands": "Yes",
        "Leaning on each other": "Maybe",
        "A kiss on the forehead": "Maybe",
    }
    page.locator("[data-back]").tap()
    assert on_top(page) == ["Leaning on each other"]
    assert page.locator("[data-current] [data-count]").all_inner_texts() == ["1 card", "2 cards", ""]


def test_on_a_phone_a_card_is_chosen_and_left_by_keyboard(open_kind):
    page = open_kind(CardSort, **PHONE)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    assert on_top(page) == ["Holding hands"]
    page.locator("[data-next]").press("Enter")
    expect(page.locator("[data-next]")).to_be_focused()
    assert on_top(page) == ["A long hug"]
    assert kept(page, CardSort) == {"Holding hands": "Maybe"}


def test_on_a_phone_a_card_with_its_choices_fits_on_one_screen(open_kind):
    page = open_kind(CardSort, **PHONE)
    steps = page.locator(".card-sort-steps").bounding_box()
    assert steps["y"] + steps["height"] < PHONE["viewport"]["height"]


def test_all_cards_are_there_to_see_even_if_the_script_never_comes(tab, address):
    page = tab(**PHONE)
    page.route("**/betweenus.js*", lambda route: route.abort())
    page.goto(f"{address}/card-sort.html")
    assert on_top(page) == ["Holding hands"]
    see_all(page)
    assert len(on_top(page)) == 4


def test_all_cards_are_there_on_paper_without_a_script_and_on_a_wide_screen(open_kind, tab, address):
    page = open_kind(CardSort, **PHONE)
    page.emulate_media(media="print")
    assert len(on_top(page)) == 4
    page = tab(**PHONE, java_script_enabled=False)
    page.goto(f"{address}/card-sort.html")
    assert len(on_top(page)) == 4
    assert len(on_top(open_kind(CardSort))) == 4


def rows(page):
    """How many rows the numbers of a scale stand in."""
    tops = page.locator(".scale-line label").evaluate_all("(all) => all.map((el) => el.getBoundingClientRect().top)")
    return len(set(tops))


def test_a_scale_is_one_row_on_a_small_phone_and_a_list_where_words_are_large(open_kind):
    page = open_kind(Scale, **PHONE)
    assert rows(page) == 1
    assert page.locator(".scale-line label").first.bounding_box()["width"] >= 24
    page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
    assert rows(page) == 11
    expect(page.locator(".scale-line label").last).to_contain_text("All here")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_first_thing_of_a_deck_is_its_card(open_kind):
    page = open_kind(ConversationCards, **PHONE)
    expect(page.locator(".conversation-cards-note")).to_contain_text("Anyone may pass")
    page.locator("[data-draw]").tap()
    card, button = page.locator("[data-place]").bounding_box(), page.locator("[data-draw]").bounding_box()
    assert card["y"] < 200
    assert button["y"] + button["height"] < PHONE["viewport"]["height"]
    expect(page.locator(".conversation-cards-note")).to_be_hidden()


def test_what_to_know_before_drawing_is_there_without_a_script_and_on_paper(open_kind, tab, address):
    page = tab(java_script_enabled=False)
    page.goto(f"{address}/conversation-cards.html")
    expect(page.locator(".conversation-cards-note")).to_be_visible()
    page = open_kind(ConversationCards)
    page.locator("[data-draw]").click()
    page.emulate_media(media="print")
    expect(page.locator(".conversation-cards-note")).to_be_visible()
    expect(page.locator("[data-place]")).to_be_hidden()


@pytest.mark.parametrize("percent", [100, 200])
def test_a_turn_fills_the_screen_and_all_its_buttons_fit(open_kind, percent):
    page = open_kind(TurnTimer, **PHONE)
    page.evaluate(f"() => {{ document.documentElement.style.fontSize = '{percent}%'; }}")
    page.locator("[data-start]").tap()
    assert page.locator("dialog").bounding_box() == {"x": 0, "y": 0, "width": 320, "height": 640}
    assert page.locator("dialog").evaluate("(el) => el.scrollWidth") <= 320
    stop = page.locator("[data-stop]")
    stop.scroll_into_view_if_needed()
    assert percent > 100 or stop.bounding_box()["y"] + stop.bounding_box()["height"] <= 640
    stop.tap()
    expect(page.locator("[data-ended]")).to_have_text("Stopped. Nothing more is needed.")
    expect(page.locator("[data-start]")).to_be_focused()


def test_escape_stops_a_turn(open_kind):
    page = open_kind(TurnTimer)
    page.locator("[data-start]").click()
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    expect(page.locator("[data-ended]")).to_have_text("Stopped. Nothing more is needed.")


def test_marks_of_another_day_become_a_trend(open_kind):
    page = open_kind(Scale)
    page.clock.set_fixed_time("2026-03-01T08:00:00Z")
    page.get_by_label("7", exact=True).check()
    page.clock.set_fixed_time("2026-03-02T08:00:00Z")
    page.reload()
    expect(page.locator(":checked")).to_have_count(0)
    page.get_by_label("3", exact=True).check()
    expect(page.locator("[data-drawing] rect")).to_have_count(2)
    page.locator("[data-marks] summary").click()
    expect(page.locator("[data-marks] tbody tr")).to_have_count(2)
    assert [mark["value"] for mark in kept(page, Scale)] == ["7", "3"]
    assert page.faults == []


@pytest.mark.parametrize(
    ("locale", "time"),
    [("de-DE", "1 Mar 2026, 09:00"), ("en-GB", "1 Mar 2026, 09:00"), ("en-US", re.compile("Mar 1, 2026, 9:00.AM"))],
    ids=["of another language", "of its country", "of another country"],
)
def test_times_are_in_the_language_of_the_book_as_the_reader_writes_it(open_kind, locale, time):
    page = open_kind(Scale, locale=locale, timezone_id="Europe/Berlin")
    page.clock.set_fixed_time("2026-03-01T08:00:00Z")
    page.get_by_label("7", exact=True).check()
    page.clock.set_fixed_time("2026-03-02T08:00:00Z")
    page.reload()
    expect(page.locator("[data-marks] time")).to_have_text(time)


def test_on_paper_the_marks_are_there_as_text(open_kind):
    page = open_kind(Scale)
    page.clock.set_fixed_time("2026-03-01T08:00:00Z")
    page.get_by_label("7", exact=True).check()
    page.clock.set_fixed_time("2026-03-02T08:00:00Z")
    page.reload()
    page.emulate_media(media="print")
    assert page.locator("[data-marks] td").bounding_box()["height"] > 10


@every_kind
def test_nothing_scrolls_sideways_on_a_small_phone(open_kind, kind):
    page = open_kind(kind, **PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@every_kind
def test_fingers_have_room(open_kind, kind):
    page = open_kind(kind, **PHONE)
    for target in page.locator("label:has(input), summary, button, [data-handle]").all():
        if target.is_visible():
            assert target.bounding_box()["height"] >= 44, target.inner_text()


@every_kind
def test_nothing_moves_when_the_script_comes(tab, address, kind):
    page = tab()
    waiting = []
    page.route("**/betweenus.js*", lambda route: waiting.append(route))
    page.goto(f"{address}/{kind.kind}.html", wait_until="commit")
    page.wait_for_selector("footer")
    wait_for_style(page)
    page.evaluate("document.fonts.ready")
    before = page.locator("footer").bounding_box()
    waiting[0].continue_()
    expect(page.locator("[data-ready]")).to_have_count(1)
    assert page.locator("footer").bounding_box() == before


@pytest.mark.parametrize("kind", ANSWERED, ids=lambda kind: kind.__name__)
def test_without_script_nothing_is_shown_that_needs_one(tab, address, kind):
    page = tab(java_script_enabled=False)
    page.goto(f"{address}/{kind.kind}.html")
    expect(page.locator("textarea, input").first).to_be_visible()
    needs_script = "button, [data-sentence], .card-sort-piles, [data-balance], [data-marks]"
    for element in page.locator(needs_script).all():
        expect(element).to_be_hidden()


@pytest.mark.parametrize("kind", [BrakesAndAccelerators, Statement, Plan], ids=lambda kind: kind.__name__)
def test_on_paper_an_empty_box_is_lines(open_kind, kind):
    page = open_kind(kind)
    page.emulate_media(media="print")
    expect(page.locator("textarea").first).to_be_hidden()
    expect(page.locator(".box-lines div").first).to_be_visible()
