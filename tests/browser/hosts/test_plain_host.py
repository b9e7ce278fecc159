"""A reflection needs no more of its host than an element, in a shadow root too, and a model that can be asked."""

import contextlib

import pytest
from playwright.sync_api import expect

from betweenus import Reflection
from tests.browser.hosts.plain import serving, write_host
from tests.browser.test_exit import button, expect_gone, kept, leads_elsewhere, press_shift
from tests.tiny import COURSE

pytestmark = pytest.mark.thorough

KINDS = Reflection.__subclasses__()
WORDS = "marked-word-of-the-test"
STATE = "[data-store-state]"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    folder = tmp_path_factory.mktemp("host")
    with contextlib.chdir(COURSE / "notebooks"):
        write_host(folder, *(kind.example() for kind in KINDS))
    with serving(folder) as address:
        yield address


# What a host's page has beside the places that it gives.
OUTSIDE = """() => [
  document.documentElement.cloneNode(false).outerHTML,
  document.head.innerHTML,
  document.styleSheets.length + document.adoptedStyleSheets.length,
  [...document.body.children].map((each) => each.outerHTML),
]"""


@pytest.fixture
def page(tab, address):
    page = tab(viewport={"width": 1280, "height": 900})
    page.faults = []
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.goto(f"{address}/plain.html")
    page.wait_for_selector("[data-drawn]", timeout=8000)
    expect(page.locator("[data-reflection][data-ready]")).to_have_count(len(KINDS))
    return page


def of(page, kind):
    return page.locator(f"[data-reflection={kind}]")


def box(page):
    return of(page, "journal").locator("textarea")


def test_every_kind_is_ready_and_nothing_fails(page):
    assert page.faults == []


LOOKS = """() => [...document.querySelectorAll("main > div")].map(({ shadowRoot }) => {
  const { backgroundColor, borderRadius, maxWidth } = getComputedStyle(shadowRoot.querySelector("[data-reflection]"));
  return [backgroundColor, borderRadius, maxWidth].join(" ");
})"""


def test_every_kind_has_its_look_in_a_shadow_root(page):
    assert set(page.evaluate(LOOKS)) == {"rgb(255, 255, 255) 17.6px 672px"}


INKS = """() => [...document.querySelectorAll("main > div")].map(({ shadowRoot }) => {
  const style = getComputedStyle(shadowRoot.querySelector("[data-reflection]"));
  return ["quiet", "text", "veil", "sand"].map((name) => style.getPropertyValue(`--bu-${name}`));
})"""


def test_who_asks_for_more_contrast_or_nothing_shining_through_has_it_in_a_shadow_root(page):
    for quiet, text, veil, sand in page.evaluate(INKS):
        assert quiet != text
        assert veil != sand
    features = [("prefers-contrast", "more"), ("prefers-reduced-transparency", "reduce")]
    asked = {"features": [{"name": name, "value": value} for name, value in features]}
    page.context.new_cdp_session(page).send("Emulation.setEmulatedMedia", asked)
    for quiet, text, veil, sand in page.evaluate(INKS):
        assert quiet == text
        assert veil == sand


def test_nothing_is_put_into_the_page_outside_the_given_places(page):
    held = ["<main>" + "<div></div>" * len(KINDS) + "</main>"]
    root, head, sheets, body = page.evaluate(OUTSIDE)
    assert root == '<html lang="en"></html>'
    assert "style" not in head
    assert sheets == 0
    assert [each for each in body if not each.startswith(("<h1", "<script"))] == held


def test_of_a_model_nothing_is_asked_but_its_content_and_nothing_set(page):
    box(page).fill(WORDS)
    page.evaluate("stops.forEach((stop) => stop())")
    assert {tuple(each) for each in page.evaluate("asked")} == {("get", "markup"), ("get", "exit")}


