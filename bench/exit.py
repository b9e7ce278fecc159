"""How soon nothing of a page is to be seen any more once the quick exit is used, whatever goes on.

make build && .venv/bin/python -m bench.exit
"""

import statistics
import threading
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from bench.my_pages import FILL
from betweenus.book.server import open_server
from betweenus.project import Project
from tests.tools import chromium

RUNS = 7
SLOWER = (1, 4)
PASSPHRASE = "four words of mine"
NOTEBOOK = "notebooks/emotional-intimacy.html"
MY_PAGES = "notebooks/my-pages.html"
EXERCISE = "exercises/being-heard.html"
GALLERY = "book/gallery.html"

# From the press, as the browser stamps it, to the first frame after the page was emptied.
WATCH = """() => {
  let pressed = 0;
  const press = ({ timeStamp }) => { pressed = timeStamp; };
  addEventListener("click", press, { capture: true });
  addEventListener("keyup", press, { capture: true });
  globalThis.covered = new Promise((resolve) => {
    new MutationObserver(() => {
      if (!document.querySelector(".exit-cover")) return;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel(); // heard once that frame is drawn
        port1.onmessage = () => resolve(performance.now() - pressed);
        port2.postMessage(0);
      });
    }).observe(document.body, { childList: true });
  });
}"""
# Some seconds' worth of answers, which the device takes one after the other.
SAVE = """() => {
  const [store] = globalThis[Symbol.for("betweenus/stores")].values();
  for (let number = 0; number < 500; number += 1) store.write({ id: `answer-${number}`, kind: "journal" }, "words");
}"""
SPEAK = "speechSynthesis.speak(new SpeechSynthesisUtterance('word '.repeat(2000)))"


def dialog(button):
    return lambda page: page.get_by_role("button", name=button).first.click()


def keep(page):
    dialog("Keep on this device")(page)
    for name in ("passphrase", "again"):
        page.locator(f"dialog[open] [name={name}]").fill(PASSPHRASE)
    page.locator("dialog[open] [type=submit]").click()
    expect(page.locator("[data-store-state]").first).to_contain_text("unlocked", timeout=60_000)


def save(page):
    keep(page)
    page.evaluate(SAVE)


def unlock(page):
    keep(page)
    page.get_by_role("button", name="Lock", exact=True).first.click()
    dialog("Unlock")(page)


def read_many(page):
    page.evaluate(FILL, 500)
    expect(page.locator("article")).to_have_count(500, timeout=60_000)


def match(page):
    page.locator("[data-reflection=match] [data-begin]").first.click()


def stage(page):
    with page.expect_popup():
        dialog("Show on a projector")(page)


def timer(page):
    page.locator("[data-reflection=turn-timer] [data-start]").first.click()


def drag(page):
    box = page.locator("[data-drag]").first
    box.scroll_into_view_if_needed()
    place = box.bounding_box()
    page.mouse.move(place["x"] + 10, place["y"] + 10)
    page.mouse.down()
    page.mouse.move(place["x"] + 80, place["y"] + 80)


STATES = {
    "a page for reading": ("book/welcome.html", lambda page: None),
    "a page with reflections": (NOTEBOOK, lambda page: None),
    "every kind of reflection": (GALLERY, lambda page: None),
    "the dialog for keeping": (NOTEBOOK, dialog("Keep on this device")),
    "the dialog for unlocking": (NOTEBOOK, unlock),
    "the dialog for a copy": (MY_PAGES, lambda page: page.locator("[data-do-file]").click()),
    "Match": (GALLERY, match),
    "the stage with its second window": (EXERCISE, stage),
    "reading aloud": (NOTEBOOK, lambda page: page.evaluate(SPEAK)),
    "a timer": (GALLERY, timer),
    "a card that is dragged": (GALLERY, drag),
    "500 answers on their way to the device": (NOTEBOOK, save),
    "500 answers in My pages": (MY_PAGES, read_many),
}


def main() -> None:
    project = Project.here(Path(__file__).parent)
    server = open_server(project.built_book, port=0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    heads = " | ".join(f"{slower}x CPU, median | longest" for slower in SLOWER)
    print(f"| state | {heads} |\n| --- | --- | --- | --- | --- |")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for state, (name, begin) in STATES.items():
            cells = []
            for slower in SLOWER:
                taken = [time_to_cover(browser, project, f"{address}/{name}", begin, slower) for _ in range(RUNS)]
                cells += [f"{statistics.median(taken):.0f} ms", f"{max(taken):.0f} ms"]
            print(f"| {state} | {' | '.join(cells)} |", flush=True)
        browser.close()


def time_to_cover(browser, project: Project, url: str, begin, slower: int) -> float:
    context = browser.new_context()
    page = context.new_page()
    # The next page does not come, so that this one can still be asked.
    context.route(f"{project.settings.exit_url}**", lambda route: route.fulfill(status=204))
    page.goto(url)
    expect(page.locator("[data-reflection]:not([data-ready])")).to_have_count(0)
    begin(page)
    page.evaluate(WATCH)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    for _ in range(3):
        page.keyboard.press("Shift")
    taken = page.evaluate("covered")
    context.close()
    return taken


if __name__ == "__main__":
    main()
