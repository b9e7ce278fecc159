"""What is the same in every host that serves reflections, and what each leaves out."""

import re
from dataclasses import dataclass, field

from playwright.sync_api import Page, expect

WORDS = "marked-word-of-the-test"
STATE = "[data-store-state]"


@dataclass
class Listener:
    """Everything that a page sends to its host."""

    sent: list[str] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        page.on("request", lambda request: self.sent.append(request.post_data or request.url))
        page.on("websocket", lambda socket: socket.on("framesent", lambda frame: self.sent.append(str(frame))))


def write(page: Page, say: str = WORDS) -> None:
    """Type letter by letter, as somebody does: a host may hear each key."""
    expect(page.locator("[data-reflection=journal][data-ready]")).to_be_visible(timeout=30_000)
    expect(page.locator("[data-reflection=my-pages][data-ready]")).to_be_visible(timeout=30_000)
    box = page.locator("[data-reflection=journal] textarea")
    box.click()
    page.keyboard.type(say)
    expect(box).to_have_value(say)
    expect(page.locator("[data-reflection=journal] [data-status]")).to_have_text("Kept in this tab only.")
    expect(page.locator(STATE)).to_have_text("Only in this tab · 1 answer")


def expect_look(page: Page) -> None:
    """A frame, and a dialog in the middle whose title is a title, whatever the host's own styles say."""
    expect(page.locator("[data-reflection=journal]")).not_to_have_css("border-radius", "0px")
    page.get_by_role("button", name="Keep on this device").click()
    dialog = page.locator("dialog[open]")
    expect(dialog.locator("h2")).to_have_css("font-weight", re.compile("[67]00"))
    box, width = dialog.bounding_box(), page.viewport_size["width"]
    assert abs(box["x"] + box["width"] / 2 - width / 2) < 10
