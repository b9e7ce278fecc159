"""How heavy the book's pages are, and how soon a box takes letters.

make build && .venv/bin/python -m bench.first_load
"""

import gzip
import statistics
import threading
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from betweenus.cli import open_server
from betweenus.project import Project
from tests.browser.pages import pages_of
from tests.tools import chromium

RUNS = 7
SLOW_PHONE = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}


def main() -> None:
    book = Project.here(Path(__file__).parent).built_book
    server = open_server(book, port=0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        print("| page | KB compressed | requests |\n| --- | --- | --- |")
        for name in pages_of(book):
            sizes = weigh(browser, f"{address}/{name}")
            print(f"| {name} | {sum(sizes) / 1024:.1f} | {len(sizes)} |")
        page = f"{address}/notebooks/emotional-intimacy.html"
        for label, slow in (("this machine", False), ("slow phone (4x CPU, 400 ms, 400 kbit/s)", True)):
            times = [time_to_letters(browser, page, slow) for _ in range(RUNS)]
            print(f"\nA box takes letters on {label} after {statistics.median(times):.0f} ms (median of {RUNS}).")
        browser.close()


def weigh(browser, url: str) -> list[int]:
    """The compressed bytes of everything that a first visit loads."""
    page = browser.new_page()
    responses = []
    page.on("response", lambda response: responses.append(response))
    page.goto(url, wait_until="networkidle")
    sizes = [len(gzip.compress(response.body())) for response in responses]
    page.close()
    return sizes


def time_to_letters(browser, url: str, slow: bool) -> float:
    """Milliseconds from asking for a page to the first letter in its first box."""
    context = browser.new_context()
    page = context.new_page()
    if slow:
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", SLOW_PHONE)
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    begin = time.perf_counter()
    page.goto(url, wait_until="commit")
    page.locator("textarea").first.press_sequentially("a")
    taken = 1000 * (time.perf_counter() - begin)
    context.close()
    return taken


if __name__ == "__main__":
    main()
