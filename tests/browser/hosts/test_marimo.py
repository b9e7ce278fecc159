"""In a real marimo the same reflections appear, and nothing typed reaches its server."""

import os
import socket
import subprocess
import time
import urllib.request

import pytest
from playwright.sync_api import expect

from tests.browser.hosts.environments import python_hosts
from tests.browser.hosts.tried import STATE, Listener, expect_look, write
from tests.browser.test_exit import button, expect_gone, leads_elsewhere
from tests.browser.test_store import PASSPHRASE, SLOW, fill_in
from tests.tiny import copy_course

pytestmark = pytest.mark.thorough

NOTEBOOK = """import marimo

app = marimo.App()


@app.cell
def _():
    from betweenus import Journal, MyPages

    return Journal, MyPages


@app.cell
def _(Journal):
    Journal(id="host-word", prompt="What does closeness mean to you?")
    return


@app.cell
def _(MyPages):
    MyPages.example()
    return
"""


@pytest.fixture(scope="module")
def marimo(tmp_path_factory):
    """The address of a running app, and the folder of its notebook and of what it writes down."""
    folder = copy_course(tmp_path_factory.mktemp("marimo") / "course")
    notebook = folder / "notebooks" / "host.py"
    notebook.write_text(NOTEBOOK, encoding="utf-8")
    address = f"http://127.0.0.1:{free_port()}"
    port = address.rpartition(":")[2]
    command = [python_hosts() / "bin" / "python", "-m", "marimo", "run", notebook, "--headless", "--no-token"]
    log = folder / "server.log"
    environment = os.environ | {"XDG_CONFIG_HOME": str(folder), "XDG_STATE_HOME": str(folder)}
    with log.open("w") as out:
        options = {"cwd": notebook.parent, "env": environment, "stdout": out, "stderr": out}
        process = subprocess.Popen([*command, "--host", "127.0.0.1", "--port", port], **options)
    wait_for(address, process, log)
    yield address, folder
    process.terminate()
    process.wait()


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def wait_for(address, process, log):
    while process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5)
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(log.read_text())


@pytest.fixture
def page(tab, marimo):
    page = tab(viewport={"width": 1280, "height": 900})
    page.heard = Listener()
    page.heard.listen(page)
    page.goto(marimo[0])
    return page


def test_in_marimo_a_reflection_is_written_in_and_nothing_typed_reaches_the_server(page, marimo):
    write(page)
    expect_look(page)
    # marimo has a package of its own named marked, hence the whole word.
    assert not any("marked-word" in each for each in page.heard.sent)
    assert not any("marked-word" in path.read_text(errors="ignore") for path in marimo[1].rglob("*") if path.is_file())


def test_in_marimo_answers_are_kept_locked_and_unlocked(page):
    write(page)
    fill_in(page, "Keep on this device", passphrase=PASSPHRASE, again=PASSPHRASE)
    expect(page.locator(STATE)).to_contain_text("On this device, unlocked", timeout=SLOW)
    page.get_by_role("button", name="Lock", exact=True).click()
    fill_in(page, "Unlock…", passphrase=PASSPHRASE)
    expect(page.locator(STATE)).to_have_text("On this device, unlocked · 1 answer", timeout=SLOW)


def test_in_marimo_the_exit_leaves(page):
    leads_elsewhere(page)
    write(page)
    button(page).click()
    expect_gone(page)
