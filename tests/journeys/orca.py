"""Orca, a real screen reader, beside a real Firefox on a screen that nobody sees, and all that Orca says.

Orca hands what it says to a speech server. Here that is `Ears`, which writes it down. Keys are pressed as a keyboard
presses them, so that Orca gets them first, as it does from a person.
"""

import json
import os
import re
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Thread, Timer
from typing import BinaryIO

from playwright.sync_api import Locator, Page, Playwright

from tests.browser.webkit import screen
from tests.journeys.transcript import Step
from tests.tools import orca
from tests.until import PATIENCE, until

SILENCE = 0.5  # seconds; Orca waits a tenth of one before it says what a page announces
LATE = 10.0  # seconds that something surely said may take on a busy machine
SPOKEN = 0.02  # seconds that the voice takes for a sentence
# Whoever presses a key knows which. Everything else is as Orca comes.
PREFERENCES = {"enableKeyEcho": False, "sayAllOnLoad": False}
PROFILE = {"profile": ["Default", "default"]}
# Where the stage opens no window of its own for the notes.
SIZE = ["--width=900", "--height=900"]
# Its own question whether a site may keep things for good, and its list of downloads, are no part of the course.
FIREFOX = {"permissions.default.persistent-storage": 2, "browser.download.alwaysOpenPanel": False}
TAG = re.compile(r"<[^>]*>")
ANSWERS = {
    "HISTORY GET": "245-1\r\n245 OK CLIENT ID SENT",
    "LIST": "249-none en none\r\n249 OK VOICE LIST SENT",
    "GET": "251-none\r\n251 OK GET RETURNED",
}


class Ears:
    """A speech server, in the protocol of Speech Dispatcher (SSIP).

    Args:
        path: of the socket that it listens at.

    Attributes:
        heard: what was said, in order, with None where Orca bade the voice be silent.
        last: when that was.
    """

    def __init__(self, path: Path) -> None:
        self.heard: list[str | None] = []
        self.last = time.monotonic()
        listening = socket.socket(socket.AF_UNIX)
        listening.bind(str(path))
        listening.listen()
        Thread(target=self.listen, args=[listening], daemon=True).start()

    def listen(self, listening: socket.socket) -> None:
        while True:
            caller, _ = listening.accept()
            Thread(target=self.talk, args=[caller.makefile("rwb", buffering=0)], daemon=True).start()

    def talk(self, line: BinaryIO) -> None:
        for command in line:
            self.answer(command.decode().strip(), line)

    def answer(self, command: str, line: BinaryIO) -> None:
        verb, _, rest = command.partition(" ")
        if verb == "SPEAK":
            send(line, "230 OK RECEIVING DATA")
            self.say(words(line), line)
        elif verb == "CHAR":
            self.say(rest, line)
        elif verb in ("CANCEL", "STOP"):
            self.note(None)
            send(line, "210 OK STOPPED")
        else:
            send(line, next((told for asked, told in ANSWERS.items() if command.startswith(asked)), "200 OK"))

    def say(self, said: str, line: BinaryIO) -> None:
        self.note(said)
        number = len(self.heard)
        send(line, f"225-{number}\r\n225 OK MESSAGE QUEUED")
        told = [f"{code}-{number}\r\n{code}-1\r\n{code} {event}" for code, event in ((701, "BEGIN"), (702, "END"))]
        Timer(SPOKEN, send, [line, "\r\n".join(told)]).start()

    def note(self, said: str | None) -> None:
        self.heard.append(said)
        self.last = time.monotonic()


def send(line: BinaryIO, answer: str) -> None:
    line.write(f"{answer}\r\n".encode())


def words(line: BinaryIO) -> str:
    """What follows, up to a line with nothing but a full stop."""
    said = b"".join(iter(line.readline, b".\r\n")).decode()
    return " ".join(TAG.sub("", said).split())


