"""Takes the pictures that README.md shows, in light and in dark, from the built book: `make pictures`."""

import io
import threading
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from betweenus.book.server import open_server
from betweenus.project import Project
from tests.browser.chromium import QUIET
from tests.browser.pages import wait_for_style
from tests.tools import chromium

HERE = Path(__file__).parent
FOLDER = HERE / "pictures"
LIMIT = 60 * 1024
PHONE, WIDE = (390, 844), (1280, 800)


@dataclass(frozen=True)
class Picture:
    """What a window of a size shows of a page.

    Attributes:
        top: what stands at the top of the window; nothing for the top of the page.
        alone: whether that is all that is shown.
    """

    name: str
    page: str
    size: tuple[int, int]
    top: str = ""
    alone: bool = False


PICTURES = (
    Picture("cover", "book/welcome.html", WIDE),
    Picture("module", "book/modules/communication.html", PHONE),
    Picture("own-pages", "notebooks/communication.html#part-2", PHONE),
    Picture("evening", "book/facilitators/evening.html", PHONE),
    Picture("figure", "book/modules/communication.html", WIDE, top="main figure", alone=True),
)


def main() -> None:
    server = open_server(Project.here(HERE).built_book, port=0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        for picture in PICTURES:
            for scheme in ("light", "dark"):
                path = FOLDER / f"{picture.name}-{scheme}.webp"
                path.write_bytes(small(shot(browser, address, picture, scheme)))
                print(f"{path.relative_to(HERE.parent)}: {path.stat().st_size / 1024:.0f} KB")
        browser.close()


def shot(browser: Browser, address: str, picture: Picture, scheme: str) -> Image.Image:
    width, height = picture.size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=1.5,
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(f"{address}/{picture.page}", wait_until="networkidle")
    page.reload(wait_until="networkidle")  # fonts that came late are for the next page
    wait_for_style(page)
    part = page.locator(picture.top or "body").first
    if picture.top:
        part.evaluate("(element) => { element.scrollIntoView(); scrollBy(0, -100); }")
    taken = part.screenshot() if picture.alone else page.screenshot()
    context.close()
    return Image.open(io.BytesIO(taken))


def small(image: Image.Image) -> bytes:
    """An image as a WebP file that nobody waits for, as good as it can then be."""
    for quality in range(85, 20, -10):
        kept = io.BytesIO()
        image.convert("RGB").save(kept, "WEBP", quality=quality, method=6)
        if kept.tell() <= LIMIT:
            break
    return kept.getvalue()


if __name__ == "__main__":
    main()
