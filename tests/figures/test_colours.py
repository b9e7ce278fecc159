"""Figures can be read in grey, by colour-blind people, and on a light and a dark page."""

import re
import xml.etree.ElementTree as ET

import numpy as np
import pytest

from betweenus.figures.colours import FIRST, INK, ON_A_PAGE, SECOND
from tests.figures.drawing import SVG

# Machado, Oliveira and Fernandes, A Physiologically-based Model for Simulation of Color Vision
# Deficiency, IEEE Transactions on Visualization and Computer Graphics 15 (2009), at severity 1; for
# linear RGB. Grey keeps the luminance of ITU-R BT.709.
VISIONS = {
    "full colour": np.eye(3),
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
    "grey": [[0.2126, 0.7152, 0.0722]] * 3,
}
PALETTE = {FIRST: "figure-a", SECOND: "figure-b"}

every_vision = pytest.mark.parametrize("vision", VISIONS)


def linear(colour: str) -> np.ndarray:
    """A colour such as #b26084 as linear RGB."""
    values = np.array([int(colour[place : place + 2], 16) for place in (1, 3, 5)]) / 255
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def seen(colour: str, vision: str) -> np.ndarray:
    return np.clip(np.array(VISIONS[vision]) @ linear(colour), 0, 1)


def contrast(one: np.ndarray, other: np.ndarray) -> float:
    """The contrast of the Web Content Accessibility Guidelines."""
    light, dark = sorted((float(colour @ [0.2126, 0.7152, 0.0722]) for colour in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def grounds(root) -> list[tuple[str, str]]:
    """The colours behind a figure, each in light and dark: pages, reflections and its own panel."""
    return [token(root, name) for name in ("ground", "raised", "sand")]


def token(root, name: str) -> tuple[str, str]:
    """What a colour of the page is in light and in dark."""
    css = (root / "betweenus" / "browser" / "tokens.css").read_text()
    pair = re.search(rf"--bu-{name}: light-dark\((#\w+), (#\w+)\)", css).groups()
    return whole(pair[0]), whole(pair[1])


def whole(colour: str) -> str:
    """#fff as #ffffff."""
    return colour if len(colour) == 7 else "#" + "".join(2 * digit for digit in colour[1:])


def colours(drawn: ET.Element) -> set[str]:
    """Every colour in a drawing."""
    written = {element.get(name, "none") for element in drawn.iter() for name in ("fill", "stroke")}
    return {colour for colour in written if colour != "none" and not colour.startswith("url(#")}


def test_the_matrices_keep_white_white():
    assert all(np.allclose(np.sum(matrix, axis=1), 1, atol=1e-4) for matrix in VISIONS.values())


def test_it_keeps_to_the_palette(drawing):
    assert colours(drawing.drawn) <= set(ON_A_PAGE.values())


def test_where_a_page_has_no_colours_of_its_own_a_figure_has_the_light_ones(root):
    assert {colour: token(root, name)[0] for colour, name in PALETTE.items()} == {colour: colour for colour in PALETTE}
    assert ON_A_PAGE[INK] == "currentColor"


@every_vision
@pytest.mark.parametrize("name", PALETTE.values())
def test_every_colour_stands_out_from_every_ground(root, vision, name):
    for ground in grounds(root):
        for mark, behind in zip(token(root, name), ground, strict=True):
            assert contrast(seen(mark, vision), seen(behind, vision)) >= 3, f"{mark} on {behind}"


def test_the_second_colour_is_never_a_plain_fill(drawing):
    """So it is told from the first, which is, without any colour."""
    assert second_as_a_plain_fill(drawing.drawn) == []


def second_as_a_plain_fill(drawn: ET.Element) -> list[ET.Element]:
    hatches = {element for pattern in drawn.iter(f"{SVG}pattern") for element in pattern.iter()}
    return [each for each in drawn.iter() if each.get("fill") == ON_A_PAGE[SECOND] and each not in hatches]
