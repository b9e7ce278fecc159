"""JupyterLab as a home: the course's notebooks are there when they are opened, and nothing else runs by itself."""

import json
import secrets
import sys

import nbformat
import pytest
from playwright.sync_api import expect

from tests.browser.test_exit import button, expect_gone, kept, leads_elsewhere, press_shift
from tests.browser.test_jupyterlab import (
    WORDS,
    Lab,
    address_of,
    children_of,
    memory_of,
    show,
    wait_for_all,
    wait_for_front,
)
from tests.browser.test_store import PASSPHRASE, SLOW

NOTEBOOK = "notebooks/sleep.ipynb"
OTHER = "notebooks/my-pages.ipynb"
KERNEL = {"name": "python3", "display_name": "Python 3 (ipykernel)"}
SHOWN_NOW = "jupyterapp.shell.currentWidget"


@pytest.fixture(scope="module")
def home(tmp_path_factory, course_book):
    """JupyterLab with the extension, as `betweenus lab` starts it, which saves by itself after three seconds."""
    lab = Lab(tmp_path_factory.mktemp("home"), saves_widget_state=True, is_home=True, book=course_book)
    yield lab
    lab.close()


@pytest.fixture
def wide(tab):
    return tab(viewport={"width": 1280, "height": 900})


@pytest.fixture
def page(home, wide):
    """A tab with a notebook of the course, that nobody has run."""
    open_notebook(wide, home, NOTEBOOK)
    wait_for_all(wide, NOTEBOOK)
    return wide


def start_of(lab) -> str:
    """The address without any notebook, in a workspace of its own."""
    return f"{lab.address}lab/workspaces/{secrets.token_hex()}?token={lab.token}"


def open_notebook(page, lab, notebook):
    page.goto(address_of(lab, notebook))
    wait_for_front(page, notebook)


def open_too(page, notebook):
    page.evaluate("(path) => jupyterapp.commands.execute('docmanager:open', { path }).then(() => true)", notebook)
    wait_for_front(page, notebook)


def test_the_prompts_are_there_when_a_notebook_opens_and_the_reader_is_at_its_top(page):
    page.wait_for_function(f"{SHOWN_NOW}.content.activeCellIndex === 0")
    expect(page.get_by_role("heading", name="Sleep: your own pages")).to_be_in_viewport()
    expect(page.locator(".jp-CodeMirrorEditor:visible")).to_have_count(0)
    expect(page.get_by_text("Run All Cells").locator("visible=true")).to_have_count(0)
    expect(page.locator(".jp-Placeholder:visible, .jp-InputPlaceholder:visible")).to_have_count(0)
    expect(page.locator(".lab-bar")).to_contain_text("stays in this browser tab")
    expect(button(page)).to_have_count(1)
    expect(page.locator(".jp-Dialog, .jp-toast-button")).to_have_count(0)


def test_who_starts_it_is_told_of_nothing_that_went_wrong(home, page):
    assert (home.folder / "lab.log").read_text() == ""


def test_what_is_typed_reaches_no_file_no_kernel_no_log_and_no_request(home, wide):
    before = home.notebook()
    sent = []
    wide.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(as_bytes(frame))))
    wide.on("request", lambda request: sent.append(request.url.encode() + (request.post_data_buffer or b"")))
    open_notebook(wide, home, NOTEBOOK)
    wait_for_all(wide, NOTEBOOK)
    show(wide, "sl-good-night").locator("textarea").fill(WORDS)
    show(wide, "sl-bad-night").locator("textarea").press_sequentially(WORDS)
    show(wide, "sl-awake").get_by_label("7", exact=True).check()
    wide.keyboard.press("Control+s")
    wide.evaluate("jupyterapp.commands.execute('docmanager:save').then(() => true)")
    wait_for_a_save_by_itself(wide, home)

    assert home.notebook() == before, "nothing saves over the course"
    assert any(b"sl-good-night" in each for each in sent), "what was heard is what the kernel is told"
    assert not any(WORDS.encode() in each for each in sent)
    assert files_with(home.folder, "sl-good-night") and not files_with(home.folder, WORDS)
    if sys.platform == "linux":
        assert not any(WORDS.encode() in memory_of(process) for process in [home.process.pid, *children(home)])


