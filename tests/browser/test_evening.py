"""From the cover to a printed evening in four clicks, and every plan of one's own has its pack."""

import re

import pytest
from playwright.sync_api import Page

from betweenus.exercises import exercises_of
from betweenus.project import Project
from tests.browser.expecting import expect
from tests.browser.pages import complaints
from tests.handouts.reading import read, squeezed
from tests.tiny import COURSE

EXERCISES = {exercise.name: exercise for exercise in exercises_of(Project(COURSE))}
PAGE = "book/facilitators/evening.html"
PHONE = {"width": 390, "height": 844}


def make(page: Page, address: str, **wishes) -> Page:
    """The page with a plan for what is wished."""
    page.goto(f"{address}/{PAGE}")
    for name, value in wishes.items():
        field = page.locator(f"[data-wishes] [name={name}]")
        if name == "start":
            field.fill(value)
        else:  # Firefox's driver would write behind the number that is there
            field.press("ControlOrMeta+a")
            field.press_sequentially(str(value))
    page.get_by_role("button", name="Make the plan").click()
    return page


def printed(page: Page, tmp_path):
    """The pack, as it is among the downloads."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Print the pack").click()
    download.value.save_as(tmp_path / "pack.pdf")
    return read(tmp_path / "pack.pdf")


def test_a_pack_for_ninety_minutes_and_twelve_people_is_four_clicks_from_the_cover(tab, served_course, tmp_path):
    page = tab()
    page.goto(f"{served_course}/book/welcome.html")
    page.locator("main").get_by_role("link", name="For a group I lead").click()
    page.get_by_role("button", name="Make the plan").click()
    expect(page.locator("[data-heading]")).to_have_text("Sleep, 90 minutes, 12 people")
    reader = printed(page, tmp_path)
    assert "Sleep, 90 minutes, 12 people" in reader.pages[0].extract_text()
    assert len(reader.pages) > 60


@pytest.mark.thorough
def test_a_pack_has_each_part_in_the_right_number_also_from_a_disk(tab, course_address, tmp_path):
    page = make(tab(), course_address, people=10, start="19:00")
    words = [squeezed(page.extract_text()) for page in printed(page, tmp_path).pages]

    def count(text: str) -> int:
        return sum(squeezed(text) in each for each in words)

    assert count("Sleep, 90 minutes, 10 people") == 2, "a plan for each leader"
    assert count("19:00") == 2 and count("20:30") == 2, "with its clock times"
    assert count("Which saying stands on firm ground, and which on thin ice?") == 10 + 1 + 5, (
        "sheets, a run sheet, decks"
    )
    assert count("No coffee after lunch.") == 5, "a deck for each pair"


@pytest.mark.thorough
def test_no_two_loose_sheets_are_printed_on_the_two_sides_of_one_unless_that_is_wanted(tab, served_course, tmp_path):
    page = make(tab(), served_course, people=5)
    both = printed(page, tmp_path).pages
    plan = [number for number, each in enumerate(both) if "Sleep, 90 minutes, 5 people" in each.extract_text()]
    assert plan == [0, 2]
    page.get_by_text("Large print, Letter, single files").click()
    page.get_by_label("Printed on both sides").uncheck()
    assert all(each.extract_text() for each in printed(page, tmp_path).pages)


@pytest.mark.thorough
def test_who_listens_to_a_pack_hears_each_part_once_with_its_tags(tab, served_course, tmp_path):
    page = make(tab(), served_course, people=4)
    reader = printed(page, tmp_path)
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"].startswith("en")
    (document,) = root["/StructTreeRoot"]["/K"]
    assert len(document.get_object()["/K"]) == len(reader.outline) == page.locator("[data-pieces] :checked").count()
    copies = [each for each in reader.pages if "/Contents" in each and "/StructParents" not in each]
    assert copies and not any(b"MCID" in each.get_contents().get_data() for each in copies)


@pytest.mark.thorough
def test_what_is_unticked_is_not_in_the_pack_and_the_button_says_how_much_is(tab, served_course, tmp_path):
    page = make(tab(), served_course)
    button = page.get_by_role("button", name="Print the pack")
    before = button.inner_text()
    page.get_by_role("checkbox", name="Sheet for everyone: Sort the sayings").uncheck()
    expect(button).not_to_have_text(before)
    words = [page.extract_text() for page in printed(page, tmp_path).pages]
    assert sum("Which saying stands on firm ground" in each for each in words) == 1


@pytest.mark.thorough
def test_a_pack_comes_in_large_print_and_on_letter_paper(tab, served_course, tmp_path):
    page = make(tab(), served_course)
    page.get_by_text("Large print, Letter, single files").click()
    page.get_by_label("Paper and print").select_option("letter-large")
    assert {round(each.mediabox.width) for each in printed(page, tmp_path).pages} == {612}


def test_a_plan_of_one_s_own_gets_the_same_checklist(tab, served_course):
    page = tab()
    page.goto(f"{served_course}/{PAGE}")
    page.locator("[data-add=sort-the-sayings]").click()
    expect(page.get_by_role("checkbox", name="Cards to cut: Sort the sayings, 6 copies")).to_be_checked()
    expect(page.get_by_role("checkbox", name="A word on a slip")).to_have_count(0)
    page.locator("[data-add=a-yawn-each]").click()
    expect(page.get_by_role("checkbox", name="A word on a slip, 3 copies")).to_be_checked()


def test_adding_says_at_once_what_it_did(tab, served_course):
    page = tab()
    page.goto(f"{served_course}/{PAGE}")
    page.locator("[data-add=sort-the-sayings]").click()
    expect(page.locator("[data-plan-said]")).to_have_text(
        re.compile(r"Added: Sort the sayings\. 20 minutes, until 18:50\. 70 are left\.")
    )
    expect(page.locator("[data-plan-bar]")).to_be_in_viewport()


def test_a_warning_has_a_button_that_mends_it(tab, served_course):
    page = tab()
    page.goto(f"{served_course}/{PAGE}")
    page.locator("[data-add=sort-the-sayings]").click()
    page.get_by_role("button", name="Put an opening in").click()
    page.get_by_role("button", name="Put a closing in").click()
    titles = [EXERCISES[name].front.title for name in ("a-yawn-each", "sort-the-sayings", "lights-out")]
    assert page.locator("[data-items] [data-title]").all_inner_texts() == titles
    page.locator("[data-wishes] [name=people]").fill("40")
    expect(page.locator("[data-notes]")).to_contain_text("Sort the sayings is for 16 people at most.")
    page.get_by_role("button", name="Take it out").first.click()
    expect(page.locator("[data-items] > li")).to_have_count(2)


def test_an_exercise_s_own_page_adds_it_to_the_evening_before_what_closes(tab, course_address):
    page = make(tab(), course_address, minutes=60)
    before = page.locator("[data-items] > li").count()
    page.goto(f"{course_address}/exercises/the-hour-before-bed.html")
    page.get_by_role("button", name="Add to my evening").click()
    page.get_by_role("link", name="See the plan").click()
    items = page.locator("[data-items] [data-title]")
    expect(items).to_have_count(before + 1)
    assert items.all_inner_texts()[-2:] == ["The hour before bed", "Lights out"]


def test_more_people_than_any_exercise_is_for_get_words_and_no_plan(tab, served_course):
    page = make(tab(), served_course, people=50)
    expect(page.get_by_text("No plan of that length fits so many people.")).to_be_visible()
    expect(page.locator("[data-items] > li")).to_have_count(0)


def test_without_script_the_ready_made_packs_are_links_to_files_that_are_there(tab, served_course, course_book):
    page = tab(java_script_enabled=False)
    page.goto(f"{served_course}/{PAGE}")
    page.locator(".ready > details > summary").first.click()
    packs = page.get_by_role("link", name="The pack, A4", exact=False).all()
    assert len(packs) >= 4
    for link in page.locator(".ready-packs a").all():
        path = course_book / "book" / "facilitators" / link.get_attribute("href")
        assert len(read(path.resolve()).pages) > 20
    expect(page.locator("[data-wishes]")).to_be_hidden()


def test_nothing_is_sent_for_before_the_press_and_nothing_elsewhere_after_it(tab, served_course, tmp_path):
    page = tab()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    make(page, served_course)
    assert [url for url in asked if "handouts/" in url or "betweenus-pack" in url] == []
    printed(page, tmp_path)
    assert all(url.startswith((served_course, "blob:")) for url in asked)


@pytest.mark.thorough
@pytest.mark.parametrize("viewport", [PHONE, {"width": 1280, "height": 800}])
def test_a_plan_with_its_pack_can_be_used_by_everyone(tab, served_course, viewport):
    page = make(tab(viewport=viewport), served_course)
    page.locator("details").evaluate_all("(all) => all.forEach((each) => { each.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert complaints(page) == []
