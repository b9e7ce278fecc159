"""Help near the readers and in their countries, as the book lists it, and what has to be looked at again."""

from collections.abc import Iterator
from datetime import date, timedelta

from betweenus.project import Project, SourceError
from betweenus.project.directive import ProjectDirective, part
from betweenus.project.help import Country
from betweenus.project.settings import PREFIX
from betweenus.project.sources import hint, line_of, shown, yaml_tree

# A number is worth another look after this time.
FRESH = timedelta(days=365)


def check_help(project: Project) -> Iterator[SourceError]:
    """What is wrong with the file of lines, and with the countries that a publisher chose of it."""
    known = [country.country for country in project.help.countries]
    for place, name in enumerate(project.settings.countries):
        if name not in known:
            steps = ("sphinx", "config", f"{PREFIX}countries", place)
            line = 1 + line_of(yaml_tree(project.config_file), steps)
            where = shown(project.help_file)
            yield SourceError(project.config_file, line, f"{where} has no country {name!r}; {hint(name, known)}")


def stale(project: Project, today: date) -> Iterator[str]:
    """A sentence for each service, and one for each country, with what nobody has seen for a year. It stops nothing."""
    words = project.words
    for service in project.settings.services:
        if today - service.checked > FRESH:
            yield (
                f"_config.yml: {service.name} was last checked on {words.day(service.checked)}. "
                "See whether it still answers, and write the new date."
            )
    for country in project.chosen_countries or project.help.countries:
        if names := older(country, today):
            yield (
                f"{shown(project.help_file)}: {country.country}: what was copied is older than a year for "
                f"{', '.join(names)}. Look for a newer page of each."
            )


def older(country: Country, today: date) -> list[str]:
    """The names of what rests on a page that is older than a year, each with its date."""
    return [f"{name} ({each.dated or each.checked})" for name, each in country.copied if today - each.as_of > FRESH]


class HelpLinesDirective(ProjectDirective):
    """```{help-lines}```: the services near the readers, lines country by country, and lists for every country."""

    def run(self):
        project = self.project
        countries = project.chosen_countries or project.help.countries
        listed = {"services": project.settings.services, "help": project.help, "countries": countries}
        if not any((listed["services"], project.help.everywhere, countries)):
            return []
        return [part(self.render("book/help.html", words=project.words, **listed), kind="help-lines")]
