"""Checks `_config.yml` before Jupyter Book reads it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from jupyter_book.config import PATH_YAML_DEFAULT as DEFAULTS
from jupyter_book.config import get_validator

from betweenus.project import Project, SourceError
from betweenus.project.settings import read_config
from betweenus.project.sources import hint, line_of, read_yaml, yaml_tree


def check_config(project: Project) -> Iterator[SourceError]:
    """What is wrong with the settings, by Jupyter Book's own schema and by ours; the first of it."""
    path = project.config_file
    settings = read_yaml(path, dict[str, Any])
    yield from unknown(path, settings)
    errors = sorted(get_validator().iter_errors(settings), key=lambda error: list(map(str, error.path)))
    if errors:
        error = errors[0]
        line = 1 + line_of(yaml_tree(path), tuple(error.path))
        field = ".".join(map(str, error.path))
        yield SourceError(path, line, f"`{field}`: {error.message}." if field else f"{error.message}.")
    read_config(path)


def unknown(path: Path, settings: dict[str, Any]) -> Iterator[SourceError]:
    # The schema lacks some settings that the commented defaults have, and the other way round.
    known = sorted(get_validator().schema["properties"] | yaml.safe_load(DEFAULTS.read_text("utf-8")))
    for name in settings:
        if name not in known:
            line = 1 + line_of(yaml_tree(path), (name,))
            yield SourceError(path, line, f"`{name}` is not a setting of Jupyter Book; {hint(name, known)}")
