"""A figure together with everything that has to be said with it."""

from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup
from matplotlib.figure import Figure

from betweenus.figures.data import Data, sources_of
from betweenus.figures.drawing import drawn
from betweenus.figures.plots import Plot
from betweenus.figures.svg import labelled_svg


@dataclass(frozen=True)
class Chart:
    """What a figure function returns.

    Attributes:
        data: the numbers it shows.
        plot: how it shows them.
        title: one line that says what is measured.
        alternative: the finding in words, for whoever does not see the drawing.
        caption: what the drawing shows.
        name: lower-case words joined by hyphens, by default the file's; ids on the page begin with it.
    """

    data: Data
    plot: Plot
    title: str
    alternative: str
    caption: str
    name: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", self.name or self.data.path.stem)

    @cached_property
    def figure(self) -> Figure:
        """The drawing."""
        return drawn(self.plot, self.data.project.words)

    def svg(self, prefix: str = "") -> Markup:
        """The drawing. A prefix keeps its ids unique where one chart stands on a page twice."""
        words = self.data.project.words
        return labelled_svg(self.figure, prefix + self.name, self.title, self.alternative, words)

    def html(self, prefix: str = "", is_listed: bool = False) -> Markup:
        """The drawing with its caption, its numbers and their sources, which the page may have in a list as well.

        Raises:
            SourceError: when a source is not in `seeds/references.bib`.
        """
        words = self.data.project.words
        context = {"chart": self, "sources": sources_of(self.data), "prefix": prefix, "is_listed": is_listed}
        return words.render("figures/chart.html", **context)

    def _repr_mimebundle_(self, **kwargs) -> dict[str, str]:
        return {"text/html": self.html(), "text/plain": f"{self.title}. {self.alternative}"}
