"""JupyterLab as a home: the course's notebooks are there when they are opened, and nothing else runs by itself."""

import json
import sys

import nbformat
import pytest
from playwright.sync_api import expect

from tests.browser.test_exit import button, expect_gone, leads_elsewhere, press_shift
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

NOTEBOOK = "notebooks/sleep.ipynb"
OTHER = "notebooks/my-pages.ipynb"
KERNEL = {"name": "python3", "display_name": "Python 3 (ipykernel)"}
SHOWN_NOW = "jupyterapp.shell.currentWidget"


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """JupyterLab with the extension, as `betweenus lab` starts it, which saves by itself after three seconds."""
    lab = Lab(tmp_path_factory.mktemp("home"), saves_widget_state=True, is_home=True)
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
    told = (home.folder / "lab.log").read_text().splitlines()
    assert [line for line in told if "Kernel is running over TCP without encryption" not in line] == []


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
        page.goto(address_of(home, ""))
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
