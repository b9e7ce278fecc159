"""Every PDF can be listened to, printed on its paper, and is the same wherever it is made."""

import re
from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from betweenus.exercises import exercises_of
from betweenus.handouts import pdf
from betweenus.handouts.documents import CARDS, FORM, PLAN, RUN_SHEET, SHEET, SLIPS, common, editions, handouts_of
from betweenus.handouts.pdf import HandoutError, compile_pdf
from betweenus.handouts.plan import plan_pdf
from betweenus.plans.plan import ready_made
from tests.handouts.reading import fonts, pieces, read, squeezed, words_of

LARGE = 18
SIZES = {"a4": (595, 842), "letter": (612, 792)}
ON_A4 = {"paper": "a4", "large": False}
# A line to write on, as wide as the text of an A4 sheet.
RULED = re.compile(r"493\.\d+ [\d.]+ m 493\.\d+ [\d.]+ l 0 ")
COLUMNS, ROWS = 3, 3


@pytest.fixture(scope="module")
def readers(made):
    return {path.name: read(path) for path in sorted(made.glob("*.pdf"))}


def test_each_exercise_and_form_has_its_kinds_on_both_papers(readers, course):
    assert [len(editions(kind)) for kind in (SHEET, RUN_SHEET, CARDS, FORM, SLIPS)] == [4, 4, 2, 4, 2]
    for exercise in exercises_of(course):
        files = [name for name in readers if name.startswith(f"{exercise.name}-") and name.count("-cards-")]
        assert len(files) == (2 if exercise.front.cards else 0)


def test_every_pdf_is_tagged_and_says_that_it_is_pdf_ua(readers):
    for name, reader in readers.items():
        root = reader.trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"], name
        assert "/StructTreeRoot" in root, name
        assert "<pdfuaid:part>1</pdfuaid:part>" in reader.xmp_metadata.stream.get_data().decode(), name


def test_every_pdf_has_a_title_and_a_language(readers):
    for name, reader in readers.items():
        assert reader.trailer["/Root"]["/Lang"] == "en", name
        assert reader.metadata.title, name
        assert reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"], name


def test_every_page_has_the_size_of_its_paper(readers):
    for name, reader in readers.items():
        size = SIZES["a4" if "-a4" in name else "letter"]
        for page in reader.pages:
            assert (round(page.mediabox.width), round(page.mediabox.height)) == size, name


def test_large_print_is_large_everywhere_on_the_page(readers, course):
    found = {name: reader for name, reader in readers.items() if name.endswith("-a4-large.pdf")}
    assert len(found) >= 2 * len(exercises_of(course))
    for name, reader in found.items():
        assert min(piece.size for page in reader.pages for piece in pieces(page)) >= LARGE - 0.01, name


def test_no_font_comes_from_the_machine(readers):
    used = {font.split("-")[0] for reader in readers.values() for font in fonts(reader)}
    assert used == {"AtkinsonHyperlegibleNext", "Literata"}


def test_the_same_content_makes_the_same_file_in_another_process(course):
    content = common(course, PLAN) | ON_A4 | {"timed": True, "title": "Plan", "rows": [], "notes": []}
    first = compile_pdf("plan", content)
    pdf.compiler.cache_clear()
    assert compile_pdf("plan", content) == first


def cells(page, is_one) -> set[tuple[int, int]]:
    """The column and row of each cell in which a text stands that `is_one`."""
    width, height = float(page.mediabox.width), float(page.mediabox.height)
    found = [piece for piece in pieces(page) if is_one(piece.text)]
    return {(int(piece.x / width * COLUMNS), ROWS - 1 - int(piece.y / height * ROWS)) for piece in found}


@settings(max_examples=20)
@given(st.integers(1, 30))
def test_behind_each_card_lies_one_back_when_the_sheet_is_turned_on_its_long_edge(course, count):
    content = (
        common(course, CARDS)
        | ON_A4
        | {"title": "Deck", "depth": "Depth 2 of 3", "how": "", "cards": [f"card {number}" for number in range(count)]}
    )
    pages = read(compile_pdf("cards", content)).pages
    total = 0
    for front, back in zip(pages[::2], pages[1::2], strict=True):
        fronts = cells(front, lambda text: text.startswith("card"))
        backs = cells(back, lambda text: text.startswith("Depth 2 of 3"))
        assert backs == {(COLUMNS - 1 - column, row) for column, row in fronts}
        total += len(fronts)
    assert total == count


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_deck_has_every_card_of_its_exercise_once(readers, course, paper):
    for exercise in exercises_of(course):
        if exercise.front.cards:
            pages = readers[f"{exercise.name}-cards-{paper}.pdf"].pages
            assert len(pages) == 2 * -(-len(exercise.front.cards) // (COLUMNS * ROWS))
            words = squeezed("".join(page.extract_text() for page in pages[::2]))
            assert [card for card in exercise.front.cards if words.count(squeezed(card)) != 1] == []


def test_the_back_of_each_card_says_what_to_do_with_it(readers, course):
    exercise = next(exercise for exercise in exercises_of(course) if exercise.front.cards)
    how = next(step.show for step in exercise.front.steps if step.cards)
    backs = readers[f"{exercise.name}-cards-a4.pdf"].pages[1::2]
    words = squeezed("".join(page.extract_text() for page in backs))
    assert words.count(squeezed(how)) == len(exercise.front.cards)


def test_a_card_with_too_many_words_is_named(course):
    deck = {"title": "Deck", "depth": "Depth 1 of 3", "how": "Sort them.", "cards": ["One.", "word " * 400]}
    with pytest.raises(HandoutError, match="Deck, cards: .*card 2 has more words than fit on a card"):
        compile_pdf("cards", common(course, CARDS) | ON_A4 | deck)


def test_a_plan_has_its_clock_times_its_notes_and_help(course):
    plan = ready_made(exercises_of(course), "sleep", 60)
    reader = read(plan_pdf(course, plan, time(18, 30), paper="letter", large=True))
    text = words_of(reader)
    assert "18:304minAyawneach:HelloAleadergreetseveryone" in text
    assert "18:4012minSortthesayings:Sort" in text
    assert "emergencynumber" in text
    assert round(reader.pages[0].mediabox.width) == SIZES["letter"][0]


def test_an_exercise_without_paper_has_no_part_on_paper(course):
    exercise = next(exercise for exercise in exercises_of(course) if exercise.front.cards)
    front = exercise.front.model_copy(update={"formats": ("online",), "cards": ()})
    sheet, *others = handouts_of(course, replace(exercise, front=front))
    assert sheet.content["on_paper"] == []
    assert [handout.kind for handout in others] == [RUN_SHEET]


@pytest.mark.parametrize("count", range(1, 14))
def test_what_to_write_stands_on_the_same_side_of_a_sheet_as_the_lines_for_it(course, count):
    sheet = next(handouts_of(course, exercises_of(course)[0]))
    steps = (sheet.content["steps"] * count)[:count]
    pages = read(sheet.pdf(sheet.content | ON_A4 | {"steps": steps})).pages
    (page,) = [page for page in pages if sheet.content["words"]["on_paper"] in page.extract_text().splitlines()]
    assert len(RULED.findall(page.get_contents().get_data().decode("latin-1"))) == 6
