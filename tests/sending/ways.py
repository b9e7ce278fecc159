"""The ways of ways.yml, tried in a browser."""

import json
from dataclasses import dataclass
from functools import cache
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import yaml

from tests.sending.listening import Elsewhere, Heard, machine, word

HERE = Path(__file__).parent
SCRIPT = (HERE / "ways.js").read_text(encoding="utf-8")
BROWSERS = ("chromium", "firefox", "webkit")
OWN, ELSEWHERE = "own host", "elsewhere"
PLACES = (OWN, ELSEWHERE)


@dataclass(frozen=True)
class Way:
    """How a script could try to send a word.

    Attributes:
        name: of the way.
        group: what it is called where it is quoted.
        code: what the script does.
        alone: whether it leaves the page, or changes it for what comes after it.
        arrives: what arrived, by place and browser.
        arrives_without_headers: the same where it differs on a host that sends no policy.
    """

    name: str
    group: str
    code: str
    alone: bool
    arrives: dict[str, dict[str, str]]
    arrives_without_headers: dict[str, dict[str, str]]

    def expected(self, place: str, browser: str, policy: str) -> str:
        told = self.arrives_without_headers if policy == "page" and self.arrives_without_headers else self.arrives
        return told[place][browser]


@cache
def table() -> dict[str, Any]:
    return yaml.safe_load((HERE / "ways.yml").read_text(encoding="utf-8"))


@cache
def ways() -> dict[str, Way]:
    """All of them, by their names."""
    return {entry["way"]: way_of(entry) for entry in table()["ways"]}


def way_of(entry: dict[str, Any]) -> Way:
    without = entry.get("without headers", {})
    return Way(
        entry["way"],
        entry["group"],
        entry["code"],
        entry.get("alone", False),
        {place: in_each(entry.get(place, "nothing")) for place in PLACES},
        {place: in_each(without.get(place, "nothing")) for place in PLACES} if without else {},
    )


def in_each(told: str | dict[str, str]) -> dict[str, str]:
    return told if isinstance(told, dict) else dict.fromkeys(BROWSERS, told)


def script(names: list[str]) -> str:
    """What is run in the page, with the ways of these names in it."""
    given = "{ address, host, machine, word, put, draw, sheet, declare, trusted, call, file, through }"
    each = [f"{json.dumps(name)}: async ({given}) => {{\n{ways()[name].code}\n}}" for name in names]
    return f"(told) => {{ const WAYS = {{ {', '.join(each)} }};\n{SCRIPT}}}"


@dataclass
class Ground:
    """A book at a host with ears, and ears elsewhere."""

    own: ThreadingHTTPServer
    elsewhere: Elsewhere

    @property
    def book(self) -> str:
        return f"http://127.0.0.1:{self.own.server_port}/"

    def told(self, place: str, names: list[str]) -> dict[str, Any]:
        return {"book": self.book, "ways": {name: self.target(place, name) for name in names}}

    def target(self, place: str, name: str) -> dict[str, str]:
        # By another name than the book's, so that it is another site.
        port = self.elsewhere.ports[name]
        host = f"{self.book}said" if place == OWN else f"http://localhost:{port}/said"
        return {"host": host, "address": f"{host}?{word(name)}", "machine": f"{machine()}:{port}", "word": word(name)}

    def heard(self, place: str) -> Heard:
        return self.own.heard if place == OWN else self.elsewhere.heard
