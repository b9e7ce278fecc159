"""What everything else is made of: the project, its sources, its settings and the engine's words."""

from betweenus.project.project import Project, of_project
from betweenus.project.sources import SourceError

__all__ = ["Project", "SourceError", "of_project"]
