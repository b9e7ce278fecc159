"""Reflections work on the built page, keep their answers in the tab, and work on paper."""

import pytest

from tests.browser.expecting import expect
from tests.browser.pages import records, wait_for_style

NOTEBOOK = "notebooks/sleep.html"
WORDS = "marked-word-of-the-test"
LATER = "later-words"


@pytest.fixture
def page(tab, course_address):
    page = tab()
    open_notebook(page, course_address)
    return page


def open_notebook(page, address):
    page.goto(f"{address}/{NOTEBOOK}")
    expect(page.locator("[data-reflection]:not([data-ready])")).to_have_count(0)


def journal(page):
    return page.locator("[data-reflection=journal] textarea").first


def scale(page):
    return page.locator("[data-reflection=scale]").first


def test_every_reflection_is_mounted(page):
    kinds = page.eval_on_selector_all("[data-reflection]", "(all) => all.map((el) => el.dataset.reflection)")
    assert len(kinds) >= 6
    assert {"journal", "scale", "closeness", "evidence-check"} <= set(kinds)
    expect(page.locator("[data-reflection][data-ready]")).to_have_count(len(kinds))


def test_who_keeps_nothing_has_no_database_of_the_book(page):
    journal(page).fill(WORDS)
    page.reload()
    expect(journal(page)).to_have_value(WORDS)
    # The line on where answers are, which looks for what is kept.
    expect(page.locator("[data-store-line][data-ready]")).to_have_count(1)
    page.wait_for_function("async () => (await indexedDB.databases()).length === 0")


def test_words_are_there_again_after_a_reload(page):
    journal(page).fill(WORDS)
    page.reload()
    expect(journal(page)).to_have_value(WORDS)


def test_words_are_there_again_on_coming_back_from_another_page(page):
    journal(page).fill(WORDS)
    page.locator("a.site-title").click()
    page.wait_for_url("**/welcome.html")
    page.go_back()
    expect(journal(page)).to_have_value(WORDS)


def test_words_are_gone_with_the_tab(page, course_address):
    journal(page).fill(WORDS)
    other = page.context.new_page()
    page.close()
    open_notebook(other, course_address)
    expect(journal(other)).to_have_value("")


def test_there_is_one_record_a_reflection(page):
    journal(page).fill(WORDS)
    scale(page).get_by_label("7", exact=True).check()
    values = {record["kind"]: record["value"] for record in records(page).values()}
    assert values["journal"] == WORDS
    assert [mark["value"] for mark in values["scale"]] == ["7"]
    assert len(values) == 2


def test_nothing_is_kept_outside_the_tab(page):
    journal(page).fill(WORDS)
    assert page.evaluate("localStorage.length") == 0
    assert WORDS not in page.url
    assert page.context.cookies() == []


def test_a_choice_is_there_again_after_a_reload(page):
    scale(page).get_by_label("Prefer not to say").check()
    page.reload()
    expect(scale(page).get_by_label("Prefer not to say")).to_be_checked()


def test_both_pictures_of_closeness_are_there_again_after_a_reload(page):
    circles = page.locator("[data-reflection=closeness]")
    circles.get_by_label("Touching").nth(0).check()
    circles.get_by_label("Overlap half").nth(1).check()
    page.reload()
    expect(circles.get_by_label("Touching").nth(0)).to_be_checked()
    expect(circles.get_by_label("Overlap half").nth(1)).to_be_checked()


def test_a_guess_is_followed_by_the_verdict(page):
    check = page.locator("[data-reflection=evidence-check]").first
    expect(check.locator("details")).not_to_have_attribute("open", "")
    check.get_by_label("Overstated.").check()
    expect(check.locator("details")).to_have_attribute("open", "")
    expect(check.locator("details")).to_contain_text("certainty")


def test_the_page_says_where_an_answer_is(page):
    journal(page).fill(WORDS)
    foot = page.locator("[data-reflection=journal] [data-status]").first
    expect(foot).to_have_text("Kept in this tab only.")


def test_clear_takes_an_answer_out_of_the_tab_and_can_bring_it_back(page):
    journal(page).fill(WORDS)
    button = page.locator("[data-reflection=journal] [data-clear]").first
    button.click()
    expect(journal(page)).to_have_value("")
    assert records(page) == {}
    button.click()
    expect(journal(page)).to_have_value(WORDS)
    assert WORDS in str(records(page))


