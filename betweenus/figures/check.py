"""Checks every figure and every file of numbers, for `betweenus check`."""

import re
from collections.abc import Iterator

from betweenus.figures.chart import Chart
from betweenus.figures.course import charts_of, draw, figures_of
from betweenus.figures.data import Data, read_data, sources_of
from betweenus.figures.plots import axes_of
from betweenus.project import Project, SourceError

# A figure in a page, as ```{chart} file.function, or in a notebook, as figure("file.function").
SHOWN = re.compile(r"""^```\{chart\}\s+(\S+)|\bfigure\(\\?["']([\w.]+)""", re.MULTILINE)
NUMBER = re.compile(r"((?<![\w.)])[-−])?(\d[\d,]*(?:\.\d+)?|\.\d+)")


def check_figures(project: Project) -> Iterator[SourceError]:
    """What is wrong with the figures of a project, and with the numbers behind them."""
    paths = sorted(project.data_folder.glob("*.csv"))
    for path in paths:
        sources_of(read_data(project, path.stem))
    charts: dict[str, Chart] = {}
    names: dict[str, str] = {}
    for function in charts_of(project):
        chart = draw(project, function)
        if chart.name in charts:
            message = f"two figures have the name {chart.name!r}; give the one of {function} another."
            yield SourceError(chart.data.path, None, message)
        charts[chart.name] = chart
        names[function] = chart.name
        yield from unknown_numbers(chart)
    yield from figures_nobody_shows(project, names)
    used = {chart.data.path for chart in charts.values()}
    for path in paths:
        if path not in used:
            message = "no figure shows these numbers; write one in figures/, or delete the file."
            yield SourceError(path, None, message)


def figures_nobody_shows(project: Project, names: dict[str, str]) -> Iterator[SourceError]:
    """A figure, by its function and its name, that no text shows, neither by itself nor in a series of figures."""
    called = names_called(project)
    in_series = {chart.name for function in called - set(names) for chart in series_of(project, function)}
    for function, chart_name in names.items():
        if function not in called and chart_name not in in_series:
            file, name = function.split(".")
            message = f"no page, notebook or exercise shows the figure {name}; show it, or delete it and its numbers."
            yield SourceError(project.figures_folder / f"{file}.py", None, message)


def names_called(project: Project) -> set[str]:
    texts = (path.read_text(encoding="utf-8") for path in project.text_files)
    return {page or notebook for text in texts for page, notebook in SHOWN.findall(text)}


def series_of(project: Project, function: str) -> list[Chart]:
    """The charts that a function draws one after the other; none if it draws something else, or isn't there."""
    drawn = draw(project, function) if function in figures_of(project) else []
    return [each for each in drawn if isinstance(each, Chart)] if isinstance(drawn, list) else []


def unknown_numbers(chart: Chart) -> Iterator[SourceError]:
    """A number in the words that is neither among the figure's numbers nor an end of its axes."""
    ends = {end for axis in axes_of(chart.plot) for end in (axis.low, axis.high)}
    known = numbers_in(everything_written(chart.data)) | {0, *ends}
    for part in ("title", "caption", "alternative"):
        unknown = [written for value, written in named_numbers(getattr(chart, part)) if value not in known]
        if unknown:
            yield SourceError(
                chart.data.path,
                None,
                f"the {part} of the figure {chart.name!r} says {unknown[0]}, which is not in this file; "
                "correct the words, or add the number with its source.",
            )


def everything_written(data: Data) -> str:
    """The file's words: facts, names of columns, values."""
    facts = [*data.sources, data.unit, data.sample, data.does_not_show]
    return "\n".join([*facts, *data.columns, *(value for row in data.rows for value in row.values())])


def numbers_in(text: str) -> set[float]:
    """The numbers of a text; one with a minus sign counts without it, too, as in *fell by 36*."""
    values = {value for value, _ in named_numbers(text)}
    return values | {abs(value) for value in values}


def named_numbers(text: str) -> list[tuple[float, str]]:
    """Each number of a text as a value and as written: 0.50 is 0.5, and 2,374 is 2374."""
    return [
        (float(digits.rstrip(",").replace(",", "")) * (-1 if minus else 1), f"{minus}{digits}".rstrip(","))
        for minus, digits in NUMBER.findall(text)
    ]
