"""A figure of a course as tests look at it: drawn once, and anew when asked."""

import xml.etree.ElementTree as ET
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from matplotlib.figure import Figure
from matplotlib.text import Text

from betweenus.figures.chart import Chart
from betweenus.figures.course import charts_of, draw
from betweenus.project import Project

SVG = "{http://www.w3.org/2000/svg}"


@cache
def project(root: Path) -> Project:
    return Project(root)


@cache
def chart_of(root: Path, name: str) -> Chart:
    return draw(project(root), name)


@cache
def svg_of(root: Path, name: str) -> str:
    return str(chart_of(root, name).svg())


@dataclass(frozen=True)
class Drawing:
    """A figure by the name that pages call it by, such as `sleep.minutes`."""

    root: Path
    name: str

    @classmethod
    def all_of(cls, root: Path) -> list["Drawing"]:
        return [cls(root, name) for name in charts_of(project(root))]

    def __str__(self) -> str:
        return self.name

    @property
    def chart(self) -> Chart:
        return chart_of(self.root, self.name)

    def again(self) -> Chart:
        return draw(project(self.root), self.name)

    @property
    def markup(self) -> str:
        return svg_of(self.root, self.name)

    @property
    def svg(self) -> ET.Element:
        return ET.fromstring(self.markup)

    @property
    def lines(self) -> list[str]:
        """The words of the drawing as a page has them."""
        return ["".join(element.itertext()) for element in self.svg.iter(f"{SVG}text")]


def words_of(figure: Figure) -> list[Text]:
    """All text that is drawn; matplotlib also keeps labels for ticks beyond the ends of an axis."""
    drawn = {text for text in figure.findobj(Text) if text.get_text().strip() and text.get_visible()}
    for axis in [axis for axes in figure.axes for axis in (axes.xaxis, axes.yaxis)]:
        low, high = sorted(axis.get_view_interval())
        beyond = [tick.label1 for tick in axis.get_major_ticks() if not low <= tick.get_loc() <= high]
        drawn -= set(beyond)
    return sorted(drawn, key=lambda text: text.get_text())
