"""In Notebook 7, and in the JupyterLab that it stands on, the oldest that is served, the course is at home too."""

import pytest
from playwright.sync_api import expect

from tests.browser.hosts.environments import python_hosts
from tests.browser.test_exit import button, expect_gone, leads_elsewhere, press_shift
from tests.browser.test_jupyterlab import APPLICATIONS, NOTEBOOK, WORDS, Lab, address_of, save, show, wait_for_all
from tests.browser.test_store import PASSPHRASE, SLOW, fill_in

pytestmark = pytest.mark.thorough

MY_PAGES = "notebooks/my-pages.ipynb"


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


def test_answers_are_in_my_pages_and_kept_from_there(home, page):
    show(page, "sl-good-night").locator("textarea").fill(WORDS)
    page.goto(address_of(home, MY_PAGES))
    wait_for_all(page, MY_PAGES)
    expect(page.locator("[data-pages]")).to_contain_text(WORDS)
    fill_in(page, "Keep on this device", passphrase=PASSPHRASE, again=PASSPHRASE)
    expect(page.locator("[data-store-state]")).to_contain_text("On this device, unlocked · 1 answer", timeout=SLOW)


WAYS_OUT = {"button": lambda page: button(page).click(), "Shift": lambda page: press_shift(page, 3)}


@pytest.mark.parametrize("leave", WAYS_OUT.values(), ids=WAYS_OUT)
def test_the_exit_leaves_by_button_and_by_shift(page, leave):
    leads_elsewhere(page)
    leave(page)
    expect_gone(page)
