"""In a real JupyterLab the same reflections appear, and no answer reaches the notebook file."""

import contextlib
import json
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import expect

from betweenus import Reflection
from betweenus.cli import EXTENSION
from betweenus.frontend import STATIC
from tests.browser.test_exit import button, expect_gone, kept, leads_elsewhere, press_shift
from tests.browser.test_store import PASSPHRASE, fill_in
from tests.tiny import copy_course

pytestmark = pytest.mark.thorough

WORDS = "marked-word-of-the-test"
NOTEBOOK = "notebooks/sleep.ipynb"
# What the example of the figure explorer needs beside the reflections.
NAMES = "globals().update(FigureExplorer.example_names())"


# Where each application shows a notebook.
EXPOSED = {"LabApp": {"expose_app_in_browser": True}, "JupyterNotebookApp": {"expose_app_in_browser": True}}
APPLICATIONS = {"jupyterlab": "lab/workspaces/{workspace}/tree", "notebook": "notebooks"}


class Lab:
    """A running JupyterLab on a copy of the tiny course; with our extension only if it is to be a home.

    Args:
        folder: for all that it keeps.
        saves_widget_state: whether it does.
        is_home: whether it has our extension.
        book: the built book, if the course has one.
        beside: a file with code that lies in the course's folder.
        application: `jupyterlab`, or `notebook` for Notebook 7.
        python: of the environment that has it.
    """

    def __init__(
        self,
        folder,
        saves_widget_state: bool,
        is_home: bool = False,
        book: Path | None = None,
        beside: str | None = None,
        application: str = "jupyterlab",
        python=sys.executable,
    ):
        self.place = APPLICATIONS[application]
        self.project = copy_course(folder / "project")
        if book:
            shutil.copytree(book, self.project / "_build" / "html")
        if beside:
            (self.project / beside).write_text("open('ran', 'w')")
        self.token = secrets.token_hex()
        self.folder = folder
        self.runtime = Path(tempfile.mkdtemp(prefix="jupyter"))  # as short as people's, for the sockets in it
        set_plugin(folder, "@jupyter-widgets/jupyterlab-manager", saveState=saves_widget_state)
        if is_home:
            set_plugin(folder, "@jupyterlab/docmanager-extension", autosaveInterval=3)
        environment = os.environ | {
            "JUPYTERLAB_SETTINGS_DIR": str(folder / "settings"),
            "JUPYTERLAB_WORKSPACES_DIR": str(folder / "workspaces"),
            "JUPYTER_RUNTIME_DIR": str(self.runtime),
            "JUPYTER_CONFIG_DIR": str(folder / "config"),
        }
        server = {"open_browser": False, "allow_root": True, "port": 0}
        command = [python, "-m", application]
        if is_home and python == sys.executable:
            command = [Path(python).with_name("betweenus"), "lab"]
        else:  # where pip has put it, or has not
            server["jpserver_extensions"] = {"betweenus.lab": is_home}
        if is_home and python != sys.executable:
            (folder / "labextensions").symlink_to(STATIC / EXTENSION)
            environment["JUPYTER_PATH"] = str(folder)
        configure(folder / "config", ServerApp=server, IdentityProvider={"token": self.token}, **EXPOSED)
        self.log = (folder / "lab.log").open("w+")
        self.process = subprocess.Popen(
            command, cwd=self.project, env=environment, stdout=self.log, stderr=subprocess.STDOUT
        )
        self.address = self.wait(self.runtime)

    def wait(self, runtime) -> str:
        """The server's address, once it answers."""
        while self.process.poll() is None:
            for path in runtime.glob("jpserver-*.json"):
                try:
                    address = json.loads(path.read_text())["url"]
                    urllib.request.urlopen(f"{address}api?token={self.token}", timeout=5)
                    return address
                except (ValueError, OSError):
                    continue
        self.log.seek(0)
        raise RuntimeError(self.log.read())

    def notebook(self) -> str:
        return (self.project / NOTEBOOK).read_text(encoding="utf-8")

    def close(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:  # JupyterLab 4.4 sometimes does not end when it is asked to
            self.process.kill()
            self.process.wait()
        self.log.close()
        shutil.rmtree(self.runtime, ignore_errors=True)


def configure(folder, **settings: dict) -> None:
    folder.mkdir()
    for name in ("server", "lab", "notebook"):
        (folder / f"jupyter_{name}_config.json").write_text(json.dumps(settings))


def set_plugin(folder, extension: str, **settings) -> None:
    path = folder / "settings" / extension / "plugin.jupyterlab-settings"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(settings))


