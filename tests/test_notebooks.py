"""Notebooks are kept as their authors wrote them, and hide their code from learners."""

import json

import nbformat
import pytest

from tests.conftest import ROOT

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}

every_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def test_there_are_notebooks():
    assert NOTEBOOKS


@every_notebook
def test_a_notebook_is_valid(path):
    nbformat.validate(nbformat.read(path, as_version=4))


@every_notebook
def test_a_notebook_holds_no_output_and_no_widget_state(path):
    notebook = json.loads(path.read_text(encoding="utf-8"))
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert not [cell["id"] for cell in code if cell["outputs"] or cell["execution_count"]]
    assert "widgets" not in notebook["metadata"]


@every_notebook
def test_a_notebook_names_the_kernel_that_everyone_has(path):
    assert json.loads(path.read_text(encoding="utf-8"))["metadata"]["kernelspec"] == KERNEL


@every_notebook
def test_code_is_hidden_in_the_book_and_collapsed_in_jupyterlab(path):
    """All but a line that readers are asked to change."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code" and "to-edit" not in cell["metadata"]["tags"]:
            assert "remove-input" in cell["metadata"]["tags"], cell["id"]
            assert cell["metadata"]["jupyter"]["source_hidden"], cell["id"]
