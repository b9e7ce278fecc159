"""The tiny course that the engine is tested with, and copies of it for tests to change or break."""

import re
import shutil
from contextlib import chdir
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from betweenus.cli import main
from betweenus.project import Project
from betweenus.project.words import PACKAGE

COURSE = Path(__file__).parent / "course"
# Plainly made up: nobody has reviewed anything here.
MADE_UP = {
    "name": "Mx Made Up",
    "profession": "sleeper",
    "register": "Register of Pillows, 7",
    "country": "Nowhere",
    "conflicts": "",
    "asked-by": "a test",
    "criteria": "restful",
    "verdict": "approves",
    "notes": "",
    "date": "2026-02-11",
    "next": "2099-02-11",
}


@pytest.fixture(scope="session")
def course() -> Project:
    """The tiny course."""
    return Project(COURSE)


@pytest.fixture
def course_copy(tmp_path) -> Path:
    """The folder of a copy of it, to change or break."""
    return copy_course(tmp_path / "course")


@pytest.fixture(scope="session")
def course_book(once, tmp_path_factory) -> Path:
    """The folder of its built book, in which a made-up reviewer has approved the page of the module.

    A passphrase is tried quickly in it; that each try is slow is a test of its own (passphrase.test.js).
    """
    from tests.conftest import built

    def make() -> Path:
        folder = copy_course(tmp_path_factory.mktemp("course"))
        assert sign(folder, "book/modules/sleep.md").exit_code == 0
        return with_quick_tries(built(folder))

    return once("course-book", make)


def with_quick_tries(book: Path) -> Path:
    """A built book whose lock is as any, but takes a few milliseconds for a passphrase instead of a second."""
    script = book / "_static" / "betweenus-vault.js"
    factor = r"\.setScryptWorkFactor\(\w+\)"
    text, times = re.subn(factor, ".setScryptWorkFactor(10)", script.read_text(encoding="utf-8"))
    assert times == 2, "the script that locks is not as it was: on the page and in its worker"
    script.write_text(text, encoding="utf-8")
    return book


@pytest.fixture(scope="session")
def translated(once, tmp_path_factory) -> Path:
    """The folder of a copy of it in the made-up language of `tests.words.pseudo`, built."""
    from tests.conftest import built
    from tests.words.pseudo import translate

    def make() -> Path:
        folder = copy_course(tmp_path_factory.mktemp("translated") / "course")
        translate(folder, PACKAGE / "locale" / "betweenus.pot")
        built(folder)
        return folder

    return once("translated", make)


def copy_course(folder: Path) -> Path:
    """A copy of the tiny course in a folder that is there already or not."""
    ignored = shutil.ignore_patterns("_build", "__pycache__", ".ipynb_checkpoints")
    return shutil.copytree(COURSE, folder, ignore=ignored, dirs_exist_ok=True)


def sign(folder: Path, *pages: str, **said: str) -> Result:
    """Have the made-up reviewer sign for pages, with what is said otherwise than in `MADE_UP`."""
    told = MADE_UP | {name.replace("_", "-"): value for name, value in said.items()}
    options = [part for name, value in told.items() for part in (f"--{name}", value)]
    return review(folder, "sign", *pages, *options)


def review(folder: Path, *arguments: str) -> Result:
    """What `betweenus review` does in a folder."""
    with chdir(folder):
        return CliRunner().invoke(main, ["review", *arguments])


def change(path: Path, pattern: str, text: str) -> None:
    """Put a text in the first place where a pattern fits; it has to fit somewhere."""
    before = path.read_text(encoding="utf-8")
    after, times = re.subn(pattern, lambda match: text, before, count=1, flags=re.MULTILINE)
    assert times == 1, f"{pattern} is not in {path}"
    path.write_text(after, encoding="utf-8")
