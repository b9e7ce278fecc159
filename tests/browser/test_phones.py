"""The book on phones, held and set up in many ways."""

import pytest
from playwright.sync_api import Page

from tests.browser.pages import AXE, wait_for_style

PAGES = (
    "book/welcome",
    "book/modules/sleep",
    "book/facilitators/evening",
    "book/evidence/ledger",
    "book/gallery",
    "notebooks/sleep",
    "notebooks/my-pages",
    "search",
)
# Small, large, folded, and on its side: what is left of each screen above the keyboard.
ABOVE_THE_KEYBOARD = {"small": (320, 308), "large": (430, 592), "folded": (280, 390), "on its side": (844, 195)}
# Each field that has a line or less in sight once it has the focus.
COVERED = """() => [...document.querySelectorAll("textarea, select, input")].filter((field) => {
  if (!field.checkVisibility({ visibilityProperty: true }) || field.disabled) return false;
  field.blur();
  field.focus();
  const shown = [field, ...(field.labels ?? [])];
  const { left, right, top, bottom } = field.getBoundingClientRect();
  const least = Math.min(20, bottom - top - 2);
  const lines = [...Array(innerHeight).keys()].filter((y) => y > top && y < bottom);
  return lines.filter((y) => {
    const there = document.elementFromPoint((left + right) / 2, y);
    return shown.some((each) => each.contains(there));
  }).length < least;
}).map((field) => field.outerHTML.slice(0, 120))"""
ENHANCED = """async () => {
  const { violations } = await axe.run({ runOnly: ["color-contrast-enhanced"] });
  return violations.flatMap(({ nodes }) => nodes.map(({ html }) => html.slice(0, 160)));
}"""
MOVING = """() => document.getAnimations().filter(({ playState, effect }) =>
  playState === "running" && effect.getComputedTiming().activeDuration > 1).length"""


@pytest.fixture
def phone(tab):
    """A function that opens a tab of a phone."""

    def open_phone(width: int, height: int, **options) -> Page:
        size = {"width": width, "height": height}
        return tab(viewport=size, has_touch=True, is_mobile=True, reduced_motion="reduce", **options)

    return open_phone


def on_each_page(page: Page, address: str, found: str) -> dict[str, list]:
    """What is found on each page, where it is something."""
    wrong = {}
    for name in PAGES:
        page.goto(f"{address}/{name}.html")
        wait_for_style(page)
        wrong[name] = page.evaluate(found)
    return {name: what for name, what in wrong.items() if what}


@pytest.mark.parametrize(
    "held", ["small", *(pytest.param(each, marks=pytest.mark.thorough) for each in ("large", "folded", "on its side"))]
)
def test_nothing_lies_over_the_field_that_has_the_focus_while_the_keyboard_is_there(phone, served_course, held):
    assert on_each_page(phone(*ABOVE_THE_KEYBOARD[held]), served_course, COVERED) == {}


@pytest.mark.thorough
def test_two_fingers_make_a_page_larger(phone, served_course):
    page = phone(390, 844)
    fingers = page.context.new_cdp_session(page)
    for name in ("book/welcome", "notebooks/sleep"):
        page.goto(f"{served_course}/{name}.html")
        fingers.send("Input.synthesizePinchGesture", {"x": 195, "y": 420, "scaleFactor": 2.5})
        page.wait_for_function("() => visualViewport.scale > 2")


@pytest.mark.thorough
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_who_asks_for_more_contrast_gets_seven_to_one(phone, served_course, scheme):
    page = phone(390, 844, contrast="more", color_scheme=scheme, bypass_csp=True)
    page.add_init_script(path=AXE)
    assert on_each_page(page, served_course, ENHANCED) == {}


@pytest.mark.thorough
def test_nothing_moves_for_who_asks_for_less_motion(phone, served_course):
    assert on_each_page(phone(390, 844), served_course, MOVING) == {}


def test_who_asks_for_nothing_to_shine_through_sees_no_page_behind_a_dialog(phone, served_course):
    page = phone(390, 844)
    less = {"name": "prefers-reduced-transparency", "value": "reduce"}
    page.context.new_cdp_session(page).send("Emulation.setEmulatedMedia", {"features": [less]})
    page.goto(f"{served_course}/notebooks/my-pages.html")
    page.get_by_role("button", name="Delete everything").click()
    behind = "(dialog) => getComputedStyle(dialog, '::backdrop').backgroundColor"
    assert page.get_by_role("dialog").evaluate(behind).startswith("rgb(")
