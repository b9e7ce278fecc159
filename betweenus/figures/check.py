"""Checks every figure and every file of numbers, for `betweenus check`."""

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from inspect import getmembers, isfunction, signature
from pkgutil import iter_modules
from types import ModuleType

import betweenus.figures
from betweenus.figures.chart import Chart
from betweenus.figures.data import Data, data_folder, read_data, sources_of
from betweenus.project import SourceError, find_root

NUMBER = re.compile(r"((?<![\w.)])[-−])?(\d[\d,]*(?:\.\d+)?|\.\d+)")


def check_figures() -> None:
    """Check the figures of the project one works in.

    Raises:
        SourceError: naming the file of numbers and what would be right.
    """
    root = find_root()
    paths = sorted(data_folder(root).glob("*.csv"))
    for path in paths:
        sources_of(read_data(path.stem))
    names, used = set(), set()
    for function in figure_functions():
        chart = function()
        if chart.name in names:
            other = f"{function.__module__}.{function.__name__}"
            message = f"two figures have the name {chart.name!r}; give the one of {other} another."
            raise SourceError(chart.data.path, None, message)
        names.add(chart.name)
        used.add(chart.data.path)
        chart.html()
        check_words(chart)
    for path in paths:
        if path not in used:
            raise SourceError(
                path, None, "no figure shows these numbers; write one in betweenus/figures/, or delete the file."
            )


def figure_functions() -> Iterator[Callable[[], Chart]]:
    """Every function in `betweenus/figures/` that says it returns a chart."""
    for found in iter_modules(betweenus.figures.__path__):
        module = import_module(f"betweenus.figures.{found.name}")
        yield from (function for _, function in getmembers(module, isfunction) if draws(function, module))


def draws(function: Callable, module: ModuleType) -> bool:
    if function.__module__ != module.__name__ or signature(function).parameters:
        return False
    return signature(function).return_annotation is Chart


def check_words(chart: Chart) -> None:
    """Refuse a number in the words that is neither among the figure's numbers nor an end of its axes."""
    ends = {end for axes in chart.figure.axes for end in (*axes.get_xlim(), *axes.get_ylim())}
    known = numbers_in(everything_written(chart.data)) | {0, *ends}
    for part in ("title", "caption", "alternative"):
        unknown = [written for value, written in named_numbers(getattr(chart, part)) if value not in known]
        if unknown:
            raise SourceError(
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
