"""A real Firefox ESR, one for all tests of a process, behind the relay that gives its driver what it lacks."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.tools import firefox

PREFERENCES = {
    # A screen to fill is not there. The stage then stays within its window, as on a phone.
    "full-screen-api.enabled": False,
    # Given to the page itself. Given to the window, a click goes to where things were in the last picture that was
    # drawn, which on a busy machine is an old one.
    "remote.events.async.mouse.enabled": False,
    "remote.events.async.wheel.enabled": False,
}


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
    browser = playwright.firefox.launch(
        channel="moz-firefox", executable_path=firefox_start, firefox_user_prefs=PREFERENCES
    )
    yield browser
    browser.close()
