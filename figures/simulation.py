"""A simulation of made-up studies: what becomes of an effect when only striking results are printed."""

from dataclasses import dataclass
from functools import cached_property

import ipywidgets
import numpy as np
from markupsafe import Markup, escape
from matplotlib import rc_context
from matplotlib.figure import Figure

from betweenus.figures.colours import FIRST, INK
from betweenus.figures.statistics import critical_t, standardised_differences
from betweenus.figures.style import NARROW, RC
from betweenus.figures.svg import labelled_svg

SEED = 2020
WARNING = "A simulation, not data"
LIMITS = (-1.5, 3.0)
BIN = 0.1
PEOPLE = (10, 20, 30, 50, 100, 200, 500, 1000)


@dataclass(frozen=True)
class Studies:
    """Made-up studies of one question: two groups of people, one of them with an effect.

    Attributes:
        effect: how large the effect truly is, in standard deviations.
        people: how many in each group.
        studies: how many studies.
        only_significant: whether only the significant ones are published.
        seed: the same seed makes the same studies.
    """

    effect: float
    people: int
    studies: int
    only_significant: bool
    seed: int = SEED

    @cached_property
    def found(self) -> np.ndarray:
        """What each study found, in standard deviations."""
        chance = np.random.default_rng(self.seed)
        first, second = chance.standard_normal((2, self.studies, self.people))
        return standardised_differences(first + self.effect, second)

    @cached_property
    def published(self) -> np.ndarray:
        """Which studies are published, one truth value a study."""
        if not self.only_significant:
            return np.ones(self.studies, dtype=bool)
        t = self.found * np.sqrt(self.people / 2)
        return np.abs(t) > critical_t(2 * self.people - 2)

    @property
    def published_mean(self) -> float | None:
        """The mean of what is published, if anything is."""
        return float(self.found[self.published].mean()) if self.published.any() else None

    @property
    def words(self) -> str:
        """What came of it, in words."""
        told = f"The true effect is {self.effect:.1f}. " if self.effect else "There is no true effect. "
        size = f"{self.people:,} people in each group"
        done = f"{self.published.sum()} of {self.studies} studies with {size} are published"
        if self.published_mean is None:
            return f"{told}{done}, so readers learn nothing."
        return f"{told}{done}, and their mean is {signed(self.published_mean)}."


def signed(value: float) -> str:
    return f"{value:.2f}".replace("-0.00", "0.00").replace("-", "−")


def draw(studies: Studies) -> Figure:
    """A dot for each study, filled where it is published, with the true effect and the published mean."""
    # Studies of one bin stand on each other, the published ones below; tall stacks three abreast.
    bins = np.round(np.clip(studies.found, *LIMITS) / BIN).astype(int)
    order = np.lexsort((~studies.published, bins))
    before = np.arange(studies.studies) - np.searchsorted(bins[order], bins[order])
    abreast = 3 if before.max() >= 30 else 1
    across = bins[order] * BIN + (before % abreast - (abreast - 1) / 2) * BIN / abreast
    up = before // abreast + 0.5
    tallest = max(up.max() + 0.5, 12)
    with rc_context(RC):
        figure = Figure(figsize=(NARROW, 4.6))
        axes = figure.add_axes((0.04, 0.26, 0.92, 0.72))
        dot = 0.8 * 72 * min(0.72 * 4.6 / (1.6 * tallest), 0.92 * NARROW * BIN / (LIMITS[1] - LIMITS[0]) / abreast)
        for shown, face in ((True, FIRST), (False, "none")):
            some = studies.published[order] == shown
            edge = FIRST
            axes.scatter(across[some], up[some], s=dot**2, facecolor=face, edgecolor=edge, linewidth=0.9, zorder=3)
        axes.set_xlim(*LIMITS)
        axes.set_ylim(0, tallest * 1.6)
        lines = [(studies.effect, f"true effect {studies.effect:.1f}", "--")]
        if studies.published_mean is not None:
            lines.append((studies.published_mean, f"mean published {signed(studies.published_mean)}", "-"))
        # The line further left is the taller one, so that its name passes above the other.
        for (value, words, dashes), top in zip(sorted(lines), (1.2, 1.06), strict=False):
            mark(axes, value, tallest * top, words, dashes)
        axes.text(0.0, 0.99, WARNING, transform=axes.transAxes, va="top", fontweight="bold")
        many = f"{studies.studies} studies, {studies.people:,} people a group"
        axes.text(0.0, 0.915, many, transform=axes.transAxes, va="top")
        axes.set_xticks(range(-1, 4))
        axes.set_yticks([])
        axes.set_xlabel("Effect that a study found,\nin standard deviations\nfilled: published; open: not")
        axes.spines[["top", "right", "left"]].set_visible(False)
        return figure


