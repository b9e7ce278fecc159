"""No script that the book or JupyterLab gets can send anything, but for the few ways that `allowed.yml` lists.

The book's policy stops most of this too; here it isn't even there.
"""

from fnmatch import fnmatch
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from betweenus.cli import EXTENSION
from betweenus.frontend import STATIC
from tests.conftest import ROOT
from tests.node import told_by

HERE = Path(__file__).parent
ALLOWED = HERE / "allowed.yml"


class Use(NamedTuple):
    """An interface that a script uses, and where."""

    script: str
    interface: str
    place: str


def scan(sources: dict[str, str]) -> list[Use]:
    """Every use of an interface that could send, by the names of the scripts."""
    told = [
        Use(script, use["interface"], f"{script}:{use['line']}:{use['column']}: {use['interface']} in …{use['code']}…")
        for script, uses in told_by(HERE / "scan.mjs", sources).items()
        for use in uses
    ]
    return list(dict.fromkeys(told))


def scripts_of(book: Path) -> dict[str, str]:
    """All scripts of a built book, and those that JupyterLab gets."""
    in_book = {path.name: path for path in book.rglob("*.js")}
    in_jupyterlab = {f"widgets/{path.name}": path for path in STATIC.glob("widgets/*.js")}
    in_jupyterlab["lab/remote.js"] = STATIC / EXTENSION / "betweenus" / "remote.js"
    return {name: path.read_text(encoding="utf-8") for name, path in (in_book | in_jupyterlab).items()}


class Entry(NamedTuple):
    """What scripts, by a pattern of their names, may use how often each."""

    script: str
    interface: str
    times: int

    def uses(self, uses: list[Use]) -> list[list[Use]]:
        """Its uses, script by script."""
        own = [use for use in uses if use.interface == self.interface and fnmatch(use.script, self.script)]
        return [list(group) for _, group in groupby(own, key=lambda use: use.script)]


def allowed() -> list[Entry]:
    entries = yaml.safe_load(ALLOWED.read_text(encoding="utf-8"))
    assert all(entry["reason"] for entry in entries)
    return [
        Entry(script, entry["interface"], entry.get("times", 1)) for entry in entries for script in entry["scripts"]
    ]


@pytest.fixture(params=["course_book", pytest.param("book", marks=pytest.mark.thorough)])
def uses(request) -> list[Use]:
    """What the scripts of the tiny course's book and of the shipped one use."""
    return scan(scripts_of(request.getfixturevalue(request.param)))


def test_no_script_can_send_in_a_way_that_is_not_listed(uses):
    listed = {use for entry in allowed() for group in entry.uses(uses) if len(group) <= entry.times for use in group}
    new = [use.place for use in uses if use not in listed]
    assert not new, f"Do without, or say in {ALLOWED.relative_to(ROOT)} why nothing leaves this way:\n" + "\n".join(new)


def test_no_way_is_listed_that_no_script_uses(uses):
    unused = [entry for entry in allowed() if max(map(len, entry.uses(uses)), default=0) < entry.times]
    assert not unused, f"Change in {ALLOWED.relative_to(ROOT)}, where they are used less often or not at all: {unused}"


