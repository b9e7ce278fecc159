"""Every kind of reflection works on a page of the book, with script, without, and on paper."""

import pytest

from betweenus import Reflection
from tests.browser.expecting import expect

GALLERY = "book/gallery.html"
KINDS = {kind.kind for kind in Reflection.__subclasses__()}


def kinds_of(page, selector="[data-reflection]"):
    return set(page.eval_on_selector_all(selector, "(all) => all.map((el) => el.dataset.reflection)"))


def test_every_kind_starts(tab, course_address):
    page = tab()
    faults = []
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{course_address}/{GALLERY}")
    expect(page.locator("[data-reflection]:not([data-ready])")).to_have_count(0)
    assert kinds_of(page) == KINDS
    assert faults == []


def test_without_script_every_kind_says_what_it_asks(tab, course_address):
    page = tab(java_script_enabled=False)
    page.goto(f"{course_address}/{GALLERY}")
    for reflection in page.locator("[data-reflection]").all():
        expect(reflection.locator(".reflection-prompt").first).to_be_visible()


@pytest.mark.parametrize("width", [320, 794])
def test_on_paper_no_kind_is_empty_or_wider_than_the_sheet(tab, served_course, width):
    page = tab(viewport={"width": width, "height": 1123})
    page.goto(f"{served_course}/{GALLERY}")
    expect(page.locator("[data-reflection]:not([data-ready])")).to_have_count(0)
    page.emulate_media(media="print")
    for reflection in page.locator("[data-reflection]").all():
        box = reflection.bounding_box()
        assert box["height"] > 30
        assert box["x"] + box["width"] <= width


def test_each_kind_is_a_card_with_its_example_in_sight_and_its_code_folded(tab, course_address):
    page = tab()
    page.goto(f"{course_address}/{GALLERY}")
    cards = page.locator(".gallery-kind")
    expect(cards).to_have_count(len(KINDS))
    for card in cards.all():
        expect(card.locator("[data-reflection]")).to_be_visible()
        expect(card.locator(".highlight")).to_be_hidden()
    card = cards.filter(has=page.get_by_role("heading", name="CardSort"))
    card.get_by_text("Its code, and what it takes").click()
    expect(card.locator(".highlight")).to_contain_text("CardSort(")
    expect(card.get_by_text("the names of the piles, three, each once")).to_be_visible()
