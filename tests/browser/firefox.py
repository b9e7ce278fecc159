"""A real Firefox ESR, one for all tests of a process, behind the relay that gives its driver what it lacks."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.tools import firefox

# What its driver can't do, by what a test asks of a tab.
CANNOT = {
    "java_script_enabled": "its driver can't switch scripts off",
    "reduced_motion": "its driver can't ask for less motion",
    "color_scheme": "its driver can't choose the dark",
    "media": "its driver can't show a page as printed",
}


def leave_out(**asked: object) -> None:
    """Leave a test out, and say why, if it asks what can't be done."""
    if reason := next((CANNOT[what] for what in asked if what in CANNOT), None):
        pytest.skip(f"firefox: {reason}")


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
    browser = playwright.firefox.launch(channel="moz-firefox", executable_path=firefox_start)
    yield browser
    browser.close()
