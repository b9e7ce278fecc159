"""The figures of the tiny course, each for every test that asks for a `figure`."""

from tests.figures.drawing import Drawing
from tests.tiny import COURSE


def pytest_generate_tests(metafunc):
    if "drawing" in metafunc.fixturenames:
        metafunc.parametrize("drawing", Drawing.all_of(COURSE), ids=str)
