"""Listens for words that a page sends: on the book's own host, and elsewhere at a port for each way."""

import asyncio
import errno
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

from betweenus.book.server import Handler, Server

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
SLOW = 5.0  # seconds, after which nobody says more on a connection
PATIENCE = 15.0  # seconds

# Of TURN, as RFC 8656 has it: who asks for a relay is first told to say who they are.
ALLOCATE, REFUSED = b"\0\3", b"\1\x13"
WHO_ARE_YOU = ((0x0009, b"\0\0\4\1"), (0x0014, b"home"), (0x0015, b"once"))


class Heard:
    """What arrived, by the names of the ways."""

    def __init__(self) -> None:
        self.connections: set[str] = set()
        self.text = b""
        self.changed = threading.Condition()

    def add(self, way: str, data: bytes) -> None:
        with self.changed:
            self.connections.add(way)
            self.text += data + b"\n"
            self.changed.notify_all()

    def wait_for(self, expected: dict[str, str]) -> None:
        """Wait until all that is expected has arrived, or until it is plain that it won't."""
        with self.changed:
            self.changed.wait_for(lambda: all(self.of(way) == told for way, told in expected.items()), PATIENCE)

    def of(self, way: str) -> str:
        if word(way).encode() in self.text:
            return "the word"
        return "a connection" if way in self.connections else "nothing"


def word(way: str) -> str:
    """A word that stands for a way, and for no other."""
    return f"word-{way.encode().hex()}-"


@contextmanager
def elsewhere(ways: list[str]) -> Iterator["Elsewhere"]:
    """A host that has a port for each way, for TCP and for UDP."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    host = Elsewhere()
    asyncio.run_coroutine_threadsafe(host.listen(ways), loop).result()
    yield host
    asyncio.run_coroutine_threadsafe(host.close(), loop).result()
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


class Elsewhere:
    def __init__(self) -> None:
        self.ports: dict[str, int] = {}
        self.heard = Heard()
        self.open: list[asyncio.Server | asyncio.BaseTransport] = []

    async def listen(self, ways: list[str]) -> None:
        for way in ways:
            tcp, udp = free_for_both()
            self.ports[way] = tcp.getsockname()[1]
            ear = partial(Ear, way, self.heard)
            transport, _ = await asyncio.get_running_loop().create_datagram_endpoint(ear, sock=udp)
            self.open += [await asyncio.start_server(partial(self.hear, way), sock=tcp), transport]

    async def close(self) -> None:
        for each in self.open:
            each.close()
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()

    async def hear(self, way: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.heard.add(way, b"")
        try:
            async with asyncio.timeout(SLOW):
                while data := await reader.read(65536):
                    self.heard.add(way, data)
                    writer.write(answer_to(data))
                    await writer.drain()
        except (TimeoutError, OSError):
            pass
        writer.close()


def free_for_both() -> tuple[socket.socket, socket.socket]:
    """Sockets for TCP and UDP with the same number: what is free for one may be taken for the other."""
    while True:
        tcp = socket.create_server(("0.0.0.0", 0))
        udp = socket.socket(type=socket.SOCK_DGRAM)
        try:
            udp.bind(tcp.getsockname())
        except OSError as refused:
            tcp.close()
            udp.close()
            if refused.errno != errno.EADDRINUSE:
                raise
        else:
            return tcp, udp


class Ear(asyncio.DatagramProtocol):
    """Hears one UDP port."""

    def __init__(self, way: str, heard: Heard) -> None:
        self.way, self.heard = way, heard

    def connection_made(self, transport: asyncio.DatagramTransport) -> None:
        self.transport = transport

    def datagram_received(self, data: bytes, sender: tuple) -> None:
        self.heard.add(self.way, data)
        self.transport.sendto(answer_to(data), sender)


def answer_to(data: bytes) -> bytes:
    if data.startswith(ALLOCATE):
        body = b"".join(struct.pack(">HH", kind, len(value)) + value for kind, value in WHO_ARE_YOU)
        return REFUSED + struct.pack(">H", len(body)) + data[4:20] + body
    return ANSWER if b"\r\n\r\n" in data else b""


class OwnHost(Handler):
    """The book's server, with ears."""

    def handle_one_request(self) -> None:
        super().handle_one_request()
        if told := getattr(self, "headers", None):
            length = int(told.get("Content-Length") or 0)
            self.server.heard.add("", f"{self.raw_requestline} {told}".encode() + self.rfile.read(length))

    def do_POST(self) -> None:
        self.do_GET()


class PlainHost(OwnHost):
    """The same where the host can't be told which headers to send."""

    def end_headers(self) -> None:
        SimpleHTTPRequestHandler.end_headers(self)


HOSTS = {"headers": OwnHost, "page": PlainHost}


@contextmanager
def host_of(book: Path, kind: str) -> Iterator[Server]:
    """A server of a book, by what brings the policy: "headers" or the "page" alone."""
    server = Server(("127.0.0.1", 0), partial(HOSTS[kind], directory=str(book)))
    server.heard = Heard()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()


def machine() -> str:
    """This machine's address on its network: calls pass over the one that it has for itself."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        asked.connect(("192.0.2.1", 9))  # sends nothing
        return asked.getsockname()[0]
