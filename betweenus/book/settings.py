"""What `_config.yml` says, for the parts of the course that are made beside the pages."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from betweenus.project import read_yaml


@dataclass(frozen=True)
class Settings:
    """The settings that more than the pages need.

    Attributes:
        title: the book's.
        language: of its words, such as `en`.
        markdown: extensions of Markdown that its texts use.
    """

    title: str
    language: str
    markdown: tuple[str, ...]


@cache
def read_settings(root: Path) -> Settings:
    """The settings of a project.

    Raises:
        SourceError: naming file and line when the file cannot be read.
    """
    settings = read_yaml(root / "_config.yml", dict[str, Any])
    sphinx = (settings.get("sphinx") or {}).get("config") or {}
    return Settings(
        title=settings.get("title") or "",
        language=sphinx.get("language", "en").replace("_", "-").split("-")[0],
        markdown=tuple(sphinx.get("myst_enable_extensions", ())),
    )
