"""Finds the programs that tests need and pip cannot bring, or brings them."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from filelock import FileLock
from playwright.sync_api import sync_playwright

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# Tests run in several processes, of which one installs.
LOCK = FileLock(Path(tempfile.gettempdir()) / "betweenus-tools.lock")


class ToolMissing(RuntimeError):
    """A program could not be had; the message is one sentence that says what to install."""


def chromium() -> str:
    """The path of a Chromium: one on the path, else Debian's package, else Playwright's own."""
    path = on_path(*CHROMIUM) or from_debian("chromium", *CHROMIUM) or from_playwright()
    if not path:
        raise ToolMissing("The tests need Chromium: install it (on Debian: apt install chromium) and run again.")
    return path


def headless_chromium() -> str:
    """The path of Chromium's headless shell: the same engine without a window, so that a tab takes half the time.

    Where it can't be had, that of a whole Chromium.
    """
    shell = "chromium-headless-shell"
    return on_path(shell) or from_debian(shell, shell) or chromium()


def firefox() -> str:
    """The path of a Firefox: one on the path, else Debian's package."""
    path = on_path("firefox-esr", "firefox") or from_debian("firefox-esr", "firefox-esr")
    if not path:
        raise ToolMissing("The tests need Firefox: run apt install firefox-esr, and run again.")
    return path


def webkit() -> tuple[str, str]:
    """The paths of WebKit's driver and of the browser that it drives, from Debian's packages; they need a screen."""
    driver = on_path("WebKitWebDriver") or from_debian("webkit2gtk-driver", "WebKitWebDriver")
    screen = on_path("Xvfb") or from_debian("xvfb", "Xvfb")
    browser = next(iter(sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))), None)
    if not (driver and screen and browser):
        raise ToolMissing("The tests need WebKit: run apt install webkit2gtk-driver xvfb, and run again.")
    return driver, str(browser)


def orca() -> str:
    """The path of the screen reader Orca, from Debian's packages, with what presses keys for it and what it needs."""
    for program, package in (
        ("Xvfb", "xvfb"),
        ("dbus-daemon", "dbus-daemon"),
        ("xdotool", "xdotool"),
        ("orca", "orca"),
    ):
        if not (on_path(program) or from_debian(package, program)):
            raise ToolMissing("The tests need Orca: run apt install orca xdotool dbus-daemon xvfb, and run again.")
    return on_path("orca")


def age() -> str:
    """The path of the program age: one on the path, else Debian's package."""
    path = on_path("age") or from_debian("age", "age")
    if not path:
        raise ToolMissing("The tests need the program age: install it (Debian and Homebrew have it) and run again.")
    return path


def java() -> str:
    """The path of a Java: one on the path, else Debian's package."""
    path = on_path("java") or from_debian("default-jre-headless", "java")
    if not path:
        raise ToolMissing("The tests need Java, version 11 or newer: install it and run again.")
    return path


def on_path(*names: str) -> str | None:
    return next((path for name in names if (path := shutil.which(name))), None)


def from_debian(package: str, *names: str) -> str | None:
    if not shutil.which("apt-get") or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return None
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    with LOCK:
        if path := on_path(*names):
            return path
        for command in (["update"], ["install", "--yes", "--no-install-recommends", package]):
            subprocess.run(["apt-get", "--quiet", "--quiet", *command], env=environment, stdout=sys.stderr)
    return on_path(*names)


def from_playwright() -> str | None:
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    with LOCK:
        subprocess.run(command, stdout=sys.stderr, stderr=sys.stderr)
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None
