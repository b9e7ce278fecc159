"""Makes the fonts of this folder from those of npm's packages: `make fonts`.

For pages there are three parts of each: what English needs, what is left of Latin-1, and Latin Extended-A. The last two
have a name of their own (`Literata Rest`), since a browser fetches them when one of their letters is typed: a book in
English does without them. For paper and figures there is one part with all of it.
"""

import subprocess
import sys
import tarfile
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import stand_ins
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).parent
PACKAGES = {
    "literata": "@fontsource-variable/literata@5.3.0",
    "atkinson": "@fontsource-variable/atkinson-hyperlegible-next@5.3.0",
    "literata-whole": "@expo-google-fonts/literata@0.4.3",
    "atkinson-whole": "@expo-google-fonts/atkinson-hyperlegible-next@0.4.1",
}
# Signs of programs hardly ever stand in a text.
ENGLISH = {*range(0x20, 0x7F), *map(ord, "\u00a0°¶·½×\u2011–—‘’“”•…−")} - set(map(ord, "#$<>@\\^`{|}~"))
# Atkinson also writes the names of authors, and the foot of a page.
NAMES = set(map(ord, "©«»ÁÅÆÉØàáäåæçèéíóöøü"))
LATIN = {*range(0x20, 0x7F), *range(0xA0, 0x100), *map(ord, "‚„‰‹›⁄€™↑↓")}
EXTENDED = set(range(0x100, 0x180))
WHOLE = {*ENGLISH, *LATIN, *EXTENDED, *map(ord, "←→≈≤≥")}
FEATURES = ["ccmp", "kern", "locl", "mark", "mkmk"]

LITERATA, ATKINSON = "literata-{part}-standard-{slope}", "atkinson-hyperlegible-next-{part}-wght-normal"
VARIABLE = {
    "literata": ("literata", LITERATA.replace("{slope}", "normal"), {"wght": (400, 600), "opsz": 18}),
    "literata-italic": ("literata", LITERATA.replace("{slope}", "italic"), {"wght": 400, "opsz": 18}),
    "atkinson": ("atkinson", ATKINSON, {"wght": (400, 700)}),
}
STATIC = {
    "Literata-Regular": ("literata-whole", "400Regular/Literata_400Regular"),
    "Literata-SemiBold": ("literata-whole", "600SemiBold/Literata_600SemiBold"),
    "Literata-Italic": ("literata-whole", "400Regular_Italic/Literata_400Regular_Italic"),
    "Atkinson-Regular": ("atkinson-whole", "400Regular/AtkinsonHyperlegibleNext_400Regular"),
    "Atkinson-Bold": ("atkinson-whole", "700Bold/AtkinsonHyperlegibleNext_700Bold"),
    "Atkinson-Italic": ("atkinson-whole", "400Regular_Italic/AtkinsonHyperlegibleNext_400Regular_Italic"),
}
HEAD = """/* Made by subset.py. A browser loads a part only when one of its letters stands on the page. What comes after
   somebody has begun to read is for the next page, because lines would break anew. */
"""
FACE = """@font-face {{
  font-family: {family};
  font-style: {style};
  font-weight: {weight};
  font-display: optional;
  src: url("./{file}") format("woff2");
  unicode-range: {letters};
}}
"""


def main() -> None:
    with TemporaryDirectory() as folder:
        packages = {name: unpacked(package, Path(folder)) for name, package in PACKAGES.items()}
        for name, (package, file, limits) in VARIABLE.items():
            for ending, (part, letters) in parts_of(name).items():
                font = TTFont(packages[package] / "files" / f"{file.format(part=part)}.woff2", recalcTimestamp=False)
                # Only single words are slanted on a page.
                features = [] if name.endswith("italic") else FEATURES
                write(limited(font, limits), letters, HERE / f"{name}{ending}.woff2", features)
        for name, (package, file) in STATIC.items():
            font = TTFont(packages[package] / f"{file}.ttf", recalcTimestamp=False)
            write(font, WHOLE, HERE / f"{name}.ttf", [*FEATURES, "liga"])
        for family in ("literata", "atkinson"):
            licence = packages[f"{family}-whole"] / "LICENSE_FONT"
            (HERE / f"{family}-OFL.txt").write_text(licence.read_text(encoding="utf-8"), encoding="utf-8")
        measured = {package: unpacked(package, Path(folder)) for package in stand_ins.packages()}
        rules = [HEAD, *faces(), *stand_ins.rules(HERE, measured)]
        (HERE / "fonts.css").write_text("\n".join(rules), encoding="utf-8")


def faces() -> list[str]:
    """The rules of a style sheet that name the fonts for pages."""
    rules = []
    for name, (_, _, limits) in VARIABLE.items():
        for ending, (_, letters) in parts_of(name).items():
            weight = limits["wght"]
            family = "Literata" if name.startswith("literata") else "Atkinson Hyperlegible Next"
            family = f"{family} Rest" if ending else family
            rules.append(
                FACE.format(
                    family=f'"{family}"' if " " in family else family,
                    style="italic" if name.endswith("italic") else "normal",
                    weight=" ".join(map(str, weight)) if isinstance(weight, tuple) else weight,
                    file=f"{name}{ending}.woff2",
                    letters=ranges(letters),
                )
            )
    return rules


def parts_of(font: str) -> dict[str, tuple[str, set[int]]]:
    """The parts of a font for pages: by the end of its name, from which file of npm's, and with which letters."""
    english = ENGLISH | NAMES if font == "atkinson" else ENGLISH
    return {"": ("latin", english), "-latin": ("latin", LATIN - english), "-extended": ("latin-ext", EXTENDED)}


def ranges(letters: set[int]) -> str:
    """As a style sheet names letters: U+20-7E, U+A0."""
    found: list[list[int]] = []
    for letter in sorted(letters):
        if found and found[-1][-1] == letter - 1:
            found[-1].append(letter)
        else:
            found.append([letter])
    return ", ".join(f"U+{run[0]:X}-{run[-1]:X}" if len(run) > 1 else f"U+{run[0]:X}" for run in found)


def unpacked(package: str, folder: Path) -> Path:
    """What npm has under this name and version."""
    npm = ["npm", "pack", "--silent", "--pack-destination", str(folder), package]
    file = subprocess.run(npm, check=True, capture_output=True, text=True).stdout.strip()
    target = folder / file.removesuffix(".tgz")
    with tarfile.open(folder / file) as archive:
        archive.extractall(target, filter="data")
    return target / "package"


def limited(font: TTFont, limits: dict) -> TTFont:
    """A variable font that varies less; read anew, since only then everything in it fits together."""
    buffer = BytesIO()
    made = instantiateVariableFont(font, limits)
    made.flavor = None
    made.save(buffer)
    buffer.seek(0)
    return TTFont(buffer, recalcTimestamp=False)


def write(font: TTFont, letters: set[int], path: Path, features: list[str]) -> None:
    subsetter = Subsetter(Options(hinting=False, layout_features=features))
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    font.flavor = "woff2" if path.suffix == ".woff2" else None
    font.save(path)
    print(f"{path.name}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    sys.exit(main())
