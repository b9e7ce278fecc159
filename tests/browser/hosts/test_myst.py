"""In a MyST site: mystmd makes the page, and what its theme shows widgets with shows it. The rest of the theme is not
to be had offline."""

import contextlib
import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import expect

from betweenus import Journal, MyPages, write_for_myst
from tests.browser.hosts.environments import MYST, myst
from tests.browser.hosts.plain import serving
from tests.browser.hosts.tried import Listener, expect_look, write
from tests.browser.test_exit import button, expect_gone, leads_elsewhere
from tests.conftest import ROOT

pytestmark = pytest.mark.thorough
BIN = ROOT / ".venv" / "bin"


@pytest.fixture
def address(tmp_path):
    with serving(site(tmp_path)) as address:
        yield address


def site(folder: Path) -> Path:
    """A site with a page of two reflections."""
    environment = myst()
    pages = folder / "pages"
    shutil.copytree(MYST, pages)
    own = (Journal(id="host-word", prompt="What does closeness mean to you?"), MyPages.example())
    with contextlib.chdir(pages):
        write_for_myst("reflections", *own)
    included = "\n\n".join(f"```{{include}} /reflections/{each.id}.md\n```" for each in own)
    (pages / "index.md").write_text(f"# A page\n\n{included}\n", encoding="utf-8")
    node(environment / "node_modules" / "mystmd" / "dist" / "myst.cjs", "build", "--site", "--ci", cwd=pages)
    made, served = pages / "_build" / "site", folder / "served"
    shutil.copytree(made / "public", served)
    shutil.copytree(made / "content", served / "content")
    shutil.copy(MYST / "index.html", served)
    shutil.copy(MYST / "page.js", environment)
    bundler = ROOT / "node_modules" / "esbuild" / "bin" / "esbuild"
    node(bundler, "page.js", "--bundle", "--format=esm", f"--outfile={served / 'page.js'}", cwd=environment)
    return served


def node(*command, cwd: Path) -> None:
    done = subprocess.run([BIN / "node", *command], cwd=cwd, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def page(tab, address):
    page = tab(viewport={"width": 1280, "height": 900})
    page.heard = Listener()
    page.heard.listen(page)
    page.goto(address)
    return page


def test_in_myst_a_reflection_is_written_in_and_nothing_typed_is_sent(page):
    write(page)
    expect_look(page)
    assert not any("marked" in each for each in page.heard.sent)


def test_in_myst_nothing_can_be_locked_and_the_page_says_so(page):
    write(page)
    page.get_by_role("button", name="Keep on this device").click()
    expect(page.locator("dialog[open] [data-error]")).to_contain_text("no Python behind it that answers")


def test_in_myst_the_exit_leaves(page):
    leads_elsewhere(page)
    write(page)
    button(page).click()
    expect_gone(page)
