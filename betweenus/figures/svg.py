"""Makes matplotlib's SVG fit for a page: small, without inline style, in the page's own colours."""

import io
import re
import xml.etree.ElementTree as ET

from markupsafe import Markup
from matplotlib import rc_context
from matplotlib.figure import Figure

from betweenus.figures.colours import ON_A_PAGE
from betweenus.project.words import Words

SVG = "http://www.w3.org/2000/svg"
DECIMALS = re.compile(r"-?\d+\.\d{3,}")
LINK = "{http://www.w3.org/1999/xlink}href"

ET.register_namespace("", SVG)


def to_svg(figure: Figure, salt: str) -> ET.Element:
    """Turn a figure into an SVG element.

    Args:
        figure: drawn with `INK` for text and lines.
        salt: keeps ids unique among the figures of one page, and the same from build to build.

    Returns:
        The root element, sized by its `viewBox` alone.
    """
    buffer = io.StringIO()
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": salt}):
        figure.savefig(buffer, format="svg", transparent=True, metadata={"Date": None})
    root = ET.fromstring(buffer.getvalue())
    for name in ("width", "height", "version"):
        root.attrib.pop(name, None)
    drop(root, "metadata")
    for defs in root.findall(f"{{{SVG}}}defs"):
        drop(defs, "style")
    root.set("stroke-linejoin", "round")
    keep_ids(root)
    for element in root.iter():
        # A page's HTML parser knows no namespaces: a renamed xlink:href would point nowhere.
        if LINK in element.attrib:
            element.set("href", element.attrib.pop(LINK))
        style_to_attributes(element)
        if "d" in element.attrib:
            element.set("d", shorter(element.get("d")))
        for name, value in element.attrib.items():
            element.set(name, ON_A_PAGE.get(value, value))
    return root


def labelled_svg(
    figure: Figure, name: str, title: str, alternative: str, words: Words | None = None, wide: bool = False
) -> Markup:
    """The figure as markup, with its title and its finding for whoever does not see it.

    Args:
        figure: drawn with `INK` for text and lines.
        name: what ids on the page begin with.
        title: one line that says what is measured.
        alternative: the finding in words.
        words: in whose language its numbers are written; without, as drawn.
        wide: whether it was drawn for wide places, where the style sheet shows it instead of the narrow one.
    """
    root = to_svg(figure, salt=name)
    for text in root.iter(f"{{{SVG}}}text") if words else ():
        text.text = words.decimals(text.text or "")
    root.set("class", "chart-wide" if wide else "chart-narrow")
    if wide:
        root.set("display", "none")
    root.set("role", "img")
    root.set("aria-labelledby", f"{name}-title {name}-alternative")
    labels = (("title", f"{name}-title", title), ("desc", f"{name}-alternative", alternative))
    for place, (tag, id, text) in enumerate(labels):
        label = ET.Element(f"{{{SVG}}}{tag}", id=id)
        label.text = text
        root.insert(place, label)
    return Markup(ET.tostring(root, encoding="unicode"))


def drop(parent: ET.Element, tag: str) -> None:
    for child in parent.findall(f"{{{SVG}}}{tag}"):
        parent.remove(child)


def keep_ids(root: ET.Element) -> None:
    """Keep only ids that something refers to; matplotlib's others repeat from figure to figure."""
    text = ET.tostring(root, encoding="unicode")
    used = set(re.findall(r"url\(#([^)]+)\)", text)) | set(re.findall(r'href="#([^"]+)"', text))
    for element in root.iter():
        if element.get("id") not in used:
            element.attrib.pop("id", None)


def shorter(path: str) -> str:
    """A path with as many decimals as a screen can show."""
    return " ".join(DECIMALS.sub(lambda found: f"{float(found[0]):.1f}".rstrip("0").rstrip("."), path).split())


def style_to_attributes(element: ET.Element) -> None:
    """Move `style` into attributes: the page's policy forbids inline style."""
    style = element.attrib.pop("style", "")
    for declaration in filter(None, (part.strip() for part in style.split(";"))):
        name, value = (part.strip() for part in declaration.split(":", 1))
        if name == "font":
            # "bold 11px 'DejaVu Sans'": the family is the page's.
            words = value.split("'")[0].split()
            element.set("font-size", next(word for word in words if word.endswith("px")).removesuffix("px"))
            if words[0] in ("bold", "700"):
                element.set("font-weight", "bold")
        elif name not in ("font-family", "-inkscape-font-specification"):
            element.set(name, value)
