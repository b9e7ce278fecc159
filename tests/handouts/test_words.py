"""No word is lost on its way from an exercise or a form to its page and to paper."""

import re

from bs4 import Tag

from betweenus.exercises.exercise import SECTIONS
from tests.handouts.reading import read, squeezed, without_citations, words_of


def paragraphs(tag: Tag) -> list[str]:
    """The words of each paragraph and list item, in their order."""
    leaves = [part for part in tag.find_all(["p", "li", "h2", "h3"]) if not part.find(["p", "li"])]
    return [squeezed(part.text) for part in leaves]


def assert_in_order(parts: list[str], text: str) -> None:
    place = 0
    for part in parts:
        found = text.find(part, place)
        assert found >= 0, f"{part} is missing, or stands elsewhere"
        place = found + len(part)


def pdf_words(made, name: str) -> str:
    return without_citations(words_of(read(made / f"{name}-a4.pdf")))


def test_every_word_of_a_page_s_nine_sections_is_on_the_run_sheet(exercise, page, made):
    sections = page(f"exercises/{exercise.name}").select("section > section")
    assert [section.h2.text.replace("’", "'") for section in sections] == list(SECTIONS.values())
    assert_in_order(
        [part for section in sections for part in paragraphs(section)], pdf_words(made, f"{exercise.name}-run-sheet")
    )


def test_every_fact_of_a_page_is_on_the_run_sheet(exercise, page, made):
    card = page(f"exercises/{exercise.name}").select_one("dl.card")
    first = page(f"exercises/{exercise.name}").select_one("dl.fact-strip")
    words = pdf_words(made, f"{exercise.name}-run-sheet")
    for line in [*first.find_all("div"), *card.find_all("div")]:
        for part in [line.dt.text, *exercise.front.materials] if line.dt.text == "You need" else [line.dd.text]:
            assert squeezed(part) in words


def test_every_step_is_on_page_and_run_sheet_with_what_leaders_do_and_people_see(exercise, page, made):
    steps = page(f"exercises/{exercise.name}").select_one("table.timetable").text
    run_sheet = pdf_words(made, f"{exercise.name}-run-sheet")
    for begin, step in exercise.timetable():
        line = f"{step.minutes} {begin} to {begin + step.minutes} {step.name}. {step.text} People see: {step.show}"
        assert squeezed(line) in run_sheet
        assert all(squeezed(words) in squeezed(steps) for words in (step.name, step.text, step.show))


def test_the_run_sheet_ends_with_each_claim_and_each_reference(exercise, made):
    words = pdf_words(made, f"{exercise.name}-run-sheet")
    last = words[words.rindex("Takehome") :]
    assert all(f"{claim}:" in last for claim in exercise.front.claims)
    assert ("References" in last) == ("{cite:" in "".join(section.text for section in exercise.sections.values()))


def test_the_sheet_says_what_people_see_how_to_pass_and_where_help_is(course, exercise, made):
    front = exercise.front
    shown = [
        f"{step.name} ({step.minutes} minute{'' if step.minutes == 1 else 's'}) {step.show}" for step in front.steps
    ]
    parts = [front.title, front.objectives.skill, "You can pass.", front.not_together_if]
    words = pdf_words(made, f"{exercise.name}-sheet")
    lists = [line.name for line in course.help.everywhere]
    for part in (*parts, *shown, "Take home", "emergency number", *lists):
        assert squeezed(part) in re.sub(r"(?<=[a-z?!.”’…])\d{1,2}\.(?=[A-Z“])", "", words)


def test_the_sheet_carries_the_way_on_paper_and_what_to_take_home(exercise, page, made):
    main, words = page(f"exercises/{exercise.name}"), pdf_words(made, f"{exercise.name}-sheet")
    leads = [part for part in main.find_all("p") if part.strong and part.strong.text == "On paper."]
    assert len(leads) == ("paper" in exercise.front.formats)
    for part in leads:
        assert squeezed(part.text).removeprefix("Onpaper.") in words
    assert_in_order(paragraphs(main.select("section > section")[-1]), words)


def test_the_sheet_shows_nothing_that_only_leaders_need(exercise, made):
    words = pdf_words(made, f"{exercise.name}-sheet")
    front = exercise.front
    hidden = [front.safety, front.way_out, *(step.text for step in front.steps if step.text != step.show)]
    assert [text for text in hidden if text and squeezed(text) in words] == []


def test_every_word_of_a_form_s_page_is_on_paper(paper_form, page, made):
    main = page(f"book/facilitators/forms/{paper_form.name}")
    main.select_one(".handouts").decompose()
    words = pdf_words(made, paper_form.name)
    times = paper_form.front.slips if paper_form.front.slips > 1 else max(1, len(paper_form.front.sheets))
    assert {part: words.count(part) for part in paragraphs(main.section)} == dict.fromkeys(
        paragraphs(main.section), times
    )
