"""In which order tests run, and what of them runs together, when several processes share them (pytest-xdist).

It stands here since it holds for `tests/` and for `notebooks/`.
"""

import pytest

from betweenus.frontend import FrontEndError, build_front_end

# Tests with these begin first, so that all processes end together: they take long. The first test that needs the book
# builds it, and others that need it wait; so something long that does without it stands before.
FIRST = ("start_lab", "translated", "plain", "small", "visits", "made", "book", "course_book")
# Tests that share one of these, which is costly to make, run in one process.
TOGETHER = ("start_lab", "translated", "plain", "visits", "made")


def pytest_configure(config: pytest.Config) -> None:
    """Build the front end as its sources are now, before there is another process."""
    if hasattr(config, "workerinput"):
        return
    try:
        build_front_end()
    except FrontEndError as error:
        pytest.exit(str(error), returncode=1)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if group := group_of(item):
            item.add_marker(pytest.mark.xdist_group(group))
    items.sort(key=place)


def group_of(item: pytest.Item) -> str | None:
    """Cells of a notebook share its kernel, and tests of one folder may share a fixture."""
    if item.path.suffix == ".ipynb":
        return item.path.name
    return next((f"{item.path.parent.name} {name}" for name in TOGETHER if name in fixtures(item)), None)


def place(item: pytest.Item) -> int:
    return next((index for index, name in enumerate(FIRST) if name in fixtures(item)), len(FIRST))


def fixtures(item: pytest.Item) -> list[str]:
    return getattr(item, "fixturenames", [])