def mark(axes, value: float, top: float, words: str, dashes: str) -> None:
    """A line up from the axis with its name beside its top."""
    axes.plot([value, value], [0, top], color=INK, linewidth=1.6, linestyle=dashes, zorder=2)
    axes.text(value + 0.05, top, words, va="center")


@dataclass(frozen=True)
class Frame:
    """The simulation with certain settings, under a name, for a page that has no kernel."""

    name: str
    title: str
    studies: Studies
    caption: str

    def svg(self) -> Markup:
        return labelled_svg(draw(self.studies), self.name, f"{WARNING}: {self.title}", self.studies.words)

    def html(self) -> Markup:
        """The drawing with its words."""
        words = Markup('<p class="chart-finding">{}</p>\n<p>{} {}</p>').format(
            self.title, self.studies.words, self.caption
        )
        return Markup('<figure class="chart">\n<figcaption>{}</figcaption>\n{}\n</figure>').format(words, self.svg())


def frames() -> list[Frame]:
    """The settings that a page shows."""
    return [
        Frame(
            "simulation-everything-published",
            "Small studies, all of them published",
            Studies(effect=0.2, people=20, studies=100, only_significant=False),
            "The studies scatter widely, and their mean is about right.",
        ),
        Frame(
            "simulation-small-and-significant",
            "The same small studies, only the significant ones published",
            Studies(effect=0.2, people=20, studies=100, only_significant=True),
            "What small studies find is significant only when it is large, so what is printed is too large.",
        ),
        Frame(
            "simulation-large-and-significant",
            "Large studies, only the significant ones published",
            Studies(effect=0.2, people=1000, studies=100, only_significant=True),
            "Large studies agree with each other, so leaving out what is not significant hardly matters.",
        ),
        Frame(
            "simulation-no-effect",
            "Small studies of something that has no effect, only the significant ones published",
            Studies(effect=0.0, people=20, studies=100, only_significant=True),
            "A few are significant by chance, in one direction or the other, and each looks like a finding.",
        ),
    ]


class Simulation(ipywidgets.VBox):
    """The simulation with sliders where there is a kernel, and as a few drawings where there is none.

    It asks nothing and keeps nothing.
    """

    def __init__(self) -> None:
        wide = {"style": {"description_width": "11.5rem"}, "layout": {"width": "100%"}}
        self.effect = ipywidgets.FloatSlider(
            0.2, min=0, max=1, step=0.1, description="True effect", readout_format=".1f", **wide
        )
        self.people = ipywidgets.SelectionSlider(
            options=[(f"{count:,}", count) for count in PEOPLE], value=20, description="People in each group", **wide
        )
        self.studies = ipywidgets.IntSlider(100, min=20, max=200, step=20, description="Number of studies", **wide)
        self.only_significant = ipywidgets.Checkbox(
            False, description="Only significant ones are published", indent=False, layout={"width": "100%"}
        )
        self.drawing = ipywidgets.HTML(layout={"max_width": "24rem"})
        controls = [self.effect, self.people, self.studies, self.only_significant]
        for control in controls:
            control.observe(self._redraw, "value")
        self._redraw()
        super().__init__([*controls, self.drawing], layout={"max_width": "34rem"})

    @property
    def settings(self) -> Studies:
        """The studies that the sliders ask for."""
        return Studies(self.effect.value, self.people.value, self.studies.value, self.only_significant.value)

    def _redraw(self, change: dict | None = None) -> None:
        studies = self.settings
        svg = labelled_svg(draw(studies), "simulation-live", WARNING, studies.words)
        self.drawing.value = f'{svg}<p role="status">{escape(studies.words)}</p>'

    def html(self) -> Markup:
        """The drawings that a page shows, one under another or side by side."""
        shown = Markup("\n").join(frame.html() for frame in frames())
        return Markup(f'<div class="simulation">\n{shown}\n</div>')

    def __repr__(self) -> str:
        return f"Simulation: {WARNING[0].lower()}{WARNING[1:]}."

    def _repr_mimebundle_(self, **kwargs) -> dict:
        # The book takes the HTML, JupyterLab the widget.
        bundle = super()._repr_mimebundle_(**kwargs)
        return {**bundle, "text/plain": repr(self), "text/html": str(self.html())}


def what_small_studies_do() -> Simulation:
    """Sliders for made-up studies: how small ones and a full file drawer make an effect look large."""
    return Simulation()
