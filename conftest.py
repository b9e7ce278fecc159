"""In which order tests run, and what of them runs together, when several processes share them (pytest-xdist).

It stands here since it holds for `tests/` and for `notebooks/`.
"""

import pytest
from xdist.scheduler import LoadScopeScheduling

from betweenus.frontend import FrontEndError, build_front_end

# These begin first, in this order: what takes long, and what makes a book, so that nothing waits for one later.
FIRST = (
    "tests/this_course/test_accessibility.py",
    "tests/browser/test_jupyterlab",
    "tests/this_course/test_build.py",
    "tests/book/test_build.py",
    "tests/words/",
    "tests/browser/",
    "tests/this_course/",
)
# Tests under one of these share something that is costly to make, so they run in one process.
TOGETHER = (
    "tests/book/test_build.py",
    "tests/browser/test_jupyterlab.py",
    "tests/browser/test_jupyterlab_home.py",
    "tests/browser/test_pages.py",
    "tests/handouts/",
    "tests/javascript/",
    "tests/journeys/test_spoken.py",
    "tests/this_course/test_handouts.py",
    "tests/this_course/test_pages.py",
    "tests/words/",
)


class Schedule(LoadScopeScheduling):
    """Hands out one test after another, but the cells of a notebook, and tests that share much, as one."""

    def _split_scope(self, nodeid: str) -> str:
        path = nodeid.partition("::")[0]
        shared = next((place for place in TOGETHER if path.startswith(place)), None)
        return shared or (path if path.endswith(".ipynb") else nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log) -> Schedule:
    return Schedule(config, log)


def pytest_configure(config: pytest.Config) -> None:
    """Build the front end as its sources are now, before there is another process."""
    if hasattr(config, "workerinput"):
        return
    try:
        build_front_end()
    except FrontEndError as error:
        pytest.exit(str(error), returncode=1)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=place)


def place(item: pytest.Item) -> int:
    return next((index for index, path in enumerate(FIRST) if item.nodeid.startswith(path)), len(FIRST))
