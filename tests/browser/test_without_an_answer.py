"""Reflections in which nothing is answered: whole without script and on paper, quiet, and steady."""

import pytest
from playwright.sync_api import expect

from betweenus import ConversationCards, FigureExplorer, Grounding, NextStep, Reminder, TurnTimer
from tests.browser.alone import write_alone
from tests.browser.pages import wait_for_style

KINDS = [ConversationCards, FigureExplorer, Grounding, NextStep, Reminder, TurnTimer]

each_of_them = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)


@each_of_them
def test_nothing_moves_when_the_script_comes(tab, tmp_path, kind):
    page = tab(viewport={"width": 390, "height": 800})
    waiting = []
    page.route("**/betweenus.js", lambda route: waiting.append(route))
    page.goto(write_alone(tmp_path, kind.example()), wait_until="commit")
    page.wait_for_selector("[data-clear]", state="attached")
    wait_for_style(page)
    before = page.evaluate("document.documentElement.scrollHeight")
    waiting[0].continue_()
    page.wait_for_selector("[data-ready]")
    assert page.evaluate("document.documentElement.scrollHeight") == before


@each_of_them
@pytest.mark.parametrize("width", [320, 1280])
def test_it_does_not_scroll_sideways(alone, kind, width):
    page = alone(kind.example(), viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@each_of_them
def test_every_target_is_large_enough_to_touch(alone, kind):
    page = alone(kind.example(), viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    heights = page.eval_on_selector_all(
        "button, summary, input, .choice",
        """(all) => all.filter((el) => el.checkVisibility({ visibilityProperty: true }))
          .map((el) => (el.closest(".choice") ?? el).getBoundingClientRect().height)""",
    )
    assert heights and min(heights) >= 44


@each_of_them
def test_using_it_breaks_no_rule_of_the_page_s_policy(alone, kind):
    page = alone(kind.example())
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    for button in page.locator(".with-script button").all():
        button.dispatch_event("click")
    assert complaints == []


@each_of_them
def test_without_script_no_button_waits_in_vain(alone, kind):
    page = alone(kind.example(), java_script_enabled=False)
    expect(page.locator(".reflection-prompt")).to_be_visible()
    for button in page.locator("button").all():
        expect(button).to_be_hidden()


def test_cards_are_all_there_on_paper_and_without_script(alone):
    plain = alone(ConversationCards.example(), java_script_enabled=False)
    paper = alone(ConversationCards.example())
    paper.emulate_media(media="print")
    for page in (plain, paper):
        cards = page.locator("[data-card]").all()
        assert cards and all(is_shown(card) for card in cards)


def test_cards_that_were_put_away_are_not_printed(alone):
    page = alone(ConversationCards.example())
    page.locator("[data-draw]").click()
    page.locator("[data-put]").click()
    page.emulate_media(media="print")
    expect(page.locator("[data-away]")).to_have_count(1)
    expect(page.locator("[data-away]")).to_be_hidden()


def test_cards_that_were_put_away_stay_away_after_a_reload(alone):
    page = alone(ConversationCards.example())
    page.get_by_text("Topics to put away").first.click()
    page.get_by_label("Touch", exact=True).check()
    page.locator("[data-draw]").click()
    page.locator("[data-put]").click()
    page.reload()
    expect(page.locator("[data-away]")).to_have_count(1)
    expect(page.get_by_label("Touch", exact=True)).to_be_checked()


def is_shown(locator) -> bool:
    return locator.evaluate("(el) => el.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })")


def shown_frames(page) -> list[bool]:
    return [is_shown(frame) for frame in page.locator(".figure-explorer-frame").all()]


def test_one_figure_shows_at_a_time_and_all_on_paper(alone):
    page = alone(FigureExplorer.example())
    assert shown_frames(page) == [True, False]
    page.get_by_role("button", name="Next").click()
    assert shown_frames(page) == [False, True]
    page.emulate_media(media="print")
    assert shown_frames(page) == [True, True]


def test_figures_stand_one_under_another_without_script(alone):
    page = alone(FigureExplorer.example(), java_script_enabled=False)
    assert shown_frames(page) == [True, True]


def test_stepping_through_figures_moves_nothing(alone):
    page = alone(FigureExplorer.example(), viewport={"width": 390, "height": 800})
    before = page.evaluate("document.documentElement.scrollHeight")
    page.get_by_role("button", name="Next").click()
    assert page.evaluate("document.documentElement.scrollHeight") == before


def test_figures_can_be_stepped_through_by_keyboard(alone):
    page = alone(FigureExplorer.example())
    page.get_by_role("radio").first.focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("status").first).to_contain_text("Step 2 of 2")
    page.get_by_role("button", name="Previous").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("status").first).to_contain_text("Step 1 of 2")


@pytest.mark.parametrize(("motion", "moving"), [("no-preference", 1), ("reduce", 0)])
def test_breathing_moves_only_where_movement_is_welcome(alone, motion, moving):
    page = alone(Grounding.example(), reduced_motion=motion)
    page.get_by_role("button", name="Breathe along").click()
    assert page.evaluate("document.getAnimations().length") == moving
    expect(page.locator("[data-word]")).to_have_text("In")
    assert page.locator("[data-count]").is_visible() == (moving == 0)
    page.get_by_role("button", name="Stop").last.click()
    assert page.evaluate("document.getAnimations().length") == 0


def test_a_turn_ends_on_time_and_sounds_only_if_asked(alone):
    page = alone(TurnTimer.example())
    page.clock.install()
    page.evaluate(
        """() => { window.rung = 0; const { start } = OscillatorNode.prototype;
        OscillatorNode.prototype.start = function (...at) { rung += 1; start.apply(this, at); }; }"""
    )
    page.get_by_role("button", name="Start").click()
    page.clock.fast_forward("03:01")
    expect(page.locator("[data-said]")).to_contain_text("Finish your sentence")
    assert page.evaluate("window.rung") == 0
    page.get_by_role("button", name="Stop").click()
    page.get_by_label("A soft sound").check()
    assert page.evaluate("window.rung") == 1, "a first time, to hear what it is like"
    page.get_by_role("button", name="Start").click()
    page.clock.fast_forward("03:01")
    expect(page.locator("[data-said]")).to_contain_text("Finish your sentence")
    assert page.evaluate("window.rung") == 2
