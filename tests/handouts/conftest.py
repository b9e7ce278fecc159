"""The handouts of the real exercises and forms, made once."""

from pathlib import Path

import pytest

from betweenus.handouts.make import handouts_from, make_all, sources
from tests.conftest import ROOT


@pytest.fixture(scope="session")
def made(tmp_path_factory) -> Path:
    """A folder with all handouts."""
    folder = tmp_path_factory.mktemp("handouts")
    make_all(handouts_from(ROOT, sources(ROOT).values()), folder)
    return folder
