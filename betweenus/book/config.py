"""Checks `_config.yml` before Jupyter Book reads it."""

from pathlib import Path
from typing import Any

from jupyter_book.config import get_validator

from betweenus.project import SourceError, line_of, read_yaml, yaml_tree


def check_config(path: Path) -> None:
    """Check the settings against Jupyter Book's own schema.

    Raises:
        SourceError: naming file, line, setting and what would be right.
    """
    settings = read_yaml(path, dict[str, Any])
    errors = sorted(get_validator().iter_errors(settings), key=lambda error: list(map(str, error.path)))
    if errors:
        error = errors[0]
        line = 1 + line_of(yaml_tree(path), tuple(error.path))
        field = ".".join(map(str, error.path))
        raise SourceError(path, line, f"`{field}`: {error.message}." if field else f"{error.message}.")
