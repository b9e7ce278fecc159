"""The settings of a publisher: what `_config.yml` says that Jupyter Book does not know by itself.

Each setting is one field here. From it come the value that Sphinx knows, the check with its hint, the JSON
Schema for editors, and the page that tells of the settings.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from betweenus.project.help import Line
from betweenus.project.sources import SourceError, hint, line_of, read_yaml, yaml_tree
from betweenus.project.text import Address, Text, web_address
from betweenus.project.words import N_

PREFIX = "betweenus_"


def empty_if_none(value: Any) -> Any:
    """A heading in YAML with nothing below it."""
    return {} if value is None else value


def nothing_if_none(value: Any) -> Any:
    """A list in YAML with nothing in it."""
    return () if value is None else value


def mail_or_page(value: str) -> str:
    if not value or re.fullmatch(r"[^\s/:@]+@[^\s/:@]+", value):
        return value
    if not value.startswith("http"):
        raise ValueError("write a mail address, or the whole address of a page")
    return web_address(value)


def short_label(value: str) -> str:
    if not 0 < len(value.strip()) <= 20:
        raise ValueError("write one to three words, 20 letters at most, so that it fits on a phone")
    return value


def above_zero(value: float) -> float:
    if value <= 0:
        raise ValueError("write a number greater than 0")
    return value


def light_alone(value: Any) -> Any:
    """One colour is the one in light."""
    return {"light": value} if isinstance(value, str) else value


Hex = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]


class Shades(BaseModel):
    """A colour in light and in dark; without the second, it is made from the first."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    light: Hex
    dark: Hex | None = None


Colour = Annotated[
    Shades,
    BeforeValidator(light_alone, json_schema_input_type=Hex | Shades),
]


class Colours(BaseModel):
    """The colours of a publisher.

    Attributes:
        accent: of links and of what is to be pressed.
        second: of what is about safety, and around what has the focus.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    accent: Colour | None = None
    second: Colour | None = None


class Settings(BaseModel):
    """The settings under `sphinx.config` whose names begin with `betweenus_`."""

    model_config = ConfigDict(alias_generator=PREFIX.__add__, frozen=True)

    exit_url: Annotated[
        Address,
        Field(
            description="Where the quick exit at the top of every page leads. Choose a page that loads fast, "
            "that your readers might have open anyway, and that shows no past visits or suggestions of its own."
        ),
    ] = "https://www.wikipedia.org/"
    exit_label: Annotated[
        str, AfterValidator(short_label), Field(description="What the quick exit says: one to three words.")
    ] = N_("Quick exit")
    publisher: Annotated[
        str,
        Field(
            description="Who publishes this copy: the name of a clinic, a club, a person. The page About says it, and "
            "where nothing is set it says that nobody is named."
        ),
    ] = ""
    contact: Annotated[
        str,
        AfterValidator(mail_or_page),
        Field(
            description="How readers reach the publisher, about a mistake or a question: a mail address, or the whole "
            "address of a page. The page About says it too."
        ),
    ] = ""
    quiet_titles: Annotated[
        bool,
        Field(
            strict=True,
            description="Whether the browser's tab and history say “Modules 2” or “Your own pages”, and not what "
            "a page is about. The names come from the parts in `_toc.yml`.",
        ),
    ] = True
    colours: Annotated[
        Colours,
        BeforeValidator(empty_if_none),
        Field(
            validate_default=True,
            description="Colours of your own: `accent` for links and buttons, `second` for what is about safety. Each "
            'is one colour such as `"#7a2e55"`, from which the one for dark screens is made, or two, as `light` and '
            "`dark`. Fills, figures and artwork follow. `betweenus check` measures whether all can be read.",
        ),
    ] = {}
    services: Annotated[
        tuple[Line, ...],
        BeforeValidator(nothing_if_none),
        Field(
            description="Help near your readers, each with `name`, `number`, `for` and `checked`, and perhaps `hours`, "
            "`also` and `page`. It stands first on the page Help, on the stage and on every handout. Ring each number "
            "yourself before you name it."
        ),
    ] = ()
    countries: Annotated[
        tuple[Text, ...],
        BeforeValidator(nothing_if_none),
        Field(
            description="The countries of `seeds/help.yml` that your readers live in, by their names there. The page "
            "Help then lists these alone, and their lines stand on the stage and on every handout. Without any, the "
            "page lists all."
        ),
    ] = ()
    lock_minutes: Annotated[
        int | float,
        AfterValidator(above_zero),
        Field(
            description="After how many minutes without a touch the answers kept on a device lock themselves.",
            json_schema_extra={"exclusiveMinimum": 0},
        ),
    ] = 15


def sphinx_values() -> Iterator[tuple[str, Any]]:
    """The name by which Sphinx knows each setting, and what holds where nothing is set."""
    for name, field in Settings.model_fields.items():
        yield PREFIX + name, field.default


def settings_schema() -> dict:
    """The JSON Schema of `_config.yml`, as far as the settings are ours, which lets editors complete and check it."""
    ours = Settings.model_json_schema()
    config = {"type": "object", "properties": ours["properties"]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The settings of the book",
        "type": "object",
        "properties": {"sphinx": {"type": "object", "properties": {"config": config}}},
        "$defs": ours.get("$defs", {}),
    }


class SphinxConfig(Settings):
    """The part of `sphinx.config` that the engine reads, its own settings among it."""

    language: Annotated[str, Field(alias="language")] = "en"
    markdown: Annotated[tuple[str, ...], Field(alias="myst_enable_extensions")] = ()


class Sphinx(BaseModel):
    config: Annotated[SphinxConfig, BeforeValidator(empty_if_none)] = SphinxConfig()


class Config(BaseModel):
    """The part of `_config.yml` that the engine reads.

    Attributes:
        title: the book's.
        sphinx: what is set for Sphinx, in which the publisher's settings are.
    """

    title: Annotated[str, BeforeValidator(str)] = ""
    sphinx: Annotated[Sphinx, BeforeValidator(empty_if_none)] = Sphinx()


def read_config(path: Path) -> Config:
    """Read `_config.yml`.

    Raises:
        SourceError: naming file, line, setting and what would be right.
    """
    config = read_yaml(path, dict[str, Any])
    refuse_unknown(path, (config.get("sphinx") or {}).get("config") or {})
    return read_yaml(path, Config)


def refuse_unknown(path: Path, values: dict[str, Any]) -> None:
    """Refuse a setting that would be ours and that nobody reads."""
    known = [PREFIX + name for name in Settings.model_fields]
    for name in values:
        if name.startswith(PREFIX) and name not in known:
            line = 1 + line_of(yaml_tree(path), ("sphinx", "config", name))
            raise SourceError(path, line, f"`sphinx.config.{name}` is not a setting; {hint(name, known)}")
