"""Finds words as they once were, by their digest, in the history that git keeps of a project."""

import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from betweenus.project import Project, of_project
from betweenus.reviews.content import SHOWN, Content, Read, content_of


class History:
    """The versions of the pages of a project; none where git, or its history, is missing.

    Args:
        root: the folder of the project.
    """

    def __init__(self, root: Path):
        self.root = root
        self.find = cache(self._find)

    def _find(self, path: str, digest: str) -> Content | None:
        """The words of a page that have this digest, if it ever had them."""
        return next((content for content in self.versions(path) if content.digest == digest), None)

    def versions(self, path: str) -> Iterator[Content]:
        """The words of a page in each commit that may have changed them, the newest first."""
        commits = self._git("log", "--full-history", "--format=%H", "HEAD", "--", path, *SHOWN) or ""
        for commit in commits.split():
            content = content_of(self._reader(commit), path)
            if content:
                yield content

    def _reader(self, commit: str) -> Read:
        return cache(lambda path: self._git("show", f"{commit}:./{path}"))

    def _git(self, *arguments: str) -> str | None:
        try:
            done = subprocess.run(["git", *arguments], cwd=self.root, capture_output=True, check=True)
        except (OSError, subprocess.CalledProcessError):
            return None
        return done.stdout.decode("utf-8", errors="replace")


@of_project
def history_of(project: Project) -> History:
    return History(project.root)
