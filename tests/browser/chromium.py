"""Finds a real Chromium, or brings one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = "The browser tests need Chromium: install it (on Debian: apt install chromium) and run again."


def chromium() -> str:
    """The path of a Chromium: one on the path, else Debian's package, else Playwright's own.

    Raises:
        RuntimeError: when none can be had, with one sentence that says what to install.
    """
    path = on_path() or from_debian() or from_playwright()
    if not path:
        raise RuntimeError(MISSING)
    return path


def on_path() -> str | None:
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def from_debian() -> str | None:
    if not shutil.which("apt-get") or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return None
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
        subprocess.run(["apt-get", "--quiet", "--quiet", *command], env=environment, stdout=sys.stderr)
    return on_path()


def from_playwright() -> str | None:
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    subprocess.run(command, stdout=sys.stderr, stderr=sys.stderr)
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None
