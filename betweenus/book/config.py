"""Checks `_config.yml` before Jupyter Book reads it."""

from difflib import get_close_matches
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
from jupyter_book.config import PATH_YAML_DEFAULT as DEFAULTS
from jupyter_book.config import get_validator

from betweenus.book.services import read_services
from betweenus.project import SourceError, line_of, read_yaml, yaml_tree

# A page that loads fast, shows the same to everyone and fits any screen that someone looks at.
EXIT_URL = "https://www.wikipedia.org/"
EXIT_LABEL = "Quick exit"
LONGEST_LABEL = 20


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
    check_exit(path, (settings.get("sphinx") or {}).get("config") or {})
    read_services(path.parent)


def check_exit(path: Path, settings: dict[str, Any]) -> None:
    """A quick exit that leads nowhere is worse than none, so it stops the build."""
    if not is_web_address(settings.get("betweenus_exit_url", EXIT_URL)):
        raise wrong(path, "betweenus_exit_url", f"write the whole address of a page, such as {EXIT_URL}")
    label = settings.get("betweenus_exit_label", EXIT_LABEL)
    if not isinstance(label, str) or not 0 < len(label.strip()) <= LONGEST_LABEL:
        message = f"write one to three words, {LONGEST_LABEL} letters at most, so that it fits on a phone"
        raise wrong(path, "betweenus_exit_label", message)
    if not isinstance(settings.get("betweenus_quiet_titles", True), bool):
        raise wrong(path, "betweenus_quiet_titles", "write true or false")


def is_web_address(address: Any) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in address
    except (AttributeError, TypeError, ValueError):
        return False


def wrong(path: Path, name: str, message: str) -> SourceError:
    line = 1 + line_of(yaml_tree(path), ("sphinx", "config", name))
    return SourceError(path, line, f"`sphinx.config.{name}`: {message}.")


def refuse_unknown(path: Path, settings: dict[str, Any]) -> None:
    # The schema lacks some settings that the commented defaults have, and the other way round.
    known = sorted(get_validator().schema["properties"] | yaml.safe_load(DEFAULTS.read_text("utf-8")))
    for name in settings:
        if name not in known:
            close = get_close_matches(name, known, n=1)
            hint = f"did you mean `{close[0]}`?" if close else f"it knows {', '.join(known)}."
            line = 1 + line_of(yaml_tree(path), (name,))
            raise SourceError(path, line, f"`{name}` is not a setting of Jupyter Book; {hint}")
