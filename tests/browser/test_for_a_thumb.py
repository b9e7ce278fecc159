"""What one presses is within reach on a phone, and what one looks at while pressing is in sight."""

from io import BytesIO

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from betweenus import (
    BrakesAndAccelerators,
    CardSort,
    Closeness,
    EvidenceCheck,
    FigureExplorer,
    Match,
    MyPages,
    NextStep,
    Reminder,
    TurnTimer,
)

KINDS = [BrakesAndAccelerators, Closeness, EvidenceCheck, FigureExplorer, Match, MyPages, NextStep, Reminder]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
BOX = "(one) => { const { top, bottom } = one.getBoundingClientRect(); return [top, bottom]; }"
# What can get the focus and then lies under the balance.
UNDER_THE_BALANCE = """() => {
  const balance = document.querySelector("[data-balance]");
  return [...document.querySelectorAll(".brakes-sides :is(input, textarea)")].filter((one) => {
    one.blur();
    one.focus();
    return one.getBoundingClientRect().bottom > balance.getBoundingClientRect().top + 1;
  }).length;
}"""
# What is pressed and is lower or narrower than a finger; a radio button or a tick is pressed by all of its label.
SMALL = """() => [...document.querySelectorAll(".reflection :is(button, summary, label:has(input), a)")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }))
  .filter((one) => { const { width, height } = one.getBoundingClientRect(); return width < 43.5 || height < 43.5; })
  .filter((one) => !one.closest("figcaption, .studies"))
  .map((one) => one.outerHTML)"""


def test_a_match_is_begun_within_one_screen_of_its_question_and_one_of_its_first_step(alone):
    page = alone(Match.example(), **PHONE)
    begin = page.get_by_role("button", name="Begin together")
    page.locator(".reflection-prompt").first.evaluate("(prompt) => prompt.scrollIntoView()")
    assert begin.evaluate(BOX)[1] <= 844
    begin.click()
    dialog = page.get_by_role("dialog")
    assert dialog.get_by_role("button", name="We all want to begin").evaluate(BOX)[1] <= 844
    assert dialog.evaluate("(dialog) => dialog.scrollTop") == 0


def test_the_balance_is_in_sight_while_things_are_ticked_and_lies_over_none_that_has_the_focus(alone):
    # Without motion, scrolling is done at once.
    low_phone = {"viewport": {"width": 390, "height": 600}, "has_touch": True, "reduced_motion": "reduce"}
    page = alone(BrakesAndAccelerators.example(lines=8), **low_phone)
    page.locator("[data-side=brakes] input").first.check()
    top, bottom = page.locator("[data-balance]").evaluate(BOX)
    assert top > 0
    assert bottom <= 600
    assert page.evaluate(UNDER_THE_BALANCE) == 0


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_what_is_pressed_is_as_large_as_a_finger(alone, kind):
    page = alone(kind.example(), viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True)
    assert page.evaluate(SMALL) == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_with_words_twice_as_large_nothing_is_wider_than_a_small_phone(alone, kind):
    page = alone(kind.example(), viewport={"width": 320, "height": 640})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_enter_keeps_everything_when_asked_whether_to_delete_it(alone):
    page = alone(MyPages.example())
    page.get_by_role("button", name="Delete everything").click()
    expect(page.get_by_role("button", name="Keep them")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator("[data-told]")).to_have_text("")


def test_the_rule_for_a_passphrase_stands_before_its_field(alone):
    page = alone(MyPages.example())
    page.get_by_role("button", name="Take out, locked").click()
    rule = page.get_by_role("dialog").get_by_text("It has to be hard to guess")
    assert rule.evaluate(BOX)[1] <= page.get_by_role("dialog").locator("[name=passphrase]").evaluate(BOX)[0]


@pytest.mark.parametrize(("width", "height"), [(320, 568), (390, 844), (844, 390)])
def test_a_turn_fits_a_phone_upright_and_on_its_side(alone, width, height):
    page = alone(TurnTimer.example(), viewport={"width": width, "height": height}, has_touch=True, is_mobile=True)
    page.get_by_role("button", name="Start").click()
    dialog = page.get_by_role("dialog")
    assert dialog.evaluate("(one) => one.scrollHeight <= innerHeight && one.scrollWidth <= innerWidth")
    bottom = max(button.evaluate(BOX)[1] for button in dialog.get_by_role("button").all())
    assert bottom <= height


def test_what_goes_on_is_the_main_button_while_a_turn_is_paused(alone):
    page = alone(TurnTimer.example(), **PHONE)
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_role("dialog").locator(".main")).to_have_count(0)
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("dialog").locator(".main")).to_have_text("Go on")


def test_on_paper_each_card_has_its_words_though_the_screen_did_not_show_them(alone):
    card_sort = CardSort.example()
    page = alone(card_sort)
    page.evaluate("""() => {
      const hides = new CSSStyleSheet();
      hides.replaceSync("@media screen { .reflection { display: none; } }");
      document.adoptedStyleSheets.push(hides);
    }""")
    expect(page.locator(".reflection")).to_be_hidden()
    words = " ".join(each.extract_text() for each in PdfReader(BytesIO(page.pdf())).pages)
    assert [card for card in card_sort.cards if card not in words] == []