def children(lab) -> list[int]:
    kernels = children_of(lab.process.pid)
    assert kernels
    return kernels


def as_bytes(frame) -> bytes:
    return frame if isinstance(frame, bytes) else frame.encode()


def files_with(folder, words) -> list:
    """Every file of the course, of the workspaces, settings and checkpoints, and the server's log."""
    return [path for path in folder.rglob("*") if path.is_file() and words.encode() in path.read_bytes()]


def wait_for_a_save_by_itself(page, lab):
    """Until JupyterLab has saved a notebook of the reader's own that was changed later, which nobody asked it to."""
    own = lab.project / "own.ipynb"
    nbformat.write(
        nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1 + 1")], metadata={"kernelspec": KERNEL}), own
    )
    open_too(page, own.name)
    page.wait_for_function(f"{SHOWN_NOW}.content.model?.cells.length === 1")
    page.evaluate(f"void {SHOWN_NOW}.content.model.cells.get(0).sharedModel.setSource('2 + 2')")
    page.wait_for_function(f"!{SHOWN_NOW}.context.model.dirty", timeout=60_000)
    assert "2 + 2" in own.read_text(encoding="utf-8")


def copy_elsewhere(lab) -> str:
    """To the letter, at another place."""
    (lab.project / "elsewhere.ipynb").write_text(lab.notebook(), encoding="utf-8")
    return "elsewhere.ipynb"


def changed_since(lab) -> str:
    """At a path of the course, with a cell more."""
    path = "notebooks/before-and-after.ipynb"
    content = json.loads((lab.project / path).read_text(encoding="utf-8"))
    content["cells"].append(nbformat.v4.new_code_cell("open('ran', 'w')"))
    (lab.project / path).write_text(json.dumps(content), encoding="utf-8")
    return path


@pytest.mark.thorough
@pytest.mark.parametrize("craft", [changed_since, copy_elsewhere])
def test_a_notebook_that_only_looks_like_the_courses_is_not_run(home, wide, craft):
    path = craft(home)
    open_notebook(wide, home, path)
    open_too(wide, NOTEBOOK)
    wait_for_all(wide, NOTEBOOK)  # until then it would have been run
    open_too(wide, path)
    counts = f"[...{SHOWN_NOW}.content.model.cells].map((cell) => cell.executionCount ?? null)"
    assert set(wide.evaluate(counts)) == {None}
    assert not (home.project / "notebooks" / "ran").exists()
    expect(wide.locator(".jp-NotebookPanel:not(.lm-mod-hidden).lab-quiet")).to_have_count(0)


@pytest.mark.thorough
def test_no_code_of_a_course_runs_because_jupyterlab_starts_on_it(tmp_path):
    lab = Lab(tmp_path / "lab", saves_widget_state=True, is_home=True, beside="jupyterlab.py")
    lab.close()
    assert not (lab.project / "ran").exists()


@pytest.mark.thorough
def test_closing_and_leaving_ask_nothing(page):
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    show(page, "sl-good-night").locator("textarea").fill(WORDS)
    assert not page.evaluate("jupyterapp.status.isDirty")
    page.evaluate("void jupyterapp.commands.execute('application:close')")
    page.wait_for_function(f"{SHOWN_NOW}?.context?.path !== '{NOTEBOOK}'")
    expect(page.locator(".jp-Dialog")).to_have_count(0)
    page.goto("about:blank")
    assert asked == []