@pytest.fixture(scope="module")
def start_lab(tmp_path_factory):
    """A function that starts JupyterLab, one of a kind: saving the state of widgets or not."""
    labs: dict[bool, Lab] = {}

    def start(saves_widget_state: bool) -> Lab:
        if saves_widget_state not in labs:
            folder = tmp_path_factory.mktemp("lab")
            labs[saves_widget_state] = Lab(folder, saves_widget_state)
        return labs[saves_widget_state]

    yield start
    for lab in labs.values():
        lab.close()


@pytest.fixture
def lab(start_lab):
    return start_lab(saves_widget_state=True)


@pytest.fixture
def page(lab, tab):
    page = tab(viewport={"width": 1280, "height": 900})
    run(page, lab, NOTEBOOK)
    return page


def run(page, lab, notebook):
    """Open a notebook and run all its cells, in a workspace of its own, where nothing of tests before comes back."""
    page.goto(address_of(lab, notebook))
    run_all(page, notebook)


def address_of(lab, path: str) -> str:
    """Of a file, in a workspace of its own."""
    place = lab.place.format(workspace=secrets.token_hex())
    return f"{lab.address}{place}/{path}?token={lab.token}"


# Until then a reflection that comes moves those below it, and stays when its notebook is closed.
ALL_SHOWN = """() => {
  const isWidget = ({ data }) => data?.["application/vnd.jupyter.widget-view+json"];
  const { widgets } = jupyterapp.shell.currentWidget.content;
  const reflections = widgets.filter((cell) => cell.model.outputs?.toJSON().some(isWidget));
  return reflections.length > 0 && reflections.every((cell) => cell.node.querySelector("[data-ready]"));
}"""


def run_all(page, notebook):
    """Run all cells of a notebook, once it is in front and its kernel is there, until every reflection is shown."""
    wait_for_front(page, notebook)
    page.wait_for_function("globalThis.jupyterapp?.shell.currentWidget?.content?.widgets?.length > 1")
    page.wait_for_function("jupyterapp.shell.currentWidget.sessionContext?.session?.kernel?.status === 'idle'")
    page.evaluate("jupyterapp.commands.execute('notebook:run-all-cells').then(() => true)")
    wait_for_all(page, notebook)


def wait_for_front(page, notebook):
    page.wait_for_function("(path) => globalThis.jupyterapp?.shell.currentWidget?.context?.path === path", arg=notebook)


def wait_for_all(page, notebook):
    """Wait until a notebook is in front with every reflection shown."""
    wait_for_front(page, notebook)
    page.wait_for_function(ALL_SHOWN, timeout=60_000)


SHOWN = """(id) => {
  const notebook = jupyterapp.shell.currentWidget.content;
  const index = notebook.widgets.findIndex((cell) => cell.model.sharedModel.source.includes(`"${id}"`));
  notebook.scrollToItem(index, "center");
  return notebook.node.querySelector(`[data-reflection-id="${id}"][data-ready]`)?.checkVisibility();
}"""


def show(page, identifier):
    """Scroll to a reflection until it is there: JupyterLab draws only the cells near the screen, and scrolls by itself
    while cells run."""
    page.wait_for_function(SHOWN, arg=identifier, polling=250, timeout=60_000)
    return page.locator(f".jp-NotebookPanel:not(.lm-mod-hidden) [data-reflection-id={identifier}][data-ready]")


