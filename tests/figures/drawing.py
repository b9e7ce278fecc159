"""A figure of a course as tests look at it: drawn once, and anew when asked."""

import xml.etree.ElementTree as ET
from dataclasses import dataclass
from functools import cache
from pathlib import Path

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
def markup_of(root: Path, name: str) -> str:
    return str(chart_of(root, name).drawing())


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
        return markup_of(self.root, self.name)

    @property
    def drawn(self) -> ET.Element:
        """All of the drawing in one element."""
        return ET.fromstring(f"<div>{self.markup}</div>")

    @property
    def lines(self) -> list[str]:
        """The words of the drawing as a page has them."""
        return [text.strip() for element in self.drawn.iter() for text in element.itertext() if text.strip()]