@pytest.mark.thorough
def test_the_exit_is_there_before_any_notebook_and_leaves_by_button_and_by_shift(home, tab):
    for leave in (lambda page: button(page).click(), lambda page: press_shift(page, 3)):
        page = tab(viewport={"width": 1280, "height": 900})
        page.goto(start_of(home))
        expect(page.locator(".lab-home")).to_be_visible()
        leads_elsewhere(page)
        leave(page)
        expect_gone(page)


@pytest.mark.thorough
def test_the_panel_leads_to_my_pages_and_has_help(page):
    show(page, "sl-good-night").locator("textarea").fill(WORDS)
    panel = page.locator(".lab-home")
    panel.get_by_role("button", name="My pages").click()
    wait_for_all(page, OTHER)
    expect(page.locator("[data-pages]")).to_contain_text(WORDS)
    panel.get_by_text("Help", exact=True).click()
    panel.get_by_text("Lull: 000").click()
    expect(panel).to_contain_text("0800 00-00 01")


IN_PAGE = ".lab-pages iframe"


def press(page, link):
    """A link in the open notebook, wherever JupyterLab has drawn it."""
    page.evaluate(f"{SHOWN_NOW}.content.scrollToItem({SHOWN_NOW}.content.widgets.length - 1)")
    page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)").get_by_role("link", name=link).click()


def test_a_link_to_a_page_shows_it_as_the_book_does(page):
    press(page, "Help")
    shown = page.frame_locator(IN_PAGE)
    expect(shown.get_by_text("0800 00-00 01").first).to_be_attached()
    expect(shown.locator("main h1")).to_be_visible()
    expect(page.locator("#betweenus-pages")).to_be_visible()


@pytest.mark.thorough
def test_without_a_built_book_help_is_in_the_panel(home, wide):
    wide.route("**/betweenus/home", unbuilt)
    open_notebook(wide, home, NOTEBOOK)
    wait_for_all(wide, NOTEBOOK)
    press(wide, "Help")
    expect(wide.locator(".lab-home").get_by_text("Lull: 000")).to_be_visible()
    expect(wide.locator(IN_PAGE)).to_have_count(0)


def unbuilt(route):
    told = route.fetch().json() | {"pages": None}
    route.fulfill(json=told)


@pytest.mark.thorough
def test_the_course_is_what_is_seen_first_and_its_links_lead_to_pages_and_notebooks(home, wide):
    wide.goto(start_of(home))
    shown = wide.frame_locator(IN_PAGE)
    expect(shown.locator("main h1")).to_be_visible()
    expect(wide.locator(".jp-Launcher")).to_have_count(0)
    expect(shown.locator("[data-exit]")).to_have_count(0)
    shown.get_by_role("link", name="Help").first.click()
    expect(shown.get_by_text("0800 00-00 01").first).to_be_attached()
    wide.get_by_role("button", name="Start here").click()
    shown.locator("a[href*='notebooks/sleep.html']").first.evaluate("(link) => link.click()")
    wait_for_all(wide, NOTEBOOK)


@pytest.mark.thorough
def test_shift_leaves_from_a_page_too(home, wide):
    wide.goto(start_of(home))
    wide.frame_locator(IN_PAGE).locator("main h1").click()
    leads_elsewhere(wide)
    press_shift(wide, 3)
    expect_gone(wide)


CRAFTED = """<!doctype html><title>Crafted</title><h1>Crafted</h1>
<script>top.document.documentElement.dataset.cracked = ""</script>
<img src="none" onerror="top.document.documentElement.dataset.cracked = ''">
<iframe srcdoc="<script>top.document.documentElement.dataset.cracked = ''</script>"></iframe>"""


