"""Looks at a copy of the book that is online: does its host send what the book needs, and nothing beside it?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

import requests

from betweenus.book.headers import HEADERS, OVER_HTTPS
from betweenus.book.hosting import LINES
from betweenus.book.policy import content_security_policy

PATIENCE = 20  # seconds
LOOPBACK = ("127.0.0.1", "::1", "localhost")
# Every book has these, under these names.
PAGE = "search"
SCRIPT = "_static/exit.js"
# No book has this.
MISSING = "no/such/page-here.html"
# What a page loads, by the element and its attribute.
LOADS = {"script": "src", "iframe": "src", "img": "src", "link": "href"}
# By these, a host can tell a reader from another, or has browsers report to somebody.
UNWANTED = ("NEL", "Report-To", "Reporting-Endpoints", "Set-Cookie")
# How a server calls itself, and how its configuration is called.
SERVERS = {"nginx": "nginx.conf", "apache": "apache.conf", "caddy": "Caddyfile", "netlify": "_headers"}
WITHOUT_HEADERS = "github.com"


class NoBook(Exception):
    """There is no book to look at; the message says why."""


@dataclass(frozen=True)
class Fault:
    """Something that is not as the book needs it.

    Attributes:
        what: is wrong.
        right: what would be right.
        header: its name, if a header with `right` as its value is what is missing.
    """

    what: str
    right: str
    header: str = ""


@dataclass
class Site:
    """A copy of the book, as it was found.

    Attributes:
        address: of the folder that it lies in.
        server: what its host calls itself, in small letters.
        places: each answer that was looked at.
        faults: each with the answers that have it.
    """

    address: str
    server: str
    places: list[str] = field(default_factory=list)
    faults: dict[Fault, list[str]] = field(default_factory=dict)

    def add(self, place: str, *faults: Fault) -> None:
        self.places.append(place)
        for fault in faults:
            self.faults.setdefault(fault, []).append(place)

    def report(self) -> str:
        looked_at = f"Looked at {self.address}: {', '.join(self.places)}."
        if not self.faults:
            return f"{looked_at}\nAll of it is as the book needs it."
        told = [f"{', '.join(places)}: {fault.what}.\n{self.mend(fault)}" for fault, places in self.faults.items()]
        return "\n\n".join([looked_at, *told])

    def mend(self, fault: Fault) -> str:
        if not fault.header:
            return f"  Right would be: {fault.right}."
        if self.server == WITHOUT_HEADERS:
            return f"  Right would be: {fault.right}\n  GitHub Pages can't send it; another host can."
        names = [name for server, name in SERVERS.items() if self.server.startswith(server)] or LINES
        lines = [LINES[name].format(name=fault.header, value=fault.right).strip() for name in names]
        return "\n".join(f"  In {name}: {line}" for name, line in zip(names, lines, strict=True))


class Page(HTMLParser):
    """What a page says of itself, and what it loads.

    Attributes:
        is_book: whether it is a page of a book of ours.
        policy: its own.
        loads: the addresses of everything that it loads.
        inline: how many scripts stand in it.
    """

    def __init__(self, html: str):
        super().__init__()
        self.is_book, self.policy, self.loads, self.inline = False, "", [], 0
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attributes}
        self.is_book |= tag == "html" and "data-course" in told
        if told.get("http-equiv") == "Content-Security-Policy":
            self.policy = told["content"]
        if LOADS.get(tag) in told and told.get("rel") != "canonical":
            self.loads.append(told[LOADS[tag]])
        elif tag == "script" and told.get("type") != "application/json":
            self.inline += 1


def look_at(address: str) -> Site:
    """Ask a copy of the book for a page, a script and a page that is missing, and see what plain http does.

    Raises:
        NoBook: when no book of ours answers at this address.
    """
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise NoBook(f"{address} is not a whole address; write one such as https://book.example.org/")
    found = ask(urljoin(folder(address), f"{PAGE}.html"))
    page = Page(found.text)
    if not (found.ok and page.is_book):
        raise NoBook(
            f"{found.url} is not a page of a book of ours (its status is {found.status_code}). Write the address of "
            "the folder in which index.html of the book lies."
        )
    site = Site(urljoin(found.url, "./"), found.headers.get("Server", "").lower())
    site.add("a page", *of_headers(found), *of_page(page, site.address))
    site.add("a script", *of_headers(ask(urljoin(site.address, SCRIPT))))
    missing = ask(urljoin(site.address, MISSING))
    site.add("a missing page", *of_headers(missing), *of_missing(missing))
    plain = found if parts.scheme == "http" else plain_http(site.address)
    if plain is not None:
        site.add("plain http", *of_plain_http(plain))
    return site


def folder(address: str) -> str:
    return address if address.endswith("/") else urljoin(address, "./") if address.endswith(".html") else f"{address}/"


def ask(address: str) -> requests.Response:
    try:
        return requests.get(address, timeout=PATIENCE)
    except requests.exceptions.SSLError as error:
        raise NoBook(f"{address} can't be trusted by browsers: {reason(error)}.") from None
    except requests.exceptions.RequestException as error:
        raise NoBook(f"{address} does not answer: {reason(error)}.") from None


def reason(error: BaseException) -> str:
    """The innermost cause, which alone is in plain words."""
    inner = (getattr(error, "reason", None), *error.args)
    for cause in inner:
        if isinstance(cause, BaseException):
            return reason(cause)
    return getattr(error, "verify_message", "") or str(error).split(": ")[-1]


def of_headers(answer: requests.Response) -> Iterator[Fault]:
    wanted = HEADERS | (OVER_HTTPS if answer.url.startswith("https:") else {})
    for name, right in wanted.items():
        if what := wrong(name, answer.headers.get(name), right):
            yield Fault(f"{name} {what}", right, name)
    for name in UNWANTED:
        if name in answer.headers:
            yield Fault(f"{name} is sent, by which readers can be followed", "to switch off what sends it")


def wrong(name: str, value: str | None, right: str) -> str:
    """What is wrong with a header: its parts may come in any order, more features may be refused, and https may be
    asked for longer."""
    if value is None:
        return "is missing"
    if name in OVER_HTTPS:
        seconds = re.search(r"max-age=\D?(\d+)", value)
        return "" if seconds and int(seconds[1]) >= int(right.partition("=")[2]) else f"is {value}"
    lacks, beside = parts_of(right) - parts_of(value), parts_of(value) - parts_of(right)
    if lacks:
        return f"lacks {'; '.join(sorted(lacks))}"
    return f"says {'; '.join(sorted(beside))} as well" if beside and name != "Permissions-Policy" else ""


def parts_of(value: str) -> set[str]:
    return {" ".join(part.lower().split()) for part in re.split("[;,]", value) if part.strip()}


def of_page(page: Page, address: str) -> Iterator[Fault]:
    if parts_of(page.policy) != parts_of(content_security_policy()):
        yield Fault("the policy in it is not the book's", "the page as this version of `betweenus build` writes it")
    own = urljoin(address, "_static/")
    for each in page.loads:
        if not urljoin(address, each).startswith(own):
            yield Fault(f"it loads {each}, which is not of the book", "to switch off what puts it there")
    if page.inline:
        yield Fault("it has a script in it, as no page of the book has", "to switch off what puts it there")


def of_missing(answer: requests.Response) -> Iterator[Fault]:
    if answer.status_code != 404:
        yield Fault(f"its status is {answer.status_code}", "404")
    page = Page(answer.text)
    if not page.is_book:
        yield Fault("it is the host's own, without a quick exit", "404.html of the book")
    elif not all(ask(urljoin(answer.url, each)).ok for each in page.loads):
        yield Fault(
            "what it loads is not found", "the book's address as `html: baseurl:` in _config.yml, and built again"
        )


def plain_http(address: str) -> requests.Response | None:
    """What plain http answers; nothing where it doesn't answer, or where its port can't be known."""
    parts = urlsplit(address)
    if parts.port not in (None, 443):
        return None
    try:
        return ask(f"http://{parts.hostname}{parts.path}")
    except NoBook:
        return None


def of_plain_http(answer: requests.Response) -> Iterator[Fault]:
    """On one's own machine there is no need of https."""
    parts = urlsplit(answer.url)
    if parts.scheme == "http" and parts.hostname not in LOOPBACK:
        yield Fault("it does not lead to https: nothing can be kept, and others can read along", "a redirect to https")
