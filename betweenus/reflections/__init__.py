"""The reflections: interactive prompts, one folder each.

A folder holds the class, its template, its behaviour and its style. Every folder here is found by
itself, so a new reflection needs no line anywhere else.
"""

from importlib import import_module
from pkgutil import iter_modules

from betweenus.reflections.reflection import Reflection, ReflectionError

for _module in iter_modules(__path__):
    if _module.ispkg:
        import_module(f"{__name__}.{_module.name}")

_classes = {cls.__name__: cls for cls in Reflection.__subclasses__()}
globals().update(_classes)

__all__ = ["Reflection", "ReflectionError", *_classes]
