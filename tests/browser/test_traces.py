"""Nothing of an answer stays on the page once it is cleared, locked or left, in no kind of reflection."""

import pytest
from playwright.sync_api import Locator, Page, expect

from betweenus import BrakesAndAccelerators, Journal, Plan, Reflection, Statement, TurnTimer
from tests.browser.test_accessibility import WORDS, fill
from tests.browser.test_exit import EXIT_URL, button
from tests.browser.test_places import keep_on_device, state, visit

KINDS = sorted(Reflection.__subclasses__(), key=lambda kind: kind.__name__)
# All that a reflection shows, says and holds, without the line that tells what became of the answer.
SHOWN = """(el) => {
  const copy = el.cloneNode(true);
  copy.querySelector("[data-foot]")?.remove();
  for (const each of copy.querySelectorAll("[style='']")) each.removeAttribute("style"); // it says nothing
  const fields = [...el.querySelectorAll("input, textarea, select")];
  return [copy.outerHTML, ...fields.map((field) => /radio|checkbox/.test(field.type) ? field.checked : field.value)];
}"""
STORES = "[...globalThis[Symbol.for('betweenus/stores')].values()]"


def shown(reflection: Locator) -> list:
    return [*reflection.evaluate(SHOWN), reflection.locator("xpath=./*[not(@data-foot)]").all_inner_texts()]


def answer(page: Page, reflection: Locator) -> None:
    """Answer in every way, and go elsewhere, as what is said aloud is said then."""
    fill(reflection)
    drag_a_card(reflection)
    reflection.locator("input, textarea").evaluate_all(
        "(all) => all.forEach((el) => el.dispatchEvent(new Event('change', { bubbles: true })))"
    )
    page.keyboard.press("Tab")


def drag_a_card(reflection: Locator) -> None:
    card, pile = reflection.locator("[data-drag]:visible").first, reflection.locator("[data-pile]:visible").last
    if card.count():
        card.drag_to(pile)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_nothing_stays_when_it_is_cleared(alone, kind):
    page = alone(kind.example())
    reflection = page.locator("[data-reflection][data-ready]")
    page.evaluate(f"Promise.all({STORES}.map((store) => store.settled()))")
    before = shown(reflection)
    answer(page, reflection)
    clear = reflection.locator("[data-clear]")
    if clear.is_visible():
        assert shown(reflection) != before
        clear.click()
        assert shown(reflection) == before


def delete_all(page: Page) -> None:
    page.evaluate(f"Promise.all({STORES}.map((store) => store.deleteAll()))")


@pytest.fixture
def answered(tab, served_course):
    """A page on which every kind is answered, its reflections, and what they showed before."""
    page = visit(tab(), f"{served_course}/book/gallery.html")
    expect(page.locator("[data-reflection]:not([data-ready])")).to_have_count(0)
    # What stands in My pages is another when it is locked, so it is looked through for the words alone.
    reflections = page.locator("[data-reflection]:not([data-reflection=my-pages])").all()
    before = [shown(reflection) for reflection in reflections]
    for reflection in reflections:
        answer(page, reflection)
    assert WORDS in page.locator("body").aria_snapshot()
    return page, reflections, before


def expect_as_before(page: Page, reflections: list[Locator], before: list) -> None:
    expect(page.locator("[data-clear]:visible")).to_have_count(0)
    assert [shown(reflection) for reflection in reflections] == before
    assert WORDS not in page.content()
    assert WORDS not in page.locator("body").aria_snapshot()


@pytest.mark.thorough
def test_nothing_stays_when_everything_is_deleted(answered):
    delete_all(answered[0])
    expect_as_before(*answered)


def test_nothing_stays_when_the_lock_closes(answered):
    page = answered[0]
    keep_on_device(page)
    page.get_by_role("button", name="Lock").first.click()
    expect(state(page).first).to_contain_text("On this device, locked")
    expect_as_before(*answered)


BOXES = "textarea, input[type=text]"
# How somebody may leave a box before it is emptied: a browser remembers each in its own way.
EDITS = {
    "typed": [],
    "deleted by hand": ["Control+a", "Delete"],
    "undone by hand": ["Control+z"] * len(WORDS),
}
AGAIN = ["Control+z"] * 4 + ["Control+Shift+z"] * 4
SLOWER = [
    pytest.param(kind, marks=pytest.mark.thorough) for kind in (BrakesAndAccelerators, Plan, Statement, TurnTimer)
]


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("kind", [Journal, *SLOWER], ids=lambda kind: kind.__name__)
def test_undoing_brings_nothing_back(alone, kind, edit):
    page = alone(kind.example())
    page.locator("details").evaluate_all("(all) => { for (const each of all) each.open = true; }")
    box = page.locator(BOXES).first
    before = box.input_value()
    box.press_sequentially(WORDS)
    for key in EDITS[edit]:
        page.keyboard.press(key)
    delete_all(page)
    expect(box).to_have_value(before)
    box.focus()
    for key in AGAIN:
        page.keyboard.press(key)
        assert box.input_value() == before


def test_a_box_that_is_emptied_keeps_the_focus(alone):
    page = alone(Journal.example())
    page.locator("textarea").press_sequentially(WORDS)
    delete_all(page)
    expect(page.locator("textarea")).to_have_value("")
    expect(page.locator("textarea")).to_be_focused()


@pytest.mark.thorough
def test_nothing_stays_when_somebody_leaves(answered):
    """Also while the next page does not come."""
    page = answered[0]
    page.context.route(f"{EXIT_URL}**", lambda route: route.fulfill(status=204))
    page.evaluate("getSelection().selectAllChildren(document.querySelector('main'))")
    button(page).click()
    expect(page.get_by_role("alert")).to_have_text("Loading.")
    assert page.locator("body").aria_snapshot() == "- alert: Loading."
    assert WORDS not in page.content()
    assert page.evaluate("[getSelection().toString(), sessionStorage.length]") == ["", 0]


@pytest.mark.thorough
@pytest.mark.parametrize("way", ["reload", "back"])
def test_the_browser_fills_nothing_in_again(answered, served_course, way):
    """A browser may restore what stood in the fields of a page."""
    page = answered[0]
    page.evaluate("sessionStorage.clear()")
    if way == "reload":
        page.reload()
    else:
        page.goto(f"{served_course}/book/welcome.html")
        page.go_back()
    expect(page.locator("[data-reflection]:not([data-ready])")).to_have_count(0)
    assert page.locator("[data-reflection] :checked").count() == page.locator("[data-reflection] [checked]").count()
    assert WORDS not in page.locator("body").aria_snapshot()


@pytest.mark.thorough
def test_no_translation_service_gets_what_is_read_back(answered):
    echoed = answered[0].get_by_text(WORDS, exact=False).locator("xpath=self::*[not(self::textarea)]")
    assert echoed.count() > 0
    sent = echoed.evaluate_all("(all) => all.filter((el) => !el.closest('[translate=no]')).map((el) => el.outerHTML)")
    assert sent == []
