"""The studies of `seeds/references.bib`."""

import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from markupsafe import Markup
from pybtex.backends.html import Backend
from pybtex.database import Entry, parse_file
from pybtex.exceptions import PybtexError
from pybtex.style.formatting.unsrt import Style

from betweenus.project import Project, SourceError, of_project
from betweenus.project.words import N_, Words

# How an entry was checked, strongest first. What only a listing names carries no verdict alone.
CHECKED = ("Full text read", "Abstract read", "Extract read", "Listing only")
LISTING = "Listing only"
FIELDS = {
    "article": ("author", "title", "journal", "year"),
    "book": ("author", "title", "publisher", "year"),
    "incollection": ("author", "title", "booktitle", "year"),
    "techreport": ("author", "title", "institution", "year"),
    "misc": ("author", "title", "year"),
}
OF_OUR_OWN = ("design", "checked", "finding")
# Fields that an entry may do without, but not leave empty.
IF_KNOWN = ("participants", "population")
# What a study can be, as messages of the catalogue. Only what drew lots can show what causes what.
RANDOMISED = (N_("randomised trial"), N_("randomised experiment"), N_("review of randomised trials"))
DESIGNS = (
    *RANDOMISED,
    N_("trial without lots"),
    N_("longitudinal study"),
    N_("diary study"),
    N_("survey"),
    N_("laboratory study"),
    N_("interviews"),
    N_("review"),
    N_("overview"),
    N_("guideline"),
    N_("information page"),
    N_("law"),
)


@cache
def style() -> Style:
    """How references are set. It looks through all installed packages when it is made."""
    return Style()


@dataclass(frozen=True)
class Reference:
    """One study, ready to print.

    Attributes:
        key: its key in the file.
        entry: the entry as read.
    """

    key: str
    entry: Entry

    @cached_property
    def html(self) -> Markup:
        """The full reference with its link, as safe HTML."""
        [formatted] = style().format_entries([self.entry])
        return Markup(formatted.text.render(Backend("utf-8")))

    def authors_in(self, words: Words) -> str:
        """Who wrote it, as a text names them: the first of several."""
        people = self.entry.persons.get("author") or self.entry.persons["editor"]
        first, *others = [" ".join(map(str, [*one.rich_prelast_names, *one.rich_last_names])) for one in people]
        if len(others) == 1:
            return words("%(first)s and %(second)s", first=first, second=others[0])
        return words("%(first)s and others", first=first) if others else first

    @property
    def anchor(self) -> str:
        """Where it stands on the page of references."""
        return f"study-{self.key}"

    @property
    def year(self) -> str:
        return self.entry.fields["year"]

    @property
    def design(self) -> str:
        return self.entry.fields["design"]

    @property
    def participants(self) -> str:
        """How many people or studies, as read; empty when it wasn't seen."""
        return self.entry.fields.get("participants", "")

    @property
    def people(self) -> int | None:
        """The number of people, where that is all that `participants` says."""
        digits = self.participants.replace(",", "")
        return int(digits) if digits.isdecimal() else None

    @property
    def population(self) -> str:
        """Whom it asked; empty when that doesn't apply."""
        return self.entry.fields.get("population", "")

    @property
    def is_listing(self) -> bool:
        """Whether it is known from a listing alone, so that nobody has seen what it says."""
        return self.entry.fields["checked"].startswith(LISTING)


@of_project
def references_of(project: Project) -> dict[str, Reference]:
    """All references by key.

    Raises:
        SourceError: naming file and line of what is not BibTeX, incomplete, or unchecked.
    """
    path = project.references_file
    try:
        entries = parse_file(str(path), "bibtex", encoding="utf-8").entries
    except PybtexError as error:
        raise SourceError(path, getattr(error, "lineno", None), f"this is not BibTeX: {error}.") from None
    for key, entry in entries.items():
        if wrong := what_is_wrong(entry):
            raise SourceError(path, line_of_reference(path, key), f"{key} {wrong}.")
    return {key: Reference(key, entry) for key, entry in entries.items()}


def what_is_wrong(entry: Entry) -> str:
    """What an entry lacks, as the end of a sentence that begins with its key; empty when it is whole."""
    if entry.type not in FIELDS:
        return f"is of the type {entry.type}; take one of {', '.join(FIELDS)}"
    for name in (*FIELDS[entry.type], *OF_OUR_OWN):
        if not (entry.persons.get(name) or entry.fields.get(name, "").strip()):
            choices = f", with one of {', '.join(DESIGNS)}" if name == "design" else ""
            return f"has no `{name}`; complete it from a page you have seen{choices}, or leave the reference out"
    if not entry.fields["checked"].startswith(CHECKED):
        return f"says in `checked` {entry.fields['checked']!r}; begin with one of: {', '.join(CHECKED)}"
    if entry.fields["design"] not in DESIGNS:
        return f"has the `design` {entry.fields['design']!r}; take one of {', '.join(DESIGNS)}"
    for name in IF_KNOWN:
        if not entry.fields.get(name, "known").strip():
            return f"has an empty `{name}`; say what you have seen, or leave the field out"
    return ""


def line_of_reference(path: Path, key: str) -> int | None:
    lines = path.read_text(encoding="utf-8").splitlines()
    start = re.compile(rf"@\w+\s*\{{\s*{re.escape(key)}\s*,")
    return next((number for number, line in enumerate(lines, start=1) if start.match(line)), None)