def save(page):
    page.evaluate("void jupyterapp.commands.execute('docmanager:save')")
    page.wait_for_function("!jupyterapp.shell.currentWidget.context.model.dirty")


@pytest.mark.parametrize("saves_widget_state", [True, False])
def test_answers_never_reach_the_notebook_file(start_lab, tab, saves_widget_state):
    lab = start_lab(saves_widget_state)
    page = tab(viewport={"width": 1280, "height": 900})
    run(page, lab, NOTEBOOK)
    show(page, "sl-good-night").locator("textarea").fill(WORDS)
    show(page, "sl-bad-night").locator("textarea").press_sequentially(WORDS)
    show(page, "sl-awake").get_by_label("7", exact=True).check()
    save(page)

    saved = json.loads(lab.notebook())
    assert WORDS not in lab.notebook()
    assert any(cell.get("outputs") for cell in saved["cells"]), "the notebook was run and saved"
    assert ("widgets" in saved["metadata"]) == saves_widget_state


@pytest.mark.skipif(sys.platform != "linux", reason="reads the memory of a process as only Linux allows")
def test_answers_never_reach_the_memory_of_a_kernel(lab, page):
    show(page, "sl-good-night").locator("textarea").fill(WORDS)
    show(page, "sl-bad-night").locator("textarea").press_sequentially(WORDS)
    save(page)
    kernels = children_of(lab.process.pid)
    assert kernels
    for kernel in kernels:
        memory = memory_of(kernel)
        assert b"sl-good-night" in memory, "the memory that was read is the kernel's"
        assert WORDS.encode() not in memory


