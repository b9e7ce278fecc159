"""How large each bundle is, and how long My pages takes to show 5,000 locked answers.

make build && .venv/bin/python -m bench.my_pages
"""

import gzip
import threading
import time
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from betweenus.book.server import open_server
from betweenus.frontend import STATIC
from betweenus.project import Project
from tests.tools import chromium

COUNT = 5000
PASSPHRASE = "four words of mine"
WAIT = 600_000

FILL = """async (count) => {
  const [store] = globalThis[Symbol.for("betweenus/stores")].values();
  const records = Array.from({ length: count }, (_, index) => ({
    version: 2, id: `answer-${index}`, kind: "journal", page: `module-${index % 4}`, prompt: "What?",
    value: `Some words of an answer, as long as they often are. ${index}`, at: new Date(index * 1e6).toISOString(),
  }));
  await store.bringBackRecords(records);
}"""


def main() -> None:
    print("| bundle | bytes | gzip |\n| --- | --- | --- |")
    for path in sorted(STATIC.rglob("*.*s")):
        data = path.read_bytes()
        print(f"| {path.relative_to(STATIC)} | {len(data):,} | {len(gzip.compress(data)):,} |")

    book = Project.here(Path(__file__).parent).built_book
    server = open_server(book, port=0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/notebooks/my-pages.html"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        context = browser.new_context()
        page = context.new_page()
        page.set_default_timeout(WAIT)
        expect.set_options(timeout=WAIT)
        page.goto(address)
        answer(page, "Keep on this device", passphrase=PASSPHRASE, again=PASSPHRASE)
        expect(page.locator("[data-store-state]")).to_contain_text("unlocked")
        page.evaluate(FILL, COUNT)
        page.get_by_role("button", name="Lock", exact=True).click()
        expect(page.locator("article")).to_have_count(0)

        later = context.new_page()
        later.set_default_timeout(WAIT)
        later.goto(address)
        begin = time.perf_counter()
        answer(later, "Unlock", passphrase=PASSPHRASE)
        expect(later.locator("[data-store-state]")).to_contain_text("unlocked")
        unlocked = time.perf_counter()
        expect(later.locator("article")).to_have_count(COUNT)
        shown = time.perf_counter()
        print(
            f"\nUnlocking: {unlocked - begin:.1f} s (scrypt). Showing {COUNT} answers: {shown - unlocked:.1f} s more."
        )
        later.reload()
        begin = time.perf_counter()
        expect(later.locator("article")).to_have_count(COUNT)
        print(f"Showing them again after a reload, unlocked: {time.perf_counter() - begin:.1f} s.")
        browser.close()


def answer(page, button: str, **fields: str) -> None:
    page.get_by_role("button", name=button).first.click()
    dialog = page.locator("dialog[open]")
    for name, value in fields.items():
        dialog.locator(f"[name={name}]").fill(value)
    dialog.locator("[type=submit]").click()


if __name__ == "__main__":
    main()
