"""Help near the readers: services that a publisher names once, for the book and for every handout."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated, Any

from docutils import nodes
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, field_validator
from sphinx.util.docutils import SphinxDirective

from betweenus.evidence.claims import Text
from betweenus.project import find_root, read_yaml, templates_in

# A number is worth another look after this time.
FRESH = timedelta(days=365)

templates = templates_in("book")


def in_quotes(value: Any) -> Any:
    if isinstance(value, int):
        raise ValueError("put the number in quotes, so that no zero is lost")
    return value


class Service(BaseModel):
    """Someone who helps.

    Attributes:
        name: of the service.
        contact: a number or an address, and its hours.
        who: for whom it is, as words that go after “for” (`for` in the file).
        checked: the day on which a person rang it or looked it up.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Text
    contact: Annotated[Text, BeforeValidator(in_quotes)]
    who: Annotated[Text, Field(alias="for")]
    checked: date

    @field_validator("checked")
    @classmethod
    def is_past(cls, checked: date) -> date:
        if checked > date.today():
            raise ValueError("this day is still to come; write the one on which you checked the service")
        return checked

    @property
    def checked_on(self) -> str:
        return f"{self.checked.day} {self.checked:%B %Y}"

    @property
    def about(self) -> str:
        """Everything but the name, as sentences."""
        return f"{self.contact.rstrip('.')}. For {self.who.rstrip('.')}. Checked on {self.checked_on}."


class SphinxConfig(BaseModel):
    betweenus_services: tuple[Service, ...] | None = None


class Sphinx(BaseModel):
    config: SphinxConfig | None = None


class Config(BaseModel):
    """The part of `_config.yml` that holds the services."""

    sphinx: Sphinx | None = None


def read_services(root: Path) -> tuple[Service, ...]:
    """The services of `betweenus_services` in `_config.yml`, in their order.

    Raises:
        SourceError: naming file, line, field and what would be right.
    """
    sphinx = read_yaml(root / "_config.yml", Config).sphinx
    return (sphinx and sphinx.config and sphinx.config.betweenus_services) or ()


def stale(root: Path, today: date) -> Iterator[str]:
    """A sentence for each service that nobody has checked for a year. It stops nothing."""
    for service in read_services(root):
        if today - service.checked > FRESH:
            yield (
                f"_config.yml: {service.name} was last checked on {service.checked_on}. "
                "See whether it still answers, and write the new date."
            )


class ServicesDirective(SphinxDirective):
    """```{services}```: the services near the readers; without any, nothing."""

    def run(self):
        services = read_services(find_root(Path(self.env.srcdir)))
        html = templates.get_template("book/services.html").render(services=services)
        return [nodes.raw("", html, format="html")] if services else []
