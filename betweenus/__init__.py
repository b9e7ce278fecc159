"""Between Us: the engine of workshop courses whose readers write for themselves alone.

from betweenus import Journal

Journal(id="first-word", prompt="What comes to mind first?")
"""

from importlib import import_module

# What notebooks use, by the room it is in. Fetched when it is asked for: widgets and figures are slow to import,
# and most commands need neither.
ROOMS = {
    "figure": "betweenus.figures.course",
    "Page": "betweenus.takeout",
    "PagesError": "betweenus.takeout",
    "read_pages": "betweenus.takeout",
    "short_way": "betweenus.ways.way",
    "write_for_myst": "betweenus.reflections.myst",
}


def __getattr__(name: str):
    if name == "__all__":
        return [*ROOMS, *import_module("betweenus.reflections").__all__]
    if name.startswith("_"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(ROOMS.get(name, "betweenus.reflections")), name)
