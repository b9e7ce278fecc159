"""Who publishes this copy and whom readers write to, as a publisher names them once."""

from collections.abc import Iterator

from betweenus.project import Project
from betweenus.project.directive import ProjectDirective, part


def unnamed(project: Project) -> Iterator[str]:
    """A sentence for each of the two that isn't named. It stops nothing."""
    for name in ("publisher", "contact"):
        if not getattr(project.settings, name):
            yield f"_config.yml: betweenus_{name} is empty, and the page that names it tells readers so."


class PublisherDirective(ProjectDirective):
    """```{publisher}```: who is behind this copy; without a name, that nobody is named."""

    def run(self):
        return [part(self.render("book/publisher.html", settings=self.project.settings))]
