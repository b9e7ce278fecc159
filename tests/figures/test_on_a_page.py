"""On a phone and on a wide screen every figure can be read: no small words, none that touch or are struck through."""

import shutil

import pytest

from betweenus.book.styles import EVERY_PAGE, style_of
from betweenus.figures.course import draw, figures_of
from betweenus.frontend import STATIC

WIDTHS = (360, 1280)
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="page.css">
<body><main><div id="figures">{figures}</div></main></html>"""

# Every line of words with its size, and what lies on it: other words, and lines and outlines of what is drawn.
MEASURE = """figure => {
  const found = [];
  const words = [];
  const walker = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest("title, desc, details") || !parent.getClientRects().length) continue;
    const scale = parent instanceof SVGElement ? Math.hypot(parent.getScreenCTM().a, parent.getScreenCTM().b) : 1;
    const size = parseFloat(getComputedStyle(parent).fontSize) * scale;
    if (size < 13.99) found.push(`${size.toFixed(1)} px: ${node.data}`);
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      const margin = (bottom - top) / 5;
      words.push({ node, left, right, top: top + margin, bottom: bottom - margin });
    }
  }
  words.forEach((one, place) => {
    for (const other of words.slice(place + 1)) {
      const beside = one.left > other.right - 1 || other.left > one.right - 1;
      const apart = beside || one.top > other.bottom || other.top > one.bottom;
      if (!apart && one.node !== other.node) found.push(`${one.node.data} | touches | ${other.node.data}`);
    }
  });
  const edge = figure.getBoundingClientRect();
  for (const { node, left, right } of words)
    if (left < edge.left || right > edge.right) found.push(`${node.data} | runs out`);
  const drawings = ":is(.chart-mark, .chart-ticks, .chart-narrow, .chart-wide)";
  for (const drawn of figure.querySelectorAll(`${drawings} :is(path, line, rect)`)) {
    const { fill, stroke, opacity } = getComputedStyle(drawn);
    const unseen = opacity === "0" || (fill === "none" && stroke === "none");
    if (unseen || drawn.closest("defs, pattern, clipPath") || !drawn.getClientRects().length) continue;
    const length = drawn.getTotalLength();
    const matrix = drawn.getScreenCTM();
    for (let at = 0; at <= length; at += 2) {
      const point = drawn.getPointAtLength(at).matrixTransform(matrix);
      const struck = words.find(({ left, right, top, bottom }) =>
        left < point.x && point.x < right && top < point.y && point.y < bottom);
      if (struck) { found.push(`${struck.node.data} | is struck through`); break; }
    }
  }
  if (figure.scrollWidth > figure.clientWidth) found.push("scrolls");
  return found;
}"""


@pytest.fixture(scope="module")
def page_of_figures(course, tmp_path_factory):
    """A page with every figure of the course in the book's style."""
    shown = [draw(course, name) for name in figures_of(course)]
    figures = "\n".join(str(each.html()) for each in shown if hasattr(each, "html"))
    folder = tmp_path_factory.mktemp("figures") / "page"
    shutil.copytree(STATIC / "book", folder)
    (folder / "page.css").write_text(style_of([EVERY_PAGE, "figures"]), encoding="utf-8")
    path = folder / "index.html"
    path.write_text(PAGE.format(figures=figures), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def opened(browser, page_of_figures):
    """A function that opens the page with its fonts."""
    pages = []

    def open_page(width: int, **options):
        page = browser.new_page(viewport={"width": width, "height": 900}, **options)
        pages.append(page)
        page.goto(page_of_figures)
        # As wide as a page of the book leaves it.
        measure = "figures.style.cssText = 'max-width: min(35rem, 90vw); margin: auto'; document.fonts.ready"
        page.evaluate(measure)
        return page

    yield open_page
    for page in pages:
        page.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_words_are_large_enough_and_nothing_touches_or_strikes_them(opened, width):
    page = opened(width)
    figures = page.locator("figure.chart").element_handles()
    wrong = [f"{figure.inner_text()[:40]}: {found}" for figure in figures for found in figure.evaluate(MEASURE)]
    assert figures and not wrong, "\n".join(wrong)


@pytest.mark.parametrize("width", WIDTHS)
def test_every_mark_of_a_panel_is_as_long_as_its_axis(opened, width):
    ends = """panel => [...new Set([...panel.querySelectorAll(":scope .chart-mark, :scope .chart-ticks")].map(each => {
      const { left, right } = each.getBoundingClientRect();
      return `${Math.round(left)} to ${Math.round(right)}`;
    }))]"""
    panels = opened(width).locator(".chart-panel").element_handles()
    assert [found for found in (panel.evaluate(ends) for panel in panels) if len(found) > 1] == []


@pytest.mark.parametrize("width", WIDTHS)
def test_no_figure_scrolls_sideways_even_with_its_numbers_open(opened, width):
    page = opened(width)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    too_wide = (
        "[...document.querySelectorAll('figure.chart')].filter(each => each.scrollWidth > each.clientWidth).length"
    )
    assert page.evaluate(too_wide) == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_of_the_drawings_for_narrow_and_wide_places_one_shows(opened, width):
    page = opened(width)
    doubled = page.locator(".chart-wide").element_handles()
    shown = [
        (wide.is_visible(), wide.evaluate_handle("each => each.previousElementSibling").is_visible())
        for wide in doubled
    ]
    assert set(shown) <= {(width == 1280, width == 360)}


def test_with_a_device_s_own_few_colours_marks_are_drawn_in_that_of_its_text(opened):
    page = opened(360, forced_colors="active")
    mark = page.locator(".chart-mark rect:not(.chart-track)").first
    text = page.locator(".chart-name").first.evaluate("each => getComputedStyle(each).color")
    assert mark.evaluate("each => getComputedStyle(each).fill") == text
