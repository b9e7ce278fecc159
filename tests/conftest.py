"""What all tests share: the project's folder, and the book built once from a copy of it.

Tests run in several processes side by side (pytest-xdist); what is costly is made by the first that needs it.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from filelock import FileLock
from hypothesis import settings

from betweenus.project.settings import PREFIX
from tests.browser.chromium import browser, playwright  # noqa: F401
from tests.tiny import course, course_book, course_copy, translated  # noqa: F401
from tests.tools import ToolMissing

# How long an example takes depends on the machine and says nothing of whether it holds.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

ROOT = Path(__file__).parents[1]
SOURCES = [
    "CITATION.cff",
    "course.yml",
    "_config.yml",
    "_toc.yml",
    "book",
    "notebooks",
    "exercises",
    "seeds",
    "figures",
    "reviews",
]


@pytest.fixture(scope="session")
def once(tmp_path_factory, worker_id) -> Callable[[str, Callable[[], Path]], Path]:
    """A function that makes something once for all processes: the first makes it, the others wait for it.

    It takes a name and a function that makes it and returns its path. What could not be made fails in all of them.
    """
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent

    def made(name: str, make: Callable[[], Path]) -> Path:
        answer = shared / f"{name}.json"
        with FileLock(shared / f"{name}.lock"):
            if not answer.is_file():
                answer.write_text(json.dumps(outcome(make)), encoding="utf-8")
        told = json.loads(answer.read_text(encoding="utf-8"))
        if "failed" in told:
            pytest.fail(told["failed"], pytrace=False)
        return Path(told["made"])

    return made


def outcome(make: Callable[[], Path]) -> dict[str, str]:
    try:
        return {"made": str(make())}
    except Exception as error:
        return {"failed": f"{type(error).__name__}: {error}"}


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


def pytest_exception_interact(node: pytest.Item, call: pytest.CallInfo) -> None:
    """Without a program that some tests need none runs, rather than some silently."""
    if isinstance(call.excinfo.value, ToolMissing):
        node.session.shouldstop = str(call.excinfo.value)


def without_publisher(config: str) -> str:
    """Settings without what a publisher changes, so that no test depends on it."""
    settings = yaml.safe_load(config)
    ours = settings["sphinx"]["config"]
    settings["sphinx"]["config"] = {name: ours[name] for name in ours if not name.startswith(PREFIX)}
    return yaml.safe_dump(settings | {"title": "Between Us", "author": "", "copyright": "", "logo": ""})


def copy_sources(folder: Path) -> Path:
    """A copy of everything that makes the book, for tests to build or break."""
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            ignored = shutil.ignore_patterns(".ipynb_checkpoints")
            shutil.copytree(source, folder / name, ignore=ignored)
        else:
            shutil.copy(source, folder / name)
    config = folder / "_config.yml"
    config.write_text(without_publisher(config.read_text(encoding="utf-8")), encoding="utf-8")
    return folder


def build(folder: Path) -> subprocess.CompletedProcess:
    """Build a project the plain way, with `jupyter-book build .`."""
    command = "import sys; from jupyter_book.cli.main import main; sys.argv[0] = 'jupyter-book'; main()"
    return subprocess.run([sys.executable, "-c", command, "build", "."], cwd=folder, capture_output=True, text=True)


def built(folder: Path) -> Path:
    """The folder of the book that a project makes."""
    result = build(folder)
    assert result.returncode == 0, result.stdout + result.stderr
    return folder / "_build" / "html"


@pytest.fixture(scope="session")
def book(once, tmp_path_factory) -> Path:
    """The folder of the built book."""
    return once("book", lambda: built(copy_sources(tmp_path_factory.mktemp("project"))))
