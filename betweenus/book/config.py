"""Checks `_config.yml` before Jupyter Book reads it."""

from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml
from jupyter_book.config import PATH_YAML_DEFAULT as DEFAULTS
from jupyter_book.config import get_validator

from betweenus.project import SourceError, line_of, read_yaml, yaml_tree


def check_config(path: Path) -> None:
    """Check the settings against Jupyter Book's own schema.

    Raises:
        SourceError: naming file, line, setting and what would be right.
    """
    settings = read_yaml(path, dict[str, Any])
    refuse_unknown(path, settings)
    errors = sorted(get_validator().iter_errors(settings), key=lambda error: list(map(str, error.path)))
    if errors:
        error = errors[0]
        line = 1 + line_of(yaml_tree(path), tuple(error.path))
        field = ".".join(map(str, error.path))
        raise SourceError(path, line, f"`{field}`: {error.message}." if field else f"{error.message}.")


def refuse_unknown(path: Path, settings: dict[str, Any]) -> None:
    # The schema lacks some settings that the commented defaults have, and the other way round.
    known = sorted(get_validator().schema["properties"] | yaml.safe_load(DEFAULTS.read_text("utf-8")))
    for name in settings:
        if name not in known:
            close = get_close_matches(name, known, n=1)
            hint = f"did you mean `{close[0]}`?" if close else f"it knows {', '.join(known)}."
            line = 1 + line_of(yaml_tree(path), (name,))
            raise SourceError(path, line, f"`{name}` is not a setting of Jupyter Book; {hint}")