def test_no_script_of_a_page_runs_whoever_built_it(home, wide):
    (home.project / "_build" / "html" / "crafted.html").write_text(CRAFTED, encoding="utf-8")
    wide.goto(start_of(home))
    shown = wide.frame_locator(IN_PAGE)
    expect(shown.locator("main h1")).to_be_visible()
    wide.frames[-1].evaluate("location.replace('/betweenus/pages/crafted.html')")
    expect(shown.locator("h1")).to_have_text("Crafted")
    assert wide.evaluate("document.documentElement.dataset.cracked") is None
    wide.goto(f"{home.address}betweenus/pages/crafted.html?token={home.token}")
    expect(wide.locator("h1")).to_have_text("Crafted")
    assert wide.evaluate("document.documentElement.dataset.cracked") is None


@pytest.mark.thorough
def test_nobody_reads_pages_without_the_token(home, tab):
    page = tab(viewport={"width": 1280, "height": 900})
    page.goto(f"{home.address}betweenus/pages/book/help.html")
    expect(page.locator("input[type=password]").first).to_be_visible()


@pytest.mark.thorough
def test_each_spot_of_a_reflection_can_be_pressed(page):
    box = show(page, "sl-good-night").locator("textarea")
    box.click(position={"x": 3, "y": 3})
    expect(box).to_be_focused()
    first = show(page, "sl-awake").get_by_role("radio").first
    first.click()
    expect(first).to_be_checked()


def test_after_a_notebook_was_closed_and_opened_again_answers_can_be_kept(page):
    show(page, "sl-good-night").locator("textarea").fill(WORDS)
    page.evaluate("void jupyterapp.commands.execute('application:close')")
    page.wait_for_function(f"{SHOWN_NOW}?.context?.path !== '{NOTEBOOK}'")
    page.get_by_role("button", name="My pages").click()
    wait_for_all(page, OTHER)
    expect(page.locator("[data-pages]").get_by_role("heading", name="Sleep")).to_be_visible()
    page.get_by_role("button", name="Keep on this device").first.click()
    fields = page.locator("dialog[open] [data-passphrase]")
    fields.first.fill(PASSPHRASE)
    fields.last.fill(PASSPHRASE)
    fields.last.press("Enter")  # JupyterLab takes it away from fields
    expect(page.locator("[data-store-state]")).to_contain_text("On this device, unlocked", timeout=SLOW)


@pytest.mark.thorough
def test_the_exit_can_be_read_under_the_pointer(page):
    colours = (
        "(link) => { const { color, backgroundColor } = getComputedStyle(link); return [color, backgroundColor]; }"
    )
    before = button(page).evaluate(colours)
    button(page).hover()
    assert button(page).evaluate(colours) == before


@pytest.mark.thorough
def test_after_the_exit_going_back_leads_out_and_jupyterlab_opens_nothing_by_itself(home, wide):
    address = start_of(home)
    wide.goto(f"{home.address}betweenus/pages/book/help.html?token={home.token}")
    wide.goto(address)
    expect(wide.locator(".lab-home")).to_be_visible()
    open_too(wide, NOTEBOOK)
    wait_for_all(wide, NOTEBOOK)
    saved = wide.expect_response(lambda answer: "api/workspaces" in answer.url and answer.request.method == "PUT")
    with saved:
        open_too(wide, OTHER)
    leads_elsewhere(wide)
    button(wide).click()
    expect_gone(wide)
    wide.go_back()
    wide.wait_for_url("**/book/help.html**")
    wide.goto(address)
    expect(wide.locator(IN_PAGE)).to_be_visible()
    assert wide.evaluate("[...jupyterapp.shell.widgets('main')].map(({ id }) => id)") == ["betweenus-pages"]


