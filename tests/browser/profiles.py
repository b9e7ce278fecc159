"""Browsers with profile folders of their own, which can be closed and killed."""

import json
import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import lz4.block
from playwright.sync_api import BrowserType

from tests.browser.chromium import QUIET
from tests.tools import chromium
from tests.until import PATIENCE, until

OF_MOZILLA = b"mozLz40\0"


def files_in(profile: Path) -> Iterator[bytes]:
    """What is in each file."""
    for path in sorted(profile.rglob("*")):
        try:
            yield plain(path.read_bytes())
        except OSError:  # a folder, a socket, or gone since
            continue


def plain(content: bytes) -> bytes:
    """As it was before Firefox made it smaller, unless it is but half written."""
    try:
        return lz4.block.decompress(content.removeprefix(OF_MOZILLA)) if content.startswith(OF_MOZILLA) else content
    except lz4.block.LZ4BlockError:
        return content


class Chromium:
    """It can be started again, and then brings back its tabs."""

    def __init__(self, browser_type: BrowserType, profile: Path):
        self.browser_type, self.profile = browser_type, profile

    def start(self) -> "Chromium":
        # Playwright may wait for ever for the page that a new profile begins with.
        first = [] if self.profile.exists() else ["about:blank"]
        self._bring_back_tabs()
        port = self.profile / "DevToolsActivePort"
        port.unlink(missing_ok=True)
        options = ["--headless=new", "--remote-debugging-port=0", "--restore-last-session", "--no-first-run"]
        command = [chromium(), *QUIET, *options, f"--user-data-dir={self.profile}", *first]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until(lambda: port.exists() and port.read_text().count("\n"), "the port of its driver")
        address = f"http://127.0.0.1:{port.read_text().splitlines()[0]}"
        self.context = self.browser_type.connect_over_cdp(address).contexts[0]
        return self

    def _bring_back_tabs(self) -> None:
        """Answer beforehand what the browser asks after a crash: whether to bring back the tabs."""
        preferences = self.profile / "Default" / "Preferences"
        if not self.profile.exists():
            return
        kept = json.loads(preferences.read_text(encoding="utf-8")) if preferences.exists() else {}
        kept.setdefault("profile", {})["exit_type"] = "Normal"
        preferences.write_text(json.dumps(kept), encoding="utf-8")

    def close(self) -> None:
        session = self.context.browser.new_browser_cdp_session()
        session.send("Browser.close")
        self.process.wait(PATIENCE)

    def crash(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(PATIENCE)

    def end(self) -> None:
        """Whatever it does."""
        self.process.kill()


class Firefox:
    # It would bring back its tabs, and writes what it needs for that to the disk, here after a second.
    PREFERENCES = {
        "browser.sessionstore.interval": 1000,
        "browser.sessionstore.interval.idle": 1000,
        "browser.sessionstore.resume_from_crash": True,
        "browser.startup.page": 3,
    }

    def __init__(self, browser_type: BrowserType, profile: Path, relay: Path):
        """
        Args:
            browser_type: what drives it.
            profile: its folder.
            relay: what starts it.
        """
        self.browser_type, self.profile, self.group = browser_type, profile, profile.with_suffix(".group")
        self.relay = profile.with_suffix(".start")
        self.relay.write_text(f'#!/bin/sh\necho $$ > "{self.group}"\nexec "{relay}" "$@"\n')
        self.relay.chmod(0o755)

    def start(self) -> "Firefox":
        self.context = self.browser_type.launch_persistent_context(
            self.profile, channel="moz-firefox", executable_path=self.relay, firefox_user_prefs=self.PREFERENCES
        )
        return self

    def close(self) -> None:
        self.context.close()

    def crash(self) -> None:
        os.killpg(int(self.group.read_text()), signal.SIGKILL)

    def end(self) -> None:
        """Whatever it does."""
        try:
            self.crash()
        except ProcessLookupError:
            return


Browser = Chromium | Firefox