def children_of(parent: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{parent}/task/{parent}/children").read_text().split()]


def memory_of(process: int) -> bytes:
    """Everything that a process holds in memory of its own."""
    found = []
    with open(f"/proc/{process}/mem", "rb") as memory:
        for line in Path(f"/proc/{process}/maps").read_text().splitlines():
            span, rights, _, _, inode = line.split()[:5]
            if rights.startswith("rw") and inode == "0":
                begin, end = (int(place, 16) for place in span.split("-"))
                memory.seek(begin)
                with contextlib.suppress(OSError):
                    found.append(memory.read(end - begin))
    return b"".join(found)


def test_answers_can_be_kept_locked_and_found_again_in_my_pages(lab, page):
    show(page, "sl-good-night").locator("textarea").fill(WORDS)
    run(page, lab, "notebooks/my-pages.ipynb")
    expect(page.locator("[data-pages]")).to_contain_text(WORDS)

    fill_in(page, "Keep on this device", passphrase=PASSPHRASE, again=PASSPHRASE)
    expect(page.locator("[data-store-state]")).to_contain_text("unlocked", timeout=60_000)
    page.get_by_role("button", name="Lock", exact=True).click()
    expect(page.locator("[data-pages]")).not_to_contain_text(WORDS)
    fill_in(page, "Unlock", passphrase=PASSPHRASE)
    expect(page.locator("[data-pages]")).to_contain_text(WORDS, timeout=60_000)

    save(page)
    saved = (lab.project / "notebooks" / "my-pages.ipynb").read_text(encoding="utf-8")
    assert WORDS not in saved and PASSPHRASE not in saved


def test_a_short_way_leads_to_its_places_here_too(page):
    plan = show(page, "sl-tonight")
    way = page.locator(".short-way")
    to_top = "jupyterapp.shell.currentWidget.content.scrollToItem(0)"
    page.evaluate(to_top)
    expect(way).to_contain_text("It takes about 15 minutes")
    expect(plan).not_to_be_in_viewport()
    way.get_by_role("link").last.click()
    # JupyterLab guesses how high the cells are that it has not drawn yet, and may land short of the place at first.
    try:
        expect(plan).to_be_in_viewport(timeout=2000)
    except AssertionError:
        page.evaluate(to_top)
        way.get_by_role("link").last.click()
        expect(plan).to_be_in_viewport()
    page.evaluate(to_top)
    way.get_by_role("link").first.click()
    opened = "jupyterapp.shell.currentWidget.context.path"
    page.wait_for_function(f"{opened} === 'book/modules/sleep.md'")


def test_a_day_for_the_calendar_and_a_next_step_are_made_here_too(lab, page):
    run(page, lab, "notebooks/my-pages.ipynb")
    reminder = page.locator("[data-reflection=reminder]")
    reminder.get_by_label("In a year").check()
    with page.expect_download() as saving:
        reminder.get_by_role("button", name="Make a calendar file").click()
    assert saving.value.suggested_filename == "reminder.ics"
    page.get_by_role("button", name="A next step, if you like").click()
    step = page.locator("[data-shown]")
    expect(step).not_to_be_empty()
    assert step.locator("a").get_attribute("href") is None


def test_every_kind_of_reflection_starts(lab, tab, monkeypatch):
    monkeypatch.chdir(lab.project / "notebooks")
    kinds = Reflection.__subclasses__()
    cells = [nbformat.v4.new_code_cell(f"from betweenus import *\n{NAMES}\n{kind.example_code()}") for kind in kinds]
    kernel = {"name": "python3", "display_name": "Python 3 (ipykernel)"}
    notebook = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
    nbformat.write(notebook, lab.project / "notebooks" / "all.ipynb")

    page = tab(viewport={"width": 1280, "height": 900})
    run(page, lab, "notebooks/all.ipynb")
    for kind in kinds:
        expect(show(page, kind.example().id)).to_be_visible()


def test_words_are_there_again_after_a_reload(page):
    show(page, "sl-good-night").locator("textarea").fill(WORDS)
    save(page)
    page.reload()
    run_all(page, NOTEBOOK)
    expect(show(page, "sl-good-night").locator("textarea")).to_have_value(WORDS)


def test_keys_pressed_on_a_choice_do_not_edit_the_notebook(page):
    count = "jupyterapp.shell.currentWidget.content.widgets.length"
    before = page.evaluate(count)
    choice = show(page, "sl-awake").get_by_label("7", exact=True)
    choice.check()
    expect(choice).to_be_focused()
    for key in ("d", "d", "a", "b", "ArrowRight"):
        page.keyboard.press(key)
    assert page.evaluate(count) == before
    expect(show(page, "sl-awake").get_by_label("8", exact=True)).to_be_checked()


def test_code_is_collapsed(page):
    reflection = show(page, "sl-good-night")
    cell = page.locator(".jp-CodeCell", has=reflection)
    expect(cell.locator(".jp-CodeMirrorEditor")).to_have_count(0)


def test_the_quick_exit_leaves_at_once_and_nothing_that_was_written_comes_back(lab, page):
    show(page, "sl-good-night").locator("textarea").fill(WORDS)
    assert page.evaluate("jupyterapp.status.isDirty"), "JupyterLab would ask whether one really wants to go"
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    leads_elsewhere(page)
    button(page).click()
    expect_gone(page)
    assert asked == []

    page.go_back()
    page.wait_for_function("globalThis.jupyterapp?.shell.currentWidget")
    assert not kept(page)
    assert WORDS not in page.content()
    run(page, lab, NOTEBOOK)
    expect(show(page, "sl-good-night").locator("textarea")).to_have_value("")
    assert WORDS not in lab.notebook()


def test_three_presses_of_shift_leave_too(page):
    leads_elsewhere(page)
    show(page, "sl-good-night").locator("textarea").fill(WORDS)
    press_shift(page, 3)
    expect_gone(page)


def test_there_is_one_button_until_the_last_reflection_is_gone(lab, tab):
    first, second = "notebooks/my-pages.ipynb", "notebooks/before-and-after.ipynb"
    page = tab(viewport={"width": 1280, "height": 900})
    run(page, lab, first)
    page.evaluate("(path) => jupyterapp.commands.execute('docmanager:open', { path }).then(() => true)", second)
    run_all(page, second)
    expect(button(page)).to_have_count(1)
    close(page, second)
    expect(button(page)).to_have_count(1)
    wait_for_all(page, first)
    close(page, first)
    expect(button(page)).to_have_count(0)
    assert page.locator("#main").bounding_box()["y"] == 0


DRAW_WHILE_CLOSING = """async () => {
  const { widgets } = jupyterapp.shell.currentWidget.content;
  const isWidget = (output) => "application/vnd.jupyter.widget-view+json" in output.data;
  for (const { model, outputArea } of widgets.filter((cell) => cell.model.outputs?.length)) {
    const index = model.outputs.toJSON().findIndex((output) => output.data && isWidget(output));
    if (index < 0) continue;
    const output = outputArea.widgets[index].widgets.find((widget) => "renderModel" in widget);
    const drawn = output.renderModel(model.outputs.get(index));
    jupyterapp.shell.currentWidget.dispose();
    await drawn.catch(() => {});
    return;
  }
}"""


def test_a_reflection_that_is_drawn_while_its_notebook_closes_does_not_keep_the_button(page):
    expect(button(page)).to_have_count(1)
    page.evaluate("jupyterapp.shell.currentWidget.context.save().then(() => true)")
    page.evaluate(DRAW_WHILE_CLOSING)
    expect(button(page)).to_have_count(0)


def close(page, path):
    """Close a notebook, saved, as closing it otherwise asks what to do."""
    page.evaluate(
        """async (path) => {
          const open = [...jupyterapp.shell.widgets("main")].find(({ context }) => context?.path === path);
          await open.context.save();
          open.dispose();
        }""",
        path,
    )


@pytest.mark.parametrize("width", [390, 1280])
def test_the_button_lies_over_nothing_and_nothing_over_it(page, width):
    page.set_viewport_size({"width": width, "height": 800})
    box = button(page).bounding_box()
    assert box["x"] + box["width"] <= width
    page.wait_for_function(
        "(end) => document.querySelector('#main').getBoundingClientRect().top >= end", arg=end_of(box)
    )
    main = page.locator("#main").bounding_box()
    assert end_of(main) == 800
    page.evaluate("void jupyterapp.commands.execute('application:close')")
    expect(page.locator(".jp-Dialog")).to_be_visible()
    button(page).click(trial=True)


def end_of(box):
    return box["y"] + box["height"]


def test_the_button_is_the_first_that_tab_finds(page):
    leads_elsewhere(page)
    page.mouse.click(5, 5)  # beside it, where Tab begins anew
    page.keyboard.press("Tab")
    expect(button(page)).to_be_focused()
    page.keyboard.press("Enter")
    expect_gone(page)


def test_a_dialog_of_a_reflection_has_the_link_too(lab, page):
    run(page, lab, "notebooks/my-pages.ipynb")
    leads_elsewhere(page)
    page.get_by_role("button", name="Keep on this device").click()
    page.locator("dialog[open] a[data-exit]").click()
    expect_gone(page)


def test_an_exit_leaves_nothing_written_in_another_tab_of_jupyterlab(lab, page):
    other = page.context.new_page()
    run(other, lab, NOTEBOOK)
    show(other, "sl-good-night").locator("textarea").fill(WORDS)
    leads_elsewhere(page)
    button(page).click()
    expect_gone(page)
    expect(show(other, "sl-good-night").locator("textarea")).to_have_value("")
    assert not kept(other)
    assert WORDS not in other.content()


def test_an_exit_closes_the_dialogs_of_another_tab_of_jupyterlab(lab, page):
    other = page.context.new_page()
    run(other, lab, "notebooks/my-pages.ipynb")
    other.get_by_role("button", name="Keep on this device").first.click()
    other.locator("dialog[open] [name=passphrase]").fill(PASSPHRASE)
    leads_elsewhere(page)
    button(page).click()
    expect_gone(page)
    expect(other.locator("dialog[open]")).to_have_count(0)
    assert not any(field.input_value() for field in other.locator("[name=passphrase]").all())
