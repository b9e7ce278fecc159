"""Citations and verdicts have their notes in place; the ledger answers whether a claim is so, how sure, who says."""

import re

import pytest

from betweenus.evidence import claims_of, references_of
from tests.browser.expecting import expect

MODULE = "book/modules/sleep.html"
LEDGER = "book/evidence/ledger.html"
NARROW = {"width": 768, "height": 700}
WIDE = {"width": 1280, "height": 900}


def note(page):
    return page.locator(".note:popover-open")


def note_of(page, mark):
    return page.locator(mark.get_attribute("href"))


@pytest.mark.parametrize("script", [True, False])
def test_a_badge_opens_its_verdict_in_place_with_or_without_script(tab, course_address, course, script):
    page = tab(java_script_enabled=script, viewport=NARROW)
    page.goto(f"{course_address}/{MODULE}")
    page.get_by_role("button", name="about claim A02").click()
    expect(note(page)).to_be_visible()
    claim = claims_of(course)["A02"]
    assert claim.summary[:40] in note(page).inner_text() and claim.certainty_label in note(page).inner_text()


def test_a_number_opens_what_study_it_was_and_nothing_moves(tab, course_address, course):
    page = tab(viewport=NARROW)
    page.goto(f"{course_address}/{MODULE}")
    number = page.get_by_role("button", name="Note 1")
    number.scroll_into_view_if_needed()
    place = page.evaluate("[scrollY, document.documentElement.scrollHeight, location.href]")
    number.click()
    study = references_of(course)["watson2015"]
    expect(note(page)).to_contain_text(f"{study.authors_in(course.words)} {study.year}. Guideline")
    assert page.evaluate("[scrollY, document.documentElement.scrollHeight, location.href]") == place
    note(page).get_by_role("link").click()
    page.wait_for_url(f"**/references.html#{study.anchor}")


def test_a_note_comes_next_in_the_order_of_keys_and_gives_the_focus_back(tab, course_address):
    page = tab(viewport=NARROW)
    page.goto(f"{course_address}/{MODULE}")
    badge = page.get_by_role("button", name="about claim A03")
    badge.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(note(page).get_by_role("link", name="Why, and who says so")).to_be_focused()
    page.keyboard.press("Escape")
    expect(badge).to_be_focused()
    expect(note(page)).to_have_count(0)


@pytest.mark.parametrize("width", [320, 768])
def test_a_note_stays_inside_the_window_and_clear_of_the_way_out(tab, course_address, width):
    page = tab(viewport={"width": width, "height": 700})
    page.goto(f"{course_address}/{MODULE}")
    page.get_by_role("button", name="about claim P01").click()
    box = note(page).bounding_box()
    assert box["x"] >= 0 and box["y"] >= 0
    assert box["x"] + box["width"] <= width and box["y"] + box["height"] <= 700
    page.get_by_role("link", name="Quick exit").last.click(trial=True)


def test_with_room_notes_stand_in_the_margin_beside_their_marks_and_lead_back(tab, course_address):
    page = tab(viewport=WIDE, java_script_enabled=False)
    page.goto(f"{course_address}/{MODULE}")
    expect(page.locator("button.mark:visible")).to_have_count(0)
    for mark in page.locator("main p a.mark").all():
        text, box = mark.locator("xpath=ancestor::p").bounding_box(), note_of(page, mark).bounding_box()
        assert text["x"] + text["width"] < box["x"] and box["x"] + box["width"] <= WIDE["width"]
    first = page.locator("main p a.mark").first
    back = note_of(page, first).locator("[role=doc-backlink]")
    assert back.get_attribute("href") == f"#{first.get_attribute('id')}"


def test_words_that_a_verdict_is_about_are_underlined_and_the_verdict_follows_their_sentence(tab, course_address):
    page = tab(viewport=NARROW)
    page.goto(f"{course_address}/{MODULE}")
    paragraph = page.locator("p", has=page.locator(".claimed")).first
    expect(paragraph.locator(".claimed")).to_have_text("sleep seven hours or more")
    expect(paragraph).to_contain_text(re.compile(r"seven hours or more\.\s+good advice"))


