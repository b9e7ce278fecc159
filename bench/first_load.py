"""How heavy each kind of page is, and how soon it can be read and written in: of this version and of an earlier one.

make build && .venv/bin/python -m bench.first_load [commit or built book, such as 97e5a3f or ../other/_build/html]
"""

import gzip
import os
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from betweenus.project import Project
from tests.browser.chromium import QUIET
from tests.tools import chromium

RUNS = 3
PAGES = (
    "book/welcome",
    "book/modules/communication",
    "book/modules/hormones",
    "notebooks/communication",
    "notebooks/my-pages",
    "exercises/matching-help",
    "book/facilitators/evening",
    "book/evidence/ledger",
    "book/help",
    "search",
)
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}
DESK = {"viewport": {"width": 1280, "height": 900}}
SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
SLOWER = {"rate": 4}
# Long enough for the last font to have come.
SETTLED = 2000
WATCH = """
globalThis.seen = { shifts: 0, largest: 0 };
const watch = (type, act) =>
  new PerformanceObserver((list) => list.getEntries().forEach(act)).observe({ type, buffered: true });
watch("layout-shift", (entry) => { if (!entry.hadRecentInput) seen.shifts += entry.value; });
watch("largest-contentful-paint", (entry) => { seen.largest = entry.startTime; });
"""
MEASURED = """() => {
  const loads = ["navigation", "resource"].flatMap((type) => performance.getEntriesByType(type));
  const [first] = performance.getEntriesByName("first-contentful-paint");
  const bytes = loads.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
  return [bytes / 1024, loads.length, first.startTime, seen.largest, seen.shifts];
}"""
SHOWN = ("{:.1f} KB", "{:.0f}", "{:.0f} ms", "{:.0f} ms", "{:.3f}", "{:.3f}")


class Compressing(SimpleHTTPRequestHandler):
    """Sends what most hosts would."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        is_packed = path.suffix in {".woff2", ".png", ".webp"}
        body = path.read_bytes() if is_packed else gzip.compress(path.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(body)))
        if not is_packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments) -> None:
        """Quiet."""


def main() -> None:
    here = Project.here(Path(__file__).parent)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        books = [*(earlier(each, here.root, Path(folder)) for each in sys.argv[1:2]), here.built_book]
        browser = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        columns = ("page", "compressed", "requests", "first paint", "largest paint", "shift", "shift on a desk")
        print(f"| {' | '.join(columns)} |\n|{' --- |' * len(columns)}")
        for name in PAGES:
            told = [measured(browser, book, name) for book in books]
            cells = [" → ".join(each) for each in zip(*told, strict=True)]
            print(f"| {name} | {' | '.join(cells)} |", flush=True)
        browser.close()


def earlier(named: str, root: Path, folder: Path) -> Path:
    """The book of a commit, built with the packages of this version; or one that is built already."""
    if Path(named).is_dir():
        return Path(named)
    tree = folder / "earlier"
    subprocess.run(["git", "worktree", "add", "--quiet", "--detach", tree, named], cwd=root, check=True)
    try:
        (tree / "node_modules").symlink_to(root / "node_modules")
        command = [sys.executable, "-c", "from betweenus.cli import main; main()", "build"]
        subprocess.run(
            command, cwd=tree, env=os.environ | {"PYTHONPATH": str(tree)}, stdout=subprocess.DEVNULL, check=True
        )
        return (tree / "_build" / "html").rename(folder / "html")
    finally:
        subprocess.run(["git", "worktree", "remove", "--force", tree], cwd=root, check=True)


@contextmanager
def served(book: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Compressing, directory=str(book)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def measured(browser: Browser, book: Path, name: str) -> list[str]:
    """What a first visit on a slow phone takes, in the middle of a few, and what moves on as slow a desk; dashes where
    there is no such page."""
    if not (book / f"{name}.html").is_file():
        return ["–"] * len(SHOWN)
    with served(book) as address:
        url = f"{address}/{name}.html"
        visits = [[*visit(browser, url, PHONE), visit(browser, url, DESK)[-1]] for _ in range(RUNS)]
    return [form.format(statistics.median(each)) for form, each in zip(SHOWN, zip(*visits, strict=True), strict=True)]


def visit(browser: Browser, url: str, device: dict) -> list[float]:
    context = browser.new_context(**device)
    page = context.new_page()
    page.add_init_script(WATCH)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    session.send("Emulation.setCPUThrottlingRate", SLOWER)
    page.goto(url, wait_until="networkidle")
    page.wait_for_timeout(SETTLED)
    told = page.evaluate(MEASURED)
    context.close()
    return told


if __name__ == "__main__":
    main()
