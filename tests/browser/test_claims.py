"""A badge opens its note in place; the ledger answers whether a claim is so, how sure we are, who says."""

import pytest
from playwright.sync_api import expect

from betweenus.evidence import claims_of

MODULE = "book/modules/sleep.html"
LEDGER = "book/evidence/ledger.html"


def note(page):
    return page.locator(".claim-note:popover-open")


@pytest.mark.parametrize("script", [True, False])
def test_a_badge_opens_the_verdict_and_its_studies_with_or_without_script(tab, course_address, course, script):
    page = tab(java_script_enabled=script)
    page.goto(f"{course_address}/{MODULE}")
    page.get_by_role("button", name="about claim A02").first.click()
    expect(note(page)).to_be_visible()
    claim = claims_of(course)["A02"]
    assert claim.summary[:40] in note(page).inner_text()
    assert note(page).locator(".studies li").count() == len(claim.references)


def test_a_note_takes_the_focus_and_gives_it_back(tab, course_first, course):
    page = tab()
    page.goto(f"{course_first}/{MODULE}")
    badge = page.get_by_role("button", name="about claim A03").first
    badge.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name=claims_of(course)["A03"].claim[:30])).to_be_focused()
    page.keyboard.press("Escape")
    expect(badge).to_be_focused()
    expect(note(page)).to_have_count(0)


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_a_note_stays_inside_the_window_and_clear_of_the_way_out(tab, course_first, width):
    page = tab(viewport={"width": width, "height": 700})
    page.goto(f"{course_first}/{MODULE}")
    page.get_by_role("button", name="about claim P01").first.click()
    box = note(page).bounding_box()
    assert box["x"] >= 0 and box["y"] >= 0
    assert box["x"] + box["width"] <= width and box["y"] + box["height"] <= 700
    page.get_by_role("link", name="Quick exit").last.click(trial=True)


def test_on_paper_every_badge_has_its_footnote(tab, course_first):
    page = tab()
    page.goto(f"{course_first}/{MODULE}")
    page.emulate_media(media="print")
    marks = {mark.inner_text().strip() for mark in page.locator(".claim-badge .claim-id").all()}
    assert marks == {mark.inner_text() for mark in page.locator(".claim-note:visible .claim-said .claim-id").all()}


def test_the_ledger_holds_every_claim_with_its_verdict_without_script(tab, course_first, course):
    page = tab(java_script_enabled=False)
    page.goto(f"{course_first}/{LEDGER}")
    expect(page.locator("form.filter")).to_be_hidden()
    for claim in claims_of(course).values():
        entry = page.locator(f"#claim-{claim.id.lower()}")
        assert claim.grade.label in entry.inner_text() and claim.certainty_label in entry.inner_text()


def test_two_clicks_lead_from_any_page_s_badge_to_the_ledger_s_entry_open(tab, course_address):
    page = tab()
    page.goto(f"{course_address}/{MODULE}")
    page.get_by_role("button", name="about claim A03").first.click()
    note(page).get_by_role("link", name="In the ledger").click()
    page.wait_for_url("**/ledger.html#claim-a03")
    expect(page.locator("#claim-a03[open]")).to_contain_text("Who says so")


def test_the_ledger_narrows_by_what_is_chosen_and_says_how_many_are_left(tab, course_first, course):
    page = tab()
    page.goto(f"{course_first}/{LEDGER}")
    claims = claims_of(course).values()
    wanted = [c for c in claims if c.module == "sleep" and c.rating == "unsupported"]
    page.get_by_label("Module").select_option("sleep")
    page.get_by_label("Verdict").select_option("unsupported")
    expect(page.locator("[data-filter-count]")).to_have_text(f"{len(wanted)} of {len(claims)} shown")
    expect(page.locator("details.claim:visible")).to_have_count(len(wanted))
    page.get_by_role("button", name="Show all").click()
    expect(page.locator("details.claim:visible")).to_have_count(len(claims))


def test_the_ledger_finds_words_also_in_what_is_folded_away(tab, course_first):
    page = tab()
    page.goto(f"{course_first}/{LEDGER}")
    page.get_by_label("Words to find").fill("dose caffeine")
    expect(page.locator("#claim-a02")).to_be_visible()
    expect(page.locator("#claim-a01")).to_be_hidden()


def test_a_reference_names_the_claims_that_rest_on_it(tab, course_first):
    page = tab()
    page.goto(f"{course_first}/book/evidence/references.html")
    entry = page.locator("div.citation", has_text="Brooks").filter(has=page.locator(".resting")).first
    entry.locator(".resting a").first.click()
    expect(page.locator("details.claim:target[open]")).to_be_visible()
