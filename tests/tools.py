"""Finds the programs that tests need and pip cannot bring, or brings them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class ToolMissing(RuntimeError):
    """A program could not be had; the message is one sentence that says what to install."""


def chromium() -> str:
    """The path of a Chromium: one on the path, else Debian's package, else Playwright's own."""
    path = on_path(*CHROMIUM) or from_debian("chromium", *CHROMIUM) or from_playwright()
    if not path:
        raise ToolMissing("The tests need Chromium: install it (on Debian: apt install chromium) and run again.")
    return path


def age() -> str:
    """The path of the program age: one on the path, else Debian's package."""
    path = on_path("age") or from_debian("age", "age")
    if not path:
        raise ToolMissing("The tests need the program age: install it (Debian and Homebrew have it) and run again.")
    return path


def on_path(*names: str) -> str | None:
    return next((path for name in names if (path := shutil.which(name))), None)


def from_debian(package: str, *names: str) -> str | None:
    if not shutil.which("apt-get") or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return None
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "--yes", "--no-install-recommends", package]):
        subprocess.run(["apt-get", "--quiet", "--quiet", *command], env=environment, stdout=sys.stderr)
    return on_path(*names)


def from_playwright() -> str | None:
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    subprocess.run(command, stdout=sys.stderr, stderr=sys.stderr)
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None
