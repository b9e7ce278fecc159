"""Stands between Playwright and Firefox ESR 153, which lacks two things that Playwright takes for granted.

Colour schemes can't be asked of it: a tab is as the system is. And its downloads have no name of their own.

python -m tests.journeys.relay FIREFOX ARGUMENTS…
"""

import asyncio
import json
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application
from tornado.websocket import WebSocketHandler, websocket_connect

COLOUR_SCHEME = "emulation.setMediaFeaturesOverride"
DOWNLOAD = '"browsingContext.download'
LISTENS = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
ANY_SIZE = 1 << 30  # a page's picture is one message


class Relay(WebSocketHandler):
    def initialize(self, address: str) -> None:
        self.firefox = asyncio.ensure_future(websocket_connect(address, max_message_size=ANY_SIZE))

    def open(self) -> None:
        self.answers = asyncio.ensure_future(self.answer())

    async def answer(self) -> None:
        firefox = await self.firefox
        while (message := await firefox.read_message()) is not None:
            await self.write_message(named(message) if DOWNLOAD in message else message)
        self.close()

    async def on_message(self, message: str) -> None:
        command = json.loads(message)
        if command["method"] == COLOUR_SCHEME:
            await self.write_message(json.dumps({"type": "success", "id": command["id"], "result": {}}))
        else:
            await (await self.firefox).write_message(message)

    def on_close(self) -> None:
        self.firefox.result().close()


def named(message: str) -> str:
    """What is told of a download, with its address as its name."""
    told = json.loads(message)
    told["params"].setdefault("download", told["params"]["url"])
    return json.dumps(told)


async def main(command: list[str]) -> int:
    firefox = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor() as reading:
        while line := await loop.run_in_executor(reading, firefox.stderr.readline):
            listens = LISTENS.search(line)
            print(f"WebDriver BiDi listening on {relay(listens[1])}" if listens else line, file=sys.stderr, flush=True)
    return firefox.wait()


def relay(address: str) -> str:
    """Where to listen in place of an address of Firefox."""
    sockets = bind_sockets(0, "127.0.0.1")
    routes = [("/session", Relay, {"address": f"{address}/session"})]
    HTTPServer(Application(routes, websocket_max_message_size=ANY_SIZE)).add_sockets(sockets)
    return f"ws://127.0.0.1:{sockets[0].getsockname()[1]}"


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1:])))
