"""What all tests share: the project's folder, and the book built once from a copy of it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

from betweenus.frontend import build_front_end
from tests.tiny import course, course_copy  # noqa: F401
from tests.tools import ToolMissing

# How long an example takes depends on the machine and says nothing of whether it holds.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

ROOT = Path(__file__).parents[1]
SOURCES = ["course.yml", "_config.yml", "_toc.yml", "book", "notebooks", "exercises", "seeds", "figures"]


@pytest.fixture(scope="session", autouse=True)
def bundles() -> None:
    """The front end as its sources are now."""
    build_front_end()


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


def need(tool) -> str:
    """The path of a program from `tests.tools`; without it no test runs, rather than some silently."""
    try:
        return tool()
    except ToolMissing as error:
        pytest.exit(str(error), returncode=1)


def copy_sources(folder: Path) -> Path:
    """A copy of everything that makes the book, for tests to build or break."""
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            ignored = shutil.ignore_patterns(".ipynb_checkpoints")
            shutil.copytree(source, folder / name, ignore=ignored)
        else:
            shutil.copy(source, folder / name)
    return folder


def build(folder: Path) -> subprocess.CompletedProcess:
    """Build a project the plain way, with `jupyter-book build .`."""
    command = "import sys; from jupyter_book.cli.main import main; sys.argv[0] = 'jupyter-book'; main()"
    return subprocess.run(
        [sys.executable, "-c", command, "build", "."], cwd=folder, capture_output=True, text=True
    )


@pytest.fixture(scope="session")
def project(tmp_path_factory) -> Path:
    return copy_sources(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="session")
def book(project) -> Path:
    """The folder of the built book."""
    result = build(project)
    assert result.returncode == 0, result.stdout + result.stderr
    return project / "_build" / "html"
