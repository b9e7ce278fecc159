"""The mark, the symbols of verdicts, the icons and the artwork, drawn from few parameters.

On a page the colours come from the style, by classes, so that they follow light and dark and a publisher's own. For
whatever stands alone (an image, a PDF) the same drawing gets them as attributes. Nothing here says anything to a
screen reader: words stand beside each.
"""

import re

from markupsafe import Markup

from betweenus.art.icons import ICONS
from betweenus.art.pictures import HIGH, PICTURES, SIZES, WIDE, mark, pair
from betweenus.art.symbols import SYMBOLS

# What of it a module can have.
ARTWORK = tuple(name for name in PICTURES if name not in SIZES)
XMLNS = ' xmlns="http://www.w3.org/2000/svg"'
HIDDEN = ' aria-hidden="true" focusable="false"'
LINES = 'fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round"'
MARK = "0 0 44 32"
PAIR = "0 0 44 24"

# The colours of what stands alone: the light ones of a page, and greys for paper.
LIGHT = {"a": "#e9bccd", "b": "#2b7377", "lamp": "#f3cf93", "figure-a": "#b0597f"}
GREY = {"a": "#cccccc", "b": "#000000", "lamp": "#e6e6e6", "figure-a": "#555555"}


def icon(name: str) -> Markup:
    """A line icon, such as `lock`, as high as the text it stands in."""
    return svg("icon", "0 0 24 24", ICONS[name], f' {LINES} stroke-width="1.75" width="1.25em" height="1.25em"')


def verdict_symbol(rating: str) -> Markup:
    """The symbol of a verdict. Its word always stands beside it."""
    return svg("verdict-symbol", "0 0 16 16", SYMBOLS[rating], f' {LINES} stroke-width="1.5" width="1em" height="1em"')


def art(name: str, width: int = WIDE) -> Markup:
    """A piece of artwork, such as `ripples`.

    Args:
        name: one of `PICTURES`.
        width: in pixels, about, at which a page shows it; lines are as wide as elsewhere then.
    """
    wide, high = SIZES.get(name, (WIDE, HIGH))
    return svg("art", f"0 0 {wide} {high}", PICTURES[name](wide / width))


def circles(apart: float) -> Markup:
    """Two circles beside a word: apart, touching or overlapping; see `pair`."""
    return svg("circles", PAIR, pair(apart), ' width="44" height="24"')


def site_mark() -> Markup:
    """The mark, for a page's header."""
    return svg("mark", MARK, mark(), ' width="44" height="32"')


def svg(kind: str, box: str, drawn: str, more: str = "") -> Markup:
    return Markup(f'<svg class="{kind}" viewBox="{box}"{more}{HIDDEN}>{drawn}</svg>')


def alone(drawing: Markup, colours: dict[str, str] = LIGHT) -> str:
    """A drawing as an image of its own, with its colours as attributes."""
    looks = {
        "art-a": f'fill="{colours["a"]}"',
        "art-b": f'fill="{colours["b"]}"',
        "art-lamp": f'fill="{colours["lamp"]}"',
        "art-a-line": f'fill="none" stroke="{colours["figure-a"]}"',
        "art-b-line": f'fill="none" stroke="{colours["b"]}"',
    }
    plain = re.sub(r'class="([^"]+)"', lambda found: looks.get(found[1], ""), drawing.replace(HIDDEN, ""))
    return plain.replace("<svg", f"<svg{XMLNS}", 1)


def favicon(colours: dict[str, str] = LIGHT) -> str:
    """The mark in a square, as a browser's tab shows it."""
    return alone(svg("mark", "0 -6 44 44", mark()), colours)


# Every template can draw with these.
IN_TEMPLATES = {"icon": icon, "verdict_symbol": verdict_symbol, "art": art, "circles": circles, "site_mark": site_mark}
