"""The engine's words in a book's language, for pages, scripts and paper.

Every word that the engine shows a person is a message of one gettext catalogue: `betweenus/locale` has the
languages that come with the engine, a course's own `locale` folder may add to them or say it otherwise.
Templates say `_("Close")`, Python `words("Close")`; what is named far from where it is shown, such as the
label of a verdict, is marked with `N_`. Scripts get their words from the markup, Typst from its data.
"""

import io
import json
import re
from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal
from functools import cache
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, format_time
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import NullTranslations, Translations
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from betweenus.art import IN_TEMPLATES

PACKAGE = Path(__file__).parents[1]
DOMAIN = "betweenus"
# English in the book is British, and so are its dates and clock times.
REGIONS = {"en": "en_GB"}
# Not a part of a date, an address or a version.
DECIMAL = re.compile(r"(?<![\w.,/])\d+\.\d+(?!\.?[\w/])")
SCRIPT_JSON = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


def N_(message: str) -> str:
    """Mark a message for the catalogue that is translated only where it is shown."""
    return message


class Words:
    """The words, numbers and times of one language.

    Args:
        language: as in `_config.yml`, such as `en` or `pt-BR`.
        own: a course's `locale` folder, looked at first.
    """

    def __init__(self, language: str = "en", own: Path | None = None):
        self.language = language.replace("_", "-")
        self.locale = locale_of(self.language)
        folders = [PACKAGE / "locale", *([own] if own else [])]
        self.translations = NullTranslations()
        for path in catalogues(self.language, folders):
            found = read_catalogue(path)
            found.add_fallback(self.translations)
            self.translations = found
        self.templates = self._environment()

    @property
    def direction(self) -> str:
        """In which the language is written, `ltr` or `rtl`."""
        return self.locale.text_direction

    def __call__(self, message: str, **values) -> str:
        """A message in this language; `%(name)s` in it stands for a value."""
        said = self.translations.gettext(message)
        return said % values if values else said

    def count(self, one: str, many: str, number: int, **values) -> str:
        """The message for a number, which is `%(num)s` in it."""
        return self.translations.ngettext(one, many, number) % {"num": self.number(number), **values}

    def forms(self, one: str, many: str) -> dict[str, str]:
        """The messages for every kind of number that the language tells apart, by the names that a browser's
        `Intl.PluralRules` gives them. The number is `{num}` in them."""
        rule = self.locale.plural_form
        samples: dict[str, int] = {}
        for number in range(201):
            samples.setdefault(rule(number), number)
        said = {kind: self.translations.ngettext(one, many, number) for kind, number in samples.items()}
        return {"other": self.translations.ngettext(one, many, 100), **said}

    def number(self, value: float) -> str:
        return format_decimal(value, locale=self.locale)

    def decimals(self, text: str) -> str:
        """A text whose decimals are written as in data, such as 0.36, with each as the language writes it: 0,36."""
        return DECIMAL.sub(lambda found: self._decimal(found[0]), text)

    def _decimal(self, digits: str) -> str:
        places = "0" * len(digits.partition(".")[2])
        return format_decimal(Decimal(digits), f"0.{places}", locale=self.locale)

    def clock(self, value: time) -> str:
        """A time of day, such as 18:30."""
        return format_time(value, "short", locale=self.locale)

    def day(self, value: date) -> str:
        """A date with its month in words."""
        return format_date(value, "long", locale=self.locale)

    def month(self, value: date) -> str:
        """A month in words, with its year."""
        return format_skeleton("yMMMM", value, locale=self.locale)

    def render(self, template: str, **context) -> Markup:
        """A template of the engine, named from its package: `evidence/mark.html`."""
        return Markup(self.templates.get_template(template).render(**context))

    def _environment(self) -> Environment:
        environment = Environment(
            loader=FileSystemLoader(PACKAGE),
            extensions=["jinja2.ext.i18n"],
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
        )
        environment.policies["ext.i18n.trimmed"] = True
        environment.install_gettext_translations(self.translations, newstyle=True)
        environment.globals.update(words=self, forms=self.forms, for_script=for_script, **IN_TEMPLATES)
        environment.filters.update(number=self.number, decimals=self.decimals, clock=self.clock, day=self.day)
        return environment


def for_script(**words: str | dict[str, str]) -> Markup:
    """The words that a script shows, as the element that `browser/words.js` reads them from."""
    text = json.dumps(words, ensure_ascii=False)
    for letter, escaped in SCRIPT_JSON.items():
        text = text.replace(letter, escaped)
    return Markup('<script type="application/json" data-words>{}</script>').format(Markup(text))


@cache
def words_of(language: str, own: Path | None = None) -> Words:
    """The words of a language, made once; the engine's catalogues don't change while it runs."""
    return Words(language, own)


def locale_of(language: str) -> Locale:
    """How a language writes numbers and times; English where it isn't known."""
    try:
        return Locale.parse(REGIONS.get(language, language), sep="-" if "-" in language else "_")
    except (UnknownLocaleError, ValueError):
        return Locale.parse(REGIONS["en"])


def catalogues(language: str, folders: list[Path]) -> Iterator[Path]:
    """The catalogues of a language, `pt` before `pt-BR`."""
    for folder in folders:
        for name in dict.fromkeys((language.split("-")[0], language.replace("-", "_"))):
            path = folder / name / "LC_MESSAGES" / f"{DOMAIN}.po"
            if path.is_file():
                yield path


def read_catalogue(path: Path) -> Translations:
    """A `.po` file, with nothing to compile beforehand."""
    with path.open("rb") as file:
        catalogue = read_po(file)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled, domain=DOMAIN)
