"""Help near the readers: services that a publisher names once, for the book and for every handout."""

from collections.abc import Iterator
from datetime import date, timedelta

from betweenus.project import Project
from betweenus.project.directive import ProjectDirective, part
from betweenus.project.settings import service_facts

# A number is worth another look after this time.
FRESH = timedelta(days=365)


def stale(project: Project, today: date) -> Iterator[str]:
    """A sentence for each service that nobody has checked for a year. It stops nothing."""
    for service in project.settings.services:
        if today - service.checked > FRESH:
            yield (
                f"_config.yml: {service.name} was last checked on {project.words.day(service.checked)}. "
                "See whether it still answers, and write the new date."
            )


class ServicesDirective(ProjectDirective):
    """```{services}```: the services near the readers; without any, nothing."""

    def run(self):
        words = self.project.words
        services = [(service.name, service_facts(service, words)) for service in self.project.settings.services]
        return [part(self.render("book/services.html", services=services))] if services else []
