"""The colours of the book: those of `browser/tokens.css`, a publisher's own instead of some, and whether what stands on
each other can be read."""

import re
from collections.abc import Iterator
from functools import cache

from betweenus.project import Project, SourceError
from betweenus.project.settings import PREFIX, Shades
from betweenus.project.sources import line_of, yaml_tree
from betweenus.project.words import PACKAGE

TOKENS = PACKAGE / "browser" / "tokens.css"
SCHEMES = ("light", "dark")
WHITE = "#ffffff"

GROUNDS = ("ground", "sand", "raised", "field")
WASHES = ("chosen", "calm")
# What stands on what, and the least contrast: 4.5 of words, 3 of lines and shapes.
PAIRS = {
    **{(words, ground): 4.5 for words in ("text", "quiet", "accent", "second") for ground in (*GROUNDS, *WASHES)},
    **{("ground", button): 4.5 for button in ("text", "accent", "second")},
    **{("line-strong", ground): 3.0 for ground in GROUNDS},
    **{(shape, ground): 3.0 for shape in ("figure-a", "figure-b", "art-b") for ground in ("ground", "sand", "raised")},
}
# What follows a publisher's colour: it, thinned until its contrast on the page's ground is this.
FOLLOW = {
    "accent": {"chosen": 1.17, "figure-a": 4.2, "art-a": 1.6},
    "second": {"calm": 1.17, "figure-b": 4.2, "art-b": 5.0},
}
# The contrast on a dark ground of a colour that is made from the one in light.
IN_DARK = 9.0

Palette = dict[str, str]


@cache
def tokens(scheme: str) -> Palette:
    """The colours by their names, in light or in dark."""
    found = re.findall(r"--bu-([\w-]+): light-dark\((#\w+), (#\w+)\)", TOKENS.read_text(encoding="utf-8"))
    return {name: whole(pair[SCHEMES.index(scheme)]) for name, *pair in found}


def whole(colour: str) -> str:
    """#fff as #ffffff."""
    return colour if len(colour) == 7 else "#" + "".join(2 * digit for digit in colour[1:])


def channels(colour: str) -> list[int]:
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]


def luminance(colour: str) -> float:
    parts = [value / 255 for value in channels(colour)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """The contrast of the Web Content Accessibility Guidelines."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(colour: str, other: str, share: float) -> str:
    pairs = zip(channels(colour), channels(other), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in pairs)


def made(colour: str, towards: str, ground: str, wanted: float) -> str:
    """A colour mixed with another until its contrast on the ground is about as wanted."""
    shares = (mixed(colour, towards, step / 100) for step in range(101))
    return min(shares, key=lambda each: abs(contrast(each, ground) - wanted))


def own(project: Project, scheme: str) -> Palette:
    """A publisher's colours, with those that follow them."""
    palette, ground = {}, tokens(scheme)["ground"]
    for name, shades in project.settings.colours:
        if shades:
            palette[name] = colour = in_scheme(shades, scheme, ground)
            for follower, wanted in FOLLOW[name].items():
                palette[follower] = made(colour, ground, ground, wanted)
    return palette


def in_scheme(shades: Shades, scheme: str, ground: str) -> str:
    if scheme == "light":
        return shades.light
    return shades.dark or made(shades.light, WHITE, ground, IN_DARK)


def own_colours(project: Project) -> str:
    """The style sheet of a publisher's colours; empty without any."""
    light, dark = (own(project, scheme) for scheme in SCHEMES)
    if not light:
        return ""
    both = {name: f"light-dark({light[name]}, {dark[name]})" for name in light}
    # As in browser/bundle.mjs, for browsers that can't choose between two colours.
    plain = f"{root(light)}@media screen and (prefers-color-scheme: dark) {{\n{root(dark)}}}\n"
    return f"{root(both)}@supports not (color: light-dark(#000, #fff)) {{\n{plain}}}\n"


def root(palette: Palette) -> str:
    lines = [f"  --bu-{name}: {colour};\n" for name, colour in palette.items()]
    return f":root {{\n{''.join(lines)}}}\n"


def colours_alone(project: Project) -> Palette:
    """The colours of artwork that stands alone, such as the book's sign in a browser's tab."""
    palette = tokens("light") | own(project, "light")
    return {"a": palette["art-a"], "b": palette["art-b"], "lamp": palette["lamp"], "figure-a": palette["figure-a"]}


def check_colours(project: Project) -> Iterator[SourceError]:
    """What of a publisher's colours can't be read on what they stand on, the worst of each."""
    for name, shades in project.settings.colours:
        for scheme in SCHEMES if shades else ():
            palette = tokens(scheme) | own(project, scheme)
            pairs = [pair for pair in PAIRS if {name, *FOLLOW[name]} & set(pair)]
            short = [pair for pair in pairs if measured(palette, pair) < PAIRS[pair]]
            if short:
                worst = min(short, key=lambda pair: measured(palette, pair) / PAIRS[pair])
                yield too_low(project, (name, scheme), palette, worst)


def measured(palette: Palette, pair: tuple[str, str]) -> float:
    return contrast(*(palette[name] for name in pair))


def too_low(project: Project, place: tuple[str, str], palette: Palette, pair: tuple[str, str]) -> SourceError:
    name, scheme = place
    steps = ("sphinx", "config", f"{PREFIX}colours", name)
    tree = yaml_tree(project.config_file)
    line = 1 + line_of(tree, (*steps, scheme) if getattr(project.settings.colours, name).dark else steps)
    above, below = pair
    return SourceError(
        project.config_file,
        line,
        f"`{PREFIX}colours`: with {name} {palette[name]} in {scheme}, {above} {palette[above]} on {below} "
        f"{palette[below]} has a contrast of {measured(palette, pair):.2f}; it needs {PAIRS[pair]:g} to be read. "
        f"Take a {'darker' if scheme == 'light' else 'lighter'} {name}.",
    )