# What a dialog shows later stands in a template until then.
NAMED_NOWHERE = """() => [...document.querySelectorAll("main > div")].flatMap(({ shadowRoot }) => {
  const roots = [shadowRoot, ...[...shadowRoot.querySelectorAll("template")].map(({ content }) => content)];
  const all = (name) => [...shadowRoot.querySelectorAll(`[${name}]`)];
  const named = (name) => all(name).flatMap((el) => el.getAttribute(name).split(" "));
  const names = ["for", "aria-labelledby", "aria-describedby", "aria-controls"].flatMap(named);
  return names.filter((id) => !roots.some((root) => root.getElementById(id)));
})"""


def test_labels_and_descriptions_are_in_the_same_shadow_root(page):
    assert page.evaluate(NAMED_NOWHERE) == []


def test_what_is_written_is_in_the_tab_and_comes_back(page):
    box(page).fill(WORDS)
    expect(of(page, "journal").locator("[data-status]")).to_have_text("Kept in this tab only.")
    expect(page.locator(STATE)).to_have_text("Only in this tab · 1 answer")
    page.reload()
    expect(box(page)).to_have_value(WORDS)


# As if the answer had been deleted in another tab.
DELETED_ELSEWHERE = """(id) => {
  sessionStorage.clear();
  const [store] = globalThis[Symbol.for("betweenus/stores")].values();
  store.dispatchEvent(new CustomEvent("change", { detail: { id, elsewhere: true } }));
}"""


def test_what_happens_in_another_tab_takes_nothing_from_a_box_that_has_the_focus(page):
    box(page).fill(WORDS)
    identifier = of(page, "journal").get_attribute("data-reflection-id")
    page.evaluate(DELETED_ELSEWHERE, identifier)
    expect(box(page)).to_have_value(WORDS)
    box(page).blur()
    page.evaluate(DELETED_ELSEWHERE, identifier)
    expect(box(page)).to_have_value("")


def test_a_card_can_be_chosen_by_keyboard(page):
    card = of(page, "card-sort").get_by_role("radio").first
    card.focus()
    page.keyboard.press("Space")
    expect(card).to_be_checked()
    expect(card).to_be_focused()


def test_where_no_kernel_is_nothing_is_locked_and_the_page_says_so_before_a_passphrase_is_thought_of(page):
    box(page).fill(WORDS)
    page.get_by_role("button", name="Keep on this device").click()
    expect(page.locator("dialog[open] [data-error]")).to_contain_text("no Python behind it that answers")
    page.locator("dialog[open]").get_by_role("button", name="Not now").click()
    expect(page.locator(STATE)).to_have_text("Only in this tab · 1 answer")
    expect(box(page)).to_have_value(WORDS)


def test_there_is_one_exit_and_it_leaves(page):
    leads_elsewhere(page)
    box(page).fill(WORDS)
    expect(button(page)).to_have_count(1)
    expect(button(page)).to_be_in_viewport()
    button(page).click()
    expect_gone(page)
    assert kept(page) == []


def test_the_exit_in_a_dialog_leaves_and_forgets(page, address):
    leads_elsewhere(page)
    box(page).fill(WORDS)
    page.get_by_role("button", name="Keep on this device").click()
    page.locator("dialog[open] [data-exit]").click()
    expect_gone(page)
    page.goto(f"{address}/plain.html")
    expect(box(page)).to_have_value("")
    assert kept(page) == []


def test_three_presses_of_shift_leave_from_within_a_box(page):
    leads_elsewhere(page)
    box(page).focus()
    press_shift(page, 3)
    expect_gone(page)


def test_the_exit_stays_as_long_as_any_reflection_does(page):
    page.evaluate("stops.slice(0, -1).forEach((stop) => stop())")
    expect(button(page)).to_have_count(1)
    expect(button(page)).to_be_visible()
    page.evaluate("stops.at(-1)()")
    expect(button(page)).to_have_count(0)
    expect(page.locator("[data-reflection]")).to_have_count(0)
