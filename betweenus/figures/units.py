"""Draws marks of which each is one person or one study."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from betweenus.figures.plots import UnitChart, Units
from betweenus.figures.style import LINE, extent, marks
from betweenus.project.words import Words


def draw_unit_chart(figure: Figure, chart: UnitChart, words: Words) -> None:
    axes = figure.subplots()
    top = 0.0
    for group in chart.groups:
        axes.text(-0.5, top, group.words, va="center")
        draw_units(axes, group, chart.abreast, top + 1)
        top += 1.6 + -(-group.count // chart.abreast)
    axes.set(xlim=(-0.7, chart.abreast - 0.3), ylim=(top - 0.6, -0.6), xticks=[], yticks=[])
    axes.set_xlabel(chart.note, loc="left")
    axes.spines[:].set_visible(False)
    figure.set_figheight(extent(axes) * 0.42 + LINE + 0.15)


def draw_units(axes: Axes, group: Units, abreast: int, top: float) -> None:
    across = [index % abreast for index in range(group.count)]
    down = [top + index // abreast for index in range(group.count)]
    look = marks(group.marker.filled, size=11) | {"markeredgewidth": 1.5}
    axes.plot(across, down, linestyle="none", marker=group.marker.shape, **look)
