"""The shipped course, which these tests are about."""

import pytest

from betweenus.project import Project
from tests.conftest import ROOT
from tests.figures.drawing import Drawing


@pytest.fixture(scope="session")
def shipped() -> Project:
    return Project(ROOT)


def pytest_generate_tests(metafunc):
    if "drawing" in metafunc.fixturenames:
        metafunc.parametrize("drawing", Drawing.all_of(ROOT), ids=str)