def test_a_study_has_one_number_on_a_page_in_the_order_of_first_use(tab, course_address):
    page = tab(viewport=WIDE)
    page.goto(f"{course_address}/{MODULE}")
    numbers = [int(mark.inner_text()) for mark in page.locator("a.mark-cited").all()]
    firsts = list(dict.fromkeys(numbers))
    assert firsts == sorted(firsts)
    listed = page.locator(".studies-of-page li").all_text_contents()
    for mark in page.locator("a.mark-cited").all():
        author = note_of(page, mark).inner_text().split()[1]
        assert author in listed[int(mark.inner_text()) - 1]


def test_on_paper_every_mark_has_its_entry_at_the_end_and_nothing_stands_twice(tab, course_address):
    page = tab(viewport=WIDE)
    page.goto(f"{course_address}/{MODULE}")
    page.emulate_media(media="print")
    expect(page.locator(".note:visible, button.mark:visible, .also-listed:visible")).to_have_count(0)
    marks = {mark.inner_text() for mark in page.locator("a.mark .claim-id").all()}
    assert marks == {mark.inner_text() for mark in page.locator(".on-paper:visible p > b").all()}
    studies = page.locator(".studies-of-page li").all_inner_texts()
    assert (
        len(set(studies)) == len(studies) >= max(int(mark.inner_text()) for mark in page.locator("a.mark-cited").all())
    )
    assert page.locator(".studies-of-page li").first.bounding_box()["height"] > 0


def test_the_ledger_holds_every_claim_with_its_verdict_without_script(tab, course_address, course):
    page = tab(java_script_enabled=False)
    page.goto(f"{course_address}/{LEDGER}")
    expect(page.locator("form.filter")).to_be_hidden()
    for claim in claims_of(course).values():
        entry = page.locator(f"#claim-{claim.id.lower()}")
        assert claim.grade.label in entry.inner_text() and claim.certainty_label in entry.inner_text()


def test_two_clicks_lead_from_any_page_s_badge_to_the_ledger_s_entry_open(tab, course_address):
    page = tab(viewport=NARROW)
    page.goto(f"{course_address}/{MODULE}")
    page.get_by_role("button", name="about claim A03").click()
    note(page).get_by_role("link", name="Why, and who says so").click()
    page.wait_for_url("**/ledger.html#claim-a03")
    expect(page.locator("#claim-a03[open]")).to_contain_text("Who says so")


def test_the_ledger_narrows_by_what_is_chosen_and_says_how_many_are_left(tab, course_address, course):
    page = tab()
    page.goto(f"{course_address}/{LEDGER}")
    claims = claims_of(course).values()
    wanted = [c for c in claims if c.module == "sleep" and c.rating == "unsupported"]
    page.get_by_label("Module").select_option("sleep")
    page.get_by_label("Verdict").select_option("unsupported")
    expect(page.locator("[data-filter-count]")).to_have_text(f"{len(wanted)} of {len(claims)} shown")
    expect(page.locator("details.claim:visible")).to_have_count(len(wanted))
    page.get_by_role("button", name="Show all").click()
    expect(page.locator("details.claim:visible")).to_have_count(len(claims))


def test_the_ledger_finds_words_also_in_what_is_folded_away(tab, course_address):
    page = tab()
    page.goto(f"{course_address}/{LEDGER}")
    page.get_by_label("Words to find").fill("dose caffeine")
    expect(page.locator("#claim-a02")).to_be_visible()
    expect(page.locator("#claim-a01")).to_be_hidden()


def test_a_reference_names_the_claims_that_rest_on_it(tab, course_address):
    page = tab()
    page.goto(f"{course_address}/book/evidence/references.html")
    entry = page.locator("div.citation", has_text="Brooks").filter(has=page.locator(".resting")).first
    entry.locator(".resting a").first.click()
    expect(page.locator("details.claim:target[open]")).to_be_visible()
