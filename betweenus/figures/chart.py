"""A figure together with everything that has to be said with it."""

import re
from dataclasses import dataclass

from markupsafe import Markup

from betweenus.figures.data import Data, sources_of
from betweenus.figures.plots import Plot
from betweenus.figures.rows import SHOWN_BY, panels_of, rows_html

SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+(?=[^a-z])")


@dataclass(frozen=True)
class Chart:
    """What a figure function returns.

    Attributes:
        data: the numbers it shows.
        plot: how it shows them.
        title: one line that says what is measured.
        alternative: the finding in words, for whoever does not see the drawing.
        caption: what the drawing shows; its first sentence is the finding, and stands above the drawing.
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

    @property
    def finding(self) -> str:
        """The first sentence of the caption."""
        return SENTENCE_ENDS.split(self.caption)[0]

    @property
    def more(self) -> str:
        """What the caption says after the finding."""
        return self.caption.removeprefix(self.finding).strip()

    @property
    def has_rows(self) -> bool:
        """Whether it is read as rows of words; otherwise it is an image with an alternative."""
        return type(self.plot) in SHOWN_BY

    def drawing(self, prefix: str = "") -> Markup:
        """Rows of words with their marks, or an image. A prefix keeps its ids unique where a page has it twice."""
        words, name = self.data.project.words, prefix + self.name
        if self.has_rows:
            hatch = f"{name}-hatch"
            return rows_html(panels_of(self.plot, words, hatch), words, hatch)
        # Matplotlib is slow to import, and most figures do without.
        from betweenus.figures.drawing import drawings

        return drawings(self.plot, name, self.title, self.alternative, words)

    def html(self, prefix: str = "", is_listed: bool = False) -> Markup:
        """The finding, the drawing, what it does not show, and the numbers with their sources.

        Args:
            prefix: as for `drawing`.
            is_listed: whether the page has its sources in a list as well.

        Raises:
            SourceError: when a source is not in `seeds/references.bib`.
        """
        words = self.data.project.words
        context = {"chart": self, "sources": sources_of(self.data), "prefix": prefix, "is_listed": is_listed}
        return words.render("figures/chart.html", **context)

    def _repr_mimebundle_(self, **kwargs) -> dict[str, str]:
        return {"text/html": self.html(), "text/plain": f"{self.title}. {self.alternative}"}