@pytest.mark.parametrize(
    ("error", "said"),
    [("QuotaExceededError", "no room left"), ("SecurityError", "does not let the page keep")],
)
def test_refused_words_stay_on_the_screen_and_the_page_says_so(tab, course_address, error, said):
    page = tab()
    page.add_init_script(f"Storage.prototype.setItem = () => {{ throw new DOMException('no', '{error}'); }};")
    open_notebook(page, course_address)
    journal(page).fill(WORDS)
    expect(page.locator("[data-reflection=journal] [data-status]").first).to_contain_text(said)
    expect(journal(page)).to_have_value(WORDS)


def test_a_storage_that_is_really_full_is_said_and_keeps_what_it_had(page):
    journal(page).fill(WORDS)
    page.evaluate(
        """() => { let piece = "x".repeat(2 ** 20);
        while (piece) {
          try { sessionStorage.setItem(Math.random(), piece); }
          catch { piece = piece.slice(1) && piece.slice(0, piece.length / 2); }
        } }"""
    )
    journal(page).fill(WORDS + "y" * 5000)
    expect(page.locator("[data-reflection=journal] [data-status]").first).to_contain_text("no room left")
    expect(journal(page)).to_have_value(WORDS + "y" * 5000)
    assert WORDS in str(records(page))


def test_words_typed_before_the_script_came_are_kept_with_those_of_before(tab, served_course):
    page = tab()
    open_notebook(page, served_course)
    journal(page).fill(WORDS)

    waiting = []
    page.route("**/betweenus.js*", lambda route: waiting.append(route))
    page.goto(f"{served_course}/{NOTEBOOK}", wait_until="commit")
    journal(page).fill(LATER)
    assert page.locator("[data-ready]").count() == 0
    waiting[0].continue_()
    expect(journal(page)).to_have_value(f"{WORDS}\n{LATER}")
    assert LATER in str(records(page))


def test_nothing_moves_when_the_script_comes(tab, served_course):
    page = tab()
    waiting = []
    page.route("**/betweenus.js*", lambda route: waiting.append(route))
    page.goto(f"{served_course}/{NOTEBOOK}", wait_until="commit")
    page.wait_for_selector("footer")
    wait_for_style(page)
    before = page.evaluate("document.documentElement.scrollHeight")
    waiting[0].continue_()
    expect(page.locator("[data-reflection]:not([data-ready])")).to_have_count(0)
    expect(page.locator("[data-store-line]")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollHeight") == before


def test_without_script_every_reflection_shows_its_prompt_and_something_to_fill_in(tab, course_address):
    page = tab(java_script_enabled=False)
    page.goto(f"{course_address}/{NOTEBOOK}")
    for reflection in page.locator("[data-reflection]").all():
        expect(reflection.locator(".reflection-prompt").first).to_be_visible()
    # A grounding is only read; a figure explorer shows all of its figures, a deck all of its cards.
    for shown in page.locator(".figure-explorer-frame, .conversation-cards-deck li").all():
        expect(shown).to_be_visible()
    kinds = ("grounding", "figure-explorer", "conversation-cards")
    only_read = ", ".join(f"[data-reflection={kind}]" for kind in kinds)
    for reflection in page.locator(f"[data-reflection]:not({only_read})").all():
        field = "textarea, input[type=radio], input[type=checkbox]"
        expect(reflection.locator(field).first).to_be_visible()


def test_on_paper_an_empty_box_is_lines_and_a_verdict_is_open(page):
    page.emulate_media(media="print")
    empty = page.locator("[data-reflection=journal]").first
    expect(empty.locator("textarea")).to_be_hidden()
    expect(empty.locator(".box-lines div").first).to_be_visible()
    verdict = page.locator("[data-reflection=evidence-check] details p").first
    assert verdict.evaluate("(el) => el.checkVisibility({ contentVisibilityAuto: true })")
    assert verdict.bounding_box()["height"] > 10


def test_on_paper_written_words_are_all_there(page):
    journal(page).fill("word " * 400)
    page.emulate_media(media="print")
    assert journal(page).evaluate("(el) => el.scrollHeight <= el.clientHeight + 1")


def test_a_scale_works_by_keyboard(page):
    first = scale(page).locator("input").first
    first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    expect(scale(page).get_by_label("1", exact=True)).to_be_checked()
