"""Notes have room in the margins of the shipped pages, and its modules on paper."""

import pytest

from tests.browser.pages import pages_of
from tests.conftest import ROOT
from tests.handouts.reading import read

MODULES = sorted(path.stem for path in (ROOT / "book" / "modules").glob("*.md"))
MOST_PAGES = 14
# Where a note stands on another, or on anything else that is seen.
OVERLAPS = """() => {
  const notes = [...document.querySelectorAll("main .note")].filter((note) => note.checkVisibility());
  const others = [...document.querySelectorAll("main :is(p, li, table, figure, h2, h3, summary, svg, a)")]
    .filter((other) => other.checkVisibility() && !other.closest(".note"));
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top + 0.5 < b.bottom && b.top + 0.5 < a.bottom;
  const box = (element) => element.getBoundingClientRect();
  return notes.flatMap((note, index) => [...notes.slice(index + 1), ...others]
    .filter((other) => meet(box(note), box(other)))
    .map((other) => `${note.id} on ${other.id || other.textContent.trim().slice(0, 40)}`));
}"""


@pytest.mark.thorough
@pytest.mark.parametrize("width", [1280, 1440])
def test_no_note_stands_on_another_or_on_the_text(tab, served_course, course_book, width):
    page = tab(viewport={"width": width, "height": 900})
    found = {}
    for name in pages_of(course_book):
        page.goto(f"{served_course}/{name}")
        if overlaps := page.evaluate(OVERLAPS):
            found[name] = overlaps
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert not found


@pytest.mark.thorough
@pytest.mark.parametrize("module", MODULES)
def test_a_module_is_printed_on_fourteen_pages_at_most(tab, served_course, module):
    page = tab()
    page.goto(f"{served_course}/book/modules/{module}.html")
    assert len(read(page.pdf(format="A4")).pages) <= MOST_PAGES


@pytest.mark.thorough
@pytest.mark.parametrize("part", ["part-2", "part-12"])
def test_a_part_with_its_cards_is_printed_on_one_page(tab, served_course, part):
    page = tab(viewport={"width": 390, "height": 844})
    page.goto(f"{served_course}/notebooks/communication.html#{part}")
    page.locator(f"#{part} [data-reflection=card-sort][data-ready]").wait_for()
    assert len(read(page.pdf(format="A4")).pages) == 1
