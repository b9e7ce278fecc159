"""What everything else is made of: the project, its sources, its settings and the engine's words."""

from betweenus.project.sources import *  # noqa: F403
from betweenus.project.sources import find_root, work_in  # noqa: F401
from betweenus.project.project import Project, of_project
from betweenus.project.sources import SourceError
