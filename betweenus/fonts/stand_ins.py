"""What stands in until a font is there: one of the device, drawn so much larger or smaller that its lines are as long.

Its size is found by shaping English text in both fonts. So hardly anything moves when the font comes: now and then a
line breaks elsewhere. A size each for letters, spaces and digits would be nearer, but takes browsers twice as long.
"""

import re
from dataclasses import dataclass
from io import BytesIO
from itertools import product
from pathlib import Path

import uharfbuzz
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

README = Path(__file__).parents[2] / "README.md"


@dataclass(frozen=True)
class StandIn:
    """A font of devices, and where one as wide can be had to be measured: file names in a package of npm."""

    name: str
    package: str
    regular: str
    bold: str

    @classmethod
    def of_fontsource(cls, name: str, package: str) -> "StandIn":
        file = f"files/{package}-latin-{{}}-normal.woff2"
        return cls(name, f"@fontsource/{package}@5.3.0", file.format(400), file.format(700))

    @classmethod
    def dejavu(cls, name: str) -> "StandIn":
        file = f"ttf/{name.replace(' ', '')}"
        return cls(name, "dejavu-fonts-ttf@2.37.3", f"{file}.ttf", f"{file}-Bold.ttf")


@dataclass(frozen=True)
class Family:
    """A font of the book: its height of line in em, and what stands in for it."""

    file: str
    ascent: float
    descent: float
    stand_ins: tuple[StandIn, ...]


FAMILIES = {
    "Literata": Family(
        "literata.woff2",
        1.177,
        0.308,
        (
            StandIn.of_fontsource("Georgia", "gelasio"),
            StandIn.of_fontsource("Noto Serif", "noto-serif"),
            StandIn.dejavu("DejaVu Serif"),
        ),
    ),
    "Atkinson Hyperlegible Next": Family(
        "atkinson.woff2",
        0.984,
        0.316,
        (
            StandIn.of_fontsource("Roboto", "roboto"),
            StandIn.of_fontsource("Arial", "arimo"),
            StandIn.dejavu("DejaVu Sans"),
        ),
    ),
}
FACE = """@font-face {{
  font-family: "{family} like {name}";
  font-weight: {weight};
  src: local("{local}");
  size-adjust: {size:.1%};
  ascent-override: {ascent:.1%};
  descent-override: {descent:.1%};
  line-gap-override: 0%;
}}
"""


def packages() -> set[str]:
    """The packages of npm that the stand-ins are measured with."""
    return {each.package for family in FAMILIES.values() for each in family.stand_ins}


def rules(fonts: Path, unpacked: dict[str, Path]) -> list[str]:
    """The rules of a style sheet for all stand-ins.

    fonts: the folder with the book's fonts; unpacked: where each of `packages()` lies.
    """
    found = []
    for name, family in FAMILIES.items():
        for each, weight in product(family.stand_ins, (400, 600)):
            file, local = (each.regular, each.name) if weight == 400 else (each.bold, f"{each.name} Bold")
            ours, theirs = shaper(fonts / family.file, weight), shaper(unpacked[each.package] / file)
            size = width(ours) / width(theirs)
            heights = {"ascent": family.ascent / size, "descent": family.descent / size}
            found.append(FACE.format(family=name, name=each.name, weight=weight, local=local, size=size, **heights))
    return found


def shaper(path: Path, weight: int | None = None) -> uharfbuzz.Font:
    """A font that can be measured, of one weight where it has many."""
    font = TTFont(path)
    if weight:
        font = instantiateVariableFont(font, {"wght": weight})
    font.flavor = None
    buffer = BytesIO()
    font.save(buffer)
    return uharfbuzz.Font(uharfbuzz.Face(buffer.getvalue()))


def width(font: uharfbuzz.Font) -> float:
    """How long some English text is, in em."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(english())
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer, {"liga": False})
    return sum(each.x_advance for each in buffer.glyph_positions) / font.face.upem


def english() -> str:
    """What README.md says, without code and links."""
    text = re.sub(r"```.*?```|<[^>]*>|`[^`]*`|\]\([^)]*\)|[^\w\s.,;:’'()-]", " ", README.read_text("utf-8"), flags=re.S)
    return " ".join(text.split())
