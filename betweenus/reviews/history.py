"""Finds words as they once were, by their digest, in the history that git keeps of a project."""

import subprocess
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

from betweenus.project import Project, of_project
from betweenus.reviews.content import SHOWN, Content, content_of


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
        commits = self.commits(path, *SHOWN)
        if not commits:
            return
        # One process reads all files: one for each would take seconds.
        command = ["git", "cat-file", "--batch"]
        with subprocess.Popen(command, cwd=self.root, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as files:
            for commit in commits:
                content = content_of(cache(partial(text_in, files, commit)), path)
                if content:
                    yield content

    def commits(self, *paths: str) -> list[str]:
        command = ["git", "log", "--full-history", "--format=%H", "HEAD", "--", *paths]
        try:
            done = subprocess.run(command, cwd=self.root, capture_output=True, check=True)
        except (OSError, subprocess.CalledProcessError):
            return []
        return done.stdout.decode().split()


def text_in(files: subprocess.Popen, commit: str, path: str) -> str | None:
    """The text of a file in a commit, which `git cat-file` tells after a line with its size."""
    files.stdin.write(f"{commit}:./{path}\n".encode())
    files.stdin.flush()
    told = files.stdout.readline().split()[-1]
    if not told.isdigit():
        return None
    content = files.stdout.read(int(told))
    files.stdout.read(1)
    return content.decode("utf-8", errors="replace")


@of_project
def history_of(project: Project) -> History:
    return History(project.root)
