"""Nothing of an answer stays on the page once it is cleared, locked or left, in no kind of reflection."""

import pytest
from playwright.sync_api import Locator, Page, expect

from betweenus import Reflection
from tests.browser.test_accessibility import WORDS, fill
from tests.browser.test_places import keep_on_device, state, visit

KINDS = sorted(Reflection.__subclasses__(), key=lambda kind: kind.__name__)
# All that a reflection shows, says and holds, without the line that tells what became of the answer.
SHOWN = """(el) => {
  const copy = el.cloneNode(true);
  copy.querySelector("[data-foot]")?.remove();
  const fields = [...el.querySelectorAll("input, textarea, select")];
  return [copy.outerHTML, ...fields.map((field) => /radio|checkbox/.test(field.type) ? field.checked : field.value)];
}"""
STORES = "[...globalThis[Symbol.for('betweenus/stores')].values()]"


def shown(reflection: Locator) -> list:
    return [*reflection.evaluate(SHOWN), reflection.locator("xpath=./*[not(@data-foot)]").all_inner_texts()]


def answer(page: Page, reflection: Locator) -> None:
    """Answer in every way, and go elsewhere, as what is said aloud is said then."""
    fill(reflection)
    reflection.locator("input, textarea").evaluate_all(
        "(all) => all.forEach((el) => el.dispatchEvent(new Event('change', { bubbles: true })))"
    )
    page.keyboard.press("Tab")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_nothing_stays_when_it_is_cleared(alone, kind):
    page = alone(kind.example())
    reflection = page.locator("[data-reflection][data-ready]")
    before = shown(reflection)
    answer(page, reflection)
    clear = reflection.locator("[data-clear]")
    if clear.is_visible():
        assert shown(reflection) != before
        clear.click()
        assert shown(reflection) == before


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
    answered[0].evaluate("[...globalThis[Symbol.for('betweenus/stores')].values()][0].deleteAll()")
    expect_as_before(*answered)


def test_nothing_stays_when_the_lock_closes(answered):
    page = answered[0]
    keep_on_device(page)
    page.get_by_role("button", name="Lock").first.click()
    expect(state(page).first).to_contain_text("On this device, locked")
    expect_as_before(*answered)


def test_no_translation_service_gets_what_is_read_back(answered):
    echoed = answered[0].get_by_text(WORDS, exact=False).locator("xpath=self::*[not(self::textarea)]")
    assert echoed.count() > 0
    sent = echoed.evaluate_all("(all) => all.filter((el) => !el.closest('[translate=no]')).map((el) => el.outerHTML)")
    assert sent == []
