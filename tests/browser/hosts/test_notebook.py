"""In Notebook 7, and in the JupyterLab that it stands on, the oldest that is served, the course is at home too."""

import pytest
from playwright.sync_api import expect

from tests.browser.hosts.environments import python_hosts
from tests.browser.test_exit import button, expect_gone, leads_elsewhere, press_shift
from tests.browser.test_jupyterlab import APPLICATIONS, NOTEBOOK, WORDS, Lab, address_of, save, show, wait_for_all

pytestmark = pytest.mark.thorough


@pytest.fixture(scope="module", params=APPLICATIONS)
def home(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp(request.param)
    python = python_hosts() / "bin" / "python"
    lab = Lab(folder, saves_widget_state=True, is_home=True, application=request.param, python=python)
    yield lab
    lab.close()


@pytest.fixture
def page(home, tab):
    page = tab(viewport={"width": 1280, "height": 900})
    page.goto(address_of(home, NOTEBOOK))
    wait_for_all(page, NOTEBOOK)
    return page


def test_the_prompts_are_there_without_code_and_nothing_that_is_typed_is_saved(home, page):
    before = home.notebook()
    show(page, "sl-good-night").locator("textarea").fill(WORDS)
    expect(page.locator(".jp-CodeMirrorEditor:visible")).to_have_count(0)
    expect(page.locator(".lab-bar")).to_contain_text("stays in this browser tab")
    save(page)
    assert home.notebook() == before
    assert not [path for path in home.folder.rglob("*") if path.is_file() and WORDS.encode() in path.read_bytes()]


@pytest.mark.parametrize("leave", [lambda page: button(page).click(), lambda page: press_shift(page, 3)])
def test_the_exit_leaves_by_button_and_by_shift(page, leave):
    leads_elsewhere(page)
    leave(page)
    expect_gone(page)
