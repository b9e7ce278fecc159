"""The shipped course, which these tests are about."""

from pathlib import Path

import pytest

from betweenus.project import Project
from tests.browser.conftest import engine, pytest_runtest_makereport, reading_in, served, tab  # noqa: F401
from tests.conftest import ROOT
from tests.figures.drawing import Drawing, project
from tests.handouts.reading import Pages, make_handouts, with_each


@pytest.fixture(scope="session")
def shipped() -> Project:
    return project(ROOT)


@pytest.fixture(scope="session")
def course(shipped) -> Project:
    """It stands where the tiny course does in the tests of the engine."""
    return shipped


@pytest.fixture(scope="session")
def course_book(book) -> Path:
    return book


@pytest.fixture(scope="session")
def served_course(served) -> str:  # noqa: F811
    return served


@pytest.fixture(scope="session")
def made(shipped, tmp_path_factory) -> Path:
    """A folder with all handouts of its exercises and forms."""
    return make_handouts(shipped, tmp_path_factory.mktemp("handouts"))


@pytest.fixture(scope="session")
def page(book) -> Pages:
    return Pages(book)


def pytest_generate_tests(metafunc):
    with_each(metafunc, project(ROOT))
    if "drawing" in metafunc.fixturenames:
        metafunc.parametrize("drawing", Drawing.all_of(ROOT), ids=str)
