"""A real Firefox ESR, one for all tests of a process, behind the relay that gives its driver what it lacks."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.tools import firefox


@pytest.fixture(scope="session")
def firefox_start(tmp_path_factory) -> Path:
    """What starts Firefox behind the relay."""
    if sys.platform != "linux":
        pytest.skip("Firefox ESR is tried on Linux only")
    start = tmp_path_factory.mktemp("firefox") / "start"
    start.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tests.journeys.relay "{firefox()}" "$@"\n')
    start.chmod(0o755)
    return start


@pytest.fixture(scope="session")
def firefox_esr(playwright, firefox_start) -> Iterator[Browser]:
    # A screen to fill is not there. The stage then stays within its window, as on a phone.
    preferences = {"full-screen-api.enabled": False}
    browser = playwright.firefox.launch(
        channel="moz-firefox", executable_path=firefox_start, firefox_user_prefs=preferences
    )
    yield browser
    browser.close()
