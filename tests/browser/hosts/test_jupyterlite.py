"""In JupyterLite without Python nothing is served: what a notebook shows there that was run elsewhere."""

import subprocess

import nbformat
import pytest
from nbclient import NotebookClient
from playwright.sync_api import expect

from tests.browser.hosts.environments import python_hosts
from tests.browser.hosts.plain import serving
from tests.browser.hosts.tried import WORDS, Listener
from tests.browser.test_exit import button, kept

pytestmark = pytest.mark.thorough

PROMPT = "What does closeness mean to you?"
CELL = f'from betweenus import Journal\nJournal(id="host-word", prompt="{PROMPT}")'


@pytest.fixture
def address(tmp_path):
    """A site with a notebook that was run before, with all that its widgets would need."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(CELL)])
    NotebookClient(notebook, store_widget_state=True).execute()
    files, site = tmp_path / "files", tmp_path / "site"
    files.mkdir()
    nbformat.write(notebook, files / "run.ipynb")
    command = [python_hosts() / "bin" / "jupyter-lite", "build", "--contents", files, "--output-dir", site]
    done = subprocess.run([*command, "--apps", "notebooks"], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (site / "extensions" / "anywidget").is_dir()
    with serving(site) as address:
        yield address


def test_in_jupyterlite_without_python_a_box_is_shown_that_keeps_nothing_and_sends_nothing(tab, address):
    page = tab(viewport={"width": 1280, "height": 900})
    heard = Listener()
    heard.listen(page)
    page.goto(f"{address}/notebooks/index.html?path=run.ipynb")
    page.locator(".jp-Dialog .jp-mod-reject").click(timeout=60_000)
    output = page.locator(".jp-OutputArea-output")
    expect(output).to_contain_text(PROMPT)
    output.locator("textarea").click()
    page.keyboard.type(WORDS)
    expect(output.locator("textarea")).to_have_value(WORDS)
    assert page.locator("[data-ready]").count() == 0
    assert button(page).count() == 0
    assert kept(page) == []
    assert not any(WORDS in each for each in heard.sent)
