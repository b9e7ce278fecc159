"""The handouts of the tiny course, made once, and its pages to compare them with."""

from pathlib import Path

import pytest

from tests.figures.drawing import project
from tests.handouts.reading import Pages, make_handouts, with_each
from tests.tiny import COURSE


def pytest_generate_tests(metafunc):
    with_each(metafunc, project(COURSE))


@pytest.fixture(scope="session")
def made(course, tmp_path_factory) -> Path:
    """A folder with all handouts of exercises and forms."""
    return make_handouts(course, tmp_path_factory.mktemp("handouts"))


@pytest.fixture(scope="session")
def page(course_book) -> Pages:
    return Pages(course_book)