@pytest.mark.thorough
def test_finishing_asks_before_it_forgets_and_ends_jupyterlab(tmp_path, wide):
    lab = Lab(tmp_path / "lab", saves_widget_state=True, is_home=True)
    open_notebook(wide, lab, NOTEBOOK)
    wait_for_all(wide, NOTEBOOK)
    show(wide, "sl-good-night").locator("textarea").fill(WORDS)
    panel = wide.locator(".lab-home")
    panel.get_by_role("button", name="Finish for today").click()
    expect(panel.get_by_role("status")).to_contain_text("1 answer is only in this browser tab")
    panel.get_by_role("button", name="Not yet").click()
    expect(panel.get_by_role("button", name="Finish for today")).to_be_focused()
    panel.get_by_role("button", name="Finish for today").click()
    panel.get_by_role("button", name="Forget them and finish").click()
    expect(wide.get_by_role("alert")).to_contain_text("Finished.")
    assert lab.process.wait(timeout=60) == 0
    assert not kept(wide) and WORDS not in wide.content()
    lab.close()


@pytest.mark.thorough
def test_code_shows_to_whoever_asks_for_it(page):
    page.get_by_label("Show the code").check()
    expect(page.locator(".jp-CodeCell .jp-Cell-inputWrapper:visible").first).to_be_visible()
    page.get_by_label("Show the code").uncheck()
    expect(page.locator(".jp-CodeCell .jp-Cell-inputWrapper:visible")).to_have_count(0)


@pytest.mark.thorough
def test_neither_keys_nor_two_clicks_change_a_page_of_the_course(page):
    count = f"{SHOWN_NOW}.content.widgets.length"
    before = page.evaluate(count)
    page.get_by_role("heading", name="Sleep: your own pages").dblclick()
    for key in ("Escape", "d", "d", "a", "x", "Enter", "y"):
        page.keyboard.press(key)
    assert page.evaluate(count) == before
    assert page.evaluate(f"{SHOWN_NOW}.content.widgets[0].rendered")


@pytest.mark.thorough
def test_who_writes_the_course_can_edit_and_save_a_notebook(home, wide):
    path = "notebooks/night.ipynb"
    open_notebook(wide, home, path)
    wide.wait_for_function(f"{SHOWN_NOW}.node.classList.contains('lab-quiet')")
    wide.get_by_role("button", name="Edit the open notebook").click()
    wide.evaluate(f"void {SHOWN_NOW}.content.model.cells.get(0).sharedModel.setSource('# Mine')")
    wide.wait_for_function(f"{SHOWN_NOW}.context.model.dirty")
    wide.evaluate("jupyterapp.commands.execute('docmanager:save').then(() => true)")
    assert "# Mine" in (home.project / path).read_text(encoding="utf-8")


@pytest.mark.thorough
def test_nothing_asks_another_host_and_no_news_are_looked_for(home, wide):
    asked = []
    wide.on("request", lambda request: asked.append(request.url))
    open_notebook(wide, home, NOTEBOOK)
    wait_for_all(wide, NOTEBOOK)
    own = ("data:", "blob:", home.address, home.address.replace("http", "ws", 1))
    assert asked and [url for url in asked if not url.startswith(own)] == []
    assert [url for url in asked if "/lab/api/news" in url or "/lab/api/update" in url] == []


@pytest.mark.thorough
@pytest.mark.parametrize("width", [390, 768])
def test_on_a_narrow_screen_the_page_has_the_room_and_the_exit_its_place(home, tab, width):
    page = tab(viewport={"width": width, "height": 800})
    open_notebook(page, home, NOTEBOOK)
    wait_for_all(page, NOTEBOOK)
    expect(page.locator(".lab-home")).to_be_hidden()
    notebook = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)").bounding_box()
    assert notebook["width"] > 0.7 * width
    bar = page.locator(".exit-corner").bounding_box()
    assert bar["x"] == 0 and bar["width"] == width
    assert bar["y"] + bar["height"] <= page.locator("#main").bounding_box()["y"]
    button(page).click(trial=True)


@pytest.mark.thorough
def test_after_a_reload_it_is_all_there_again(page):
    show(page, "sl-good-night").locator("textarea").fill(WORDS)
    page.reload()
    wait_for_all(page, NOTEBOOK)
    expect(show(page, "sl-good-night").locator("textarea")).to_have_value(WORDS)
