"""How long the lock takes to open and to get another key, and for how long the page stands still meanwhile.

make build && .venv/bin/python -m bench.lock

A browser can be slowed down for the page alone and not for the worker in which scrypt runs. So what a slow phone
needs is the time here, times as much as the phone is slower.
"""

import threading
import time
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from bench.my_pages import FILL, PASSPHRASE, WAIT, answer
from betweenus.book.server import open_server
from betweenus.project import Project
from tests.tools import chromium

ANSWERS = 50
SLOWER = (1, 4)

# How long no press was answered, in milliseconds.
WATCH = """() => {
  globalThis.stood = 0;
  let last = performance.now();
  const look = () => {
    const now = performance.now();
    globalThis.stood = Math.max(globalThis.stood, now - last);
    last = now;
    globalThis.watching = setTimeout(look);
  };
  look();
}"""
RENEWED = """async () => {
  const [store] = globalThis[Symbol.for("betweenus/stores")].values();
  await store.renewed;
}"""


def measure(page: Page, slower: int) -> str:
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.get_by_role("button", name="Lock", exact=True).click()
    expect(page.locator("[data-store-state]")).to_contain_text("locked")
    expect(page.locator("article")).to_have_count(0)
    page.evaluate(WATCH)
    begin = time.perf_counter()
    answer(page, "Unlock", passphrase=PASSPHRASE)
    expect(page.locator("[data-store-state]")).to_contain_text("unlocked")
    opened = time.perf_counter() - begin
    page.evaluate(RENEWED)
    renewed = time.perf_counter() - begin
    return f"| {slower}× | {opened:.1f} s | {renewed:.1f} s | {page.evaluate('globalThis.stood'):.0f} ms |"


def main() -> None:
    server = open_server(Project.here(Path(__file__).parent).built_book, port=0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page()
        page.set_default_timeout(WAIT)
        expect.set_options(timeout=WAIT)
        page.goto(f"http://127.0.0.1:{server.server_port}/notebooks/my-pages.html")
        answer(page, "Keep on this device", passphrase=PASSPHRASE, again=PASSPHRASE)
        expect(page.locator("[data-store-state]")).to_contain_text("unlocked")
        page.evaluate(FILL, ANSWERS)
        print(
            f"{ANSWERS} answers\n\n| page slower | opened | with another key | stood still |\n| --- | --- | --- | --- |"
        )
        for slower in SLOWER:
            print(measure(page, slower))
        browser.close()


if __name__ == "__main__":
    main()