class Reader:
    """Somebody at the keyboard who hears the page.

    Args:
        page: in Firefox.
        ears: what hears Orca.
        orca: its process.
        environment: in which keys are pressed.
    """

    def __init__(self, page: Page, ears: Ears, orca: subprocess.Popen, environment: dict[str, str]) -> None:
        self.page, self.ears, self.orca, self.environment = page, ears, orca, environment
        self.begin([])

    def begin(self, kept: list[Step]) -> None:
        """Anew, with what was heard at each step before, so that it can be waited for."""
        self.kept = kept
        self.steps: list[Step] = []

    def open(self, address: str) -> None:
        """What the browser itself says of a new page is left out."""
        before = len(self.ears.heard)
        self.page.goto(address)
        until(lambda: f"Finished loading {self.title()}." in self.ears.heard[before:], f"{address} to be said")
        self.page.wait_for_function("() => !document.querySelector('[data-reflection]:not([data-ready])')")
        self.settle(2 * SILENCE)
        self.steps.append(Step(f"opens “{self.page.title()}”"))

    def title(self) -> str:
        """As Orca says it."""
        return self.page.title().replace("·", "middle dot")

    def go_to(self, place: Locator, name: str) -> None:
        """As with Tab, as often as it takes."""
        self.does(f"goes to {name}", place.focus)

    def press(self, key: str, until: Callable[[], object] | None = None) -> None:
        """A key by its name in X, such as `Return`; `until` waits for what comes of it."""
        self.does(f"presses {key}", lambda: self.keyboard("key", key), until)

    def type(self, letters: str, until: Callable[[], object] | None = None) -> None:
        self.does(f"types “{letters}”", lambda: self.keyboard("type", "--delay", "0", letters), until)

    def wait(self, for_what: str, until: Callable[[], object]) -> None:
        self.does(f"waits {for_what}", until)

    def does(self, what: str, act: Callable[[], object], happens: Callable[[], object] | None = None) -> None:
        """Do something, and write down what is said.

        Args:
            what: it is.
            act: does it.
            happens: waits for what comes of it.
        """
        before = len(self.ears.heard)
        act()
        if happens:
            happens()
        self.listen(before)
        self.settle()
        self.steps.append(Step(what, spoken(self.ears.heard[before:])))

    def listen(self, before: int) -> None:
        """Until all was said that is surely said at this step; what is not is found when they are compared."""
        expected = self.kept[len(self.steps)] if len(self.steps) < len(self.kept) else Step("")
        end = time.monotonic() + LATE
        while expected.unsaid(spoken(self.ears.heard[before:])) and time.monotonic() < end:
            time.sleep(0.05)

    def keyboard(self, *command: str) -> None:
        subprocess.run(["xdotool", *command], env=self.environment, check=True)

    def settle(self, silence: float = SILENCE) -> None:
        """Until Orca has said nothing, and done nothing, for a while."""
        busy, since = self.work(), time.monotonic()
        end = since + PATIENCE
        while time.monotonic() - max(since, self.ears.last) < silence:
            time.sleep(0.05)
            if self.work() != busy:
                busy, since = self.work(), time.monotonic()
            if since > end:
                raise AssertionError("Orca never fell silent")

    def work(self) -> str:
        """How much Orca has worked so far."""
        return Path(f"/proc/{self.orca.pid}/stat").read_text().split()[13]


def spoken(heard: list[str | None]) -> list[str]:
    """Each sentence; what the next broke off says so."""
    while heard and heard[0] is None:
        heard = heard[1:]
    return [
        said + (" (broken off)" if None in heard[place:] else "")
        for place, said in enumerate(heard)
        if said is not None
    ]


@contextmanager
def reader_with_orca(playwright: Playwright, home: Path, relay: Path) -> Iterator[Reader]:
    """A reader at a Firefox and an Orca of their own.

    Args:
        playwright: what drives Firefox.
        home: an empty folder, for what they keep.
        relay: what starts Firefox.
    """
    orca()
    ears = Ears(home / "speech")
    preferences = home / "orca" / "user-settings.conf"
    preferences.parent.mkdir()
    preferences.write_text(json.dumps(settings()))
    with ExitStack() as end:
        environment = os.environ | {
            "DISPLAY": end.enter_context(screen()),
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home),
            "SPEECHD_ADDRESS": f"unix_socket:{home / 'speech'}",
            "LANG": "C.UTF-8",
            "GNOME_ACCESSIBILITY": "1",
            "GSETTINGS_BACKEND": "memory",
        }
        bus = started(end, environment, "dbus-daemon", "--session", "--nofork", "--print-address")
        environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        process = started(end, environment, "orca", "--user-prefs", str(preferences.parent), "--disable", "braille")
        until(lambda: "Screen reader on." in ears.heard, "Orca")
        context = playwright.firefox.launch_persistent_context(
            home / "firefox",
            channel="moz-firefox",
            executable_path=relay,
            headless=False,
            env=environment,
            no_viewport=True,
            args=SIZE,
            firefox_user_prefs=FIREFOX,
        )
        end.callback(context.close)
        yield Reader(context.pages[0], ears, process, environment)


def settings() -> dict:
    """Orca's own file of preferences."""
    everywhere = {"general": PREFERENCES, "profiles": {"default": PROFILE | PREFERENCES}}
    return everywhere | {"pronunciations": {}, "keybindings": {}}


def started(end: ExitStack, environment: dict[str, str], *command: str) -> subprocess.Popen:
    """A process that ends when all does."""
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    end.callback(process.wait)
    end.callback(process.terminate)
    return process