WAYS = {
    "fetch": [
        "fetch('/?' + words)",
        "globalThis['fetch']('/')",
        "window?.[`fetch`]('/')",
        "const { fetch: f } = globalThis; f('/')",
        "const name = 'fe' + 'tch'; globalThis.frames[name]('/')",
        "Reflect.get(globalThis, 'fetch')('/')",
        "const way = { fetch }; way.fetch('/')",
        "run(new Blob(['onmessage = () => fetch(\\'/\\')']))",
    ],
    "fetchLater": ["fetchLater('/')"],
    "XMLHttpRequest": ["new XMLHttpRequest()", "new self.XMLHttpRequest()"],
    "sendBeacon": ["navigator.sendBeacon('/', words)", "navigator['sendBeacon']('/', words)"],
    "WebSocket": ["new WebSocket('/')"],
    "WebSocketStream": ["new WebSocketStream('/')"],
    "EventSource": ["new EventSource('/')"],
    "WebTransport": ["new WebTransport('/')"],
    "RTCPeerConnection": ["new RTCPeerConnection()", "class Line extends RTCPeerConnection {}"],
    "import()": ["import('/' + words)", "import(`./x.js`)"],
    "import": ["import x from '/x.js'", "export * from '/x.js'", "import '/x.js'"],
    "importScripts": ["importScripts('/x.js')"],
    "Worker": ["new Worker('/x.js')", "new window.Worker(address)"],
    "SharedWorker": ["new SharedWorker('/x.js')"],
    "serviceWorker": ["navigator.serviceWorker.register('/x.js')", "const { serviceWorker } = navigator"],
    "addModule": ["CSS.paintWorklet.addModule('/x.js')"],
    "submit()": ["form.submit()", "const go = form.submit; go.call(form)", "HTMLFormElement.prototype['submit']()"],
    "requestSubmit": ["form.requestSubmit()", "form.requestSubmit.call(other)"],
    "open()": ["window.open('/')", "open('/')", "const go = window.open; go('/')"],
    "location": [
        "location = '/'",
        "location.href = '/'",
        "window.location.search = words",
        "location.assign('/')",
        "document.location.replace('/')",
        "location?.replace('/')",
        "const place = location; place.href = '/'",
        "move(location)",
        "move(document.location)",
        "const { location: place } = document; place.reload(); document.location = place",
        "location['hr' + 'ef'] = '/'",
    ],
    "window.name": ["window.name = words"],
    "Image": ["new Image().src = '/'"],
    "Audio": ["new Audio('/')"],
    "FontFace": ["new FontFace('x', 'url(/)')"],
    ".src =": [
        "image.src = '/'",
        "image['src'] = '/'",
        "Object.assign(image, { src: '/' })",
        "image.src += words",
        "make().src = '/'",
    ],
    ".srcset =": ["image.srcset = '/'"],
    ".href =": ["link.href = '/'"],
    ".action =": ["form.action = '/'"],
    ".formAction =": ["button.formAction = '/'"],
    ".innerHTML =": ["element.innerHTML = words"],
    ".cssText =": ["element.style.cssText = words"],
    "insertAdjacentHTML": ["element.insertAdjacentHTML('beforeend', words)"],
    'setAttribute("src")': ["image.setAttribute('src', '/')", "use.setAttributeNS(null, 'src', '/')"],
    'setAttribute("onclick")': ["element.setAttribute('onclick', words)"],
    'setAttribute("…")': ["element.setAttribute(name, '/')"],
    **{
        f'createElement("{tag}")': [f"document.createElement('{tag}')", f"document.createElementNS(space, '{tag}')"]
        for tag in ("link", "script", "img", "iframe", "object", "form", "a", "meta", "video", "image")
    },
    'createElement("…")': ["document.createElement(tag)"],
    "share()": ["navigator.share({ text: words })"],
    "clipboard": ["navigator.clipboard.writeText(words)"],
    "defaultView": ["document.defaultView?.open('/')"],
    "contentWindow": ["frame.contentWindow.open('/')"],
    "execCommand": ["document.execCommand('copy')"],
    "credentials": ["navigator.credentials.get({})"],
    "cookie": ["document.cookie = words"],
    "cookieStore": ["cookieStore.set('a', words)"],
    "caches": ["caches.open('x').then((cache) => cache.add('/'))"],
    "postMessage()": ["parent.postMessage(words, '*')", "port['postMessage'](words)"],
    "send()": ["line.send(words)"],
    "save_changes()": ["model.save_changes()"],
    "eval": ["eval(words)", "(0, eval)(words)"],
    "Function": ["new Function(words)"],
    "document.write()": ["document.write(words)"],
    "an address": [
        "const host = 'https://example.org'",
        "`//example.org`",
        "`wss://${host}/`",
        "element.style.cursor = 'url(/x)'",
    ],
    "globalThis[…]": ["globalThis[name]('/')"],
    "navigator[…]": ["navigator[name]('/')", "window.navigator[name]('/')"],
    "the window by another name": ["const all = globalThis; all[name]('/')", "look(window)", "[...[self]]"],
}
HARMLESS = [
    "const here = location.pathname + location.hash",
    "const box = { fetch() {}, src: 1, location: 2, Image: 3 }",
    "class Box { fetch() {} submit() {} }",
    "indexedDB.open('x'), vault.share()",
    "say('it was => here, a function (of sorts'), say('() =>')",
    "text.replace('fetch it', 'share')",
    "dialog.open = true",
    "typeof window === 'undefined'",
    "history.replaceState(null, '', location.pathname)",
    "element.setAttribute('aria-label', words)",
    "document.createElement('p').textContent = words",
]


def test_every_way_to_send_is_seen_however_it_is_written():
    cases = {f"{interface} {number}": code for interface, codes in WAYS.items() for number, code in enumerate(codes)}
    seen = {(use.script, use.interface) for use in scan(cases)}
    missed = [code for case, code in cases.items() if (case, case.rpartition(" ")[0]) not in seen]
    assert not missed


def test_what_sends_nothing_is_not_told():
    assert scan({str(number): code for number, code in enumerate(HARMLESS)}) == []
