"""The figures of a course: functions in its `figures/` folder, one file a module, which read their data and draw."""

from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from inspect import getmembers, isfunction, signature
from pathlib import Path
from types import ModuleType

from betweenus.figures.chart import Chart
from betweenus.project import Project, of_project
from betweenus.project.sources import hint


class UnknownFigure(ValueError):
    """There is no such figure; the message says which there are."""


@of_project
def figures_of(project: Project) -> dict[str, Callable]:
    """The functions of a course's figures by the names that pages call them by: `file.function`.

    They take the `project`, or nothing when they need none of its numbers.
    """
    modules = {path.stem: load(path) for path in sorted(project.figures_folder.glob("[!_]*.py"))}
    return {
        f"{stem}.{name}": function
        for stem, module in modules.items()
        for name, function in getmembers(module, isfunction)
        if function.__module__ == module.__name__ and set(signature(function).parameters) <= {"project"}
    }


def load(path: Path) -> ModuleType:
    """A course's file as a module of its own, read anew each time."""
    spec = spec_from_file_location(f"figures of {path.parent}, {path.stem}", path)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def charts_of(project: Project) -> dict[str, Callable[[Project], Chart]]:
    """The functions that draw one chart, by name."""
    return {
        name: function
        for name, function in figures_of(project).items()
        if signature(function).return_annotation is Chart
    }


def draw(project: Project, name: str):
    """What the function of a figure returns: a `Chart`, a list of them, or something else that shows itself.

    Raises:
        UnknownFigure: when there is none of this name.
        SourceError: when its numbers can't be used.
    """
    known = figures_of(project)
    if name not in known:
        message = f"There is no figure {name!r} in the folder figures/: write file.function; "
        raise UnknownFigure(message + hint(name, charts_of(project)))
    function = known[name]
    return function(project) if signature(function).parameters else function()


def figure(name: str):
    """A figure for a notebook of the project that the notebook lies in, such as `figure("sleep.hours")`."""
    return draw(Project.here(), name)
