"""The page for authors names the hosts and versions that are tried here, and no others."""

import json
import re
from importlib.metadata import version
from pathlib import Path

from packaging.requirements import Requirement

from tests.browser.hosts.environments import MYST, PYTHON_LOCK
from tests.conftest import ROOT

HERE = Path(__file__).parent
PAGE = (ROOT / "book" / "other-hosts.md").read_text(encoding="utf-8")


def rows() -> dict[str, str]:
    """Each host of the page's table, and at which version it was tried."""
    cells = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in PAGE.splitlines() if line.startswith("| ")
    ]
    return dict(at_version(host, writing) for host, writing, *_ in cells[2:])


def at_version(host: str, writing: str) -> tuple[str, str]:
    name, _, version = host.rpartition(" ")
    return (host, writing) if writing == "not tried" else (name, version)


def locked(name: str) -> str:
    lines = re.findall(r"^(\S+==\S+)", PYTHON_LOCK.read_text(encoding="utf-8"), re.MULTILINE)
    (found,) = (each for each in map(Requirement, lines) if each.name == name)
    return str(found.specifier).removeprefix("==")


def of_npm(name: str) -> str:
    return json.loads((MYST / "package.json").read_text(encoding="utf-8"))["dependencies"][name]


def test_the_page_has_the_versions_that_are_tried():
    assert rows() == {
        "JupyterLab": version("jupyterlab"),
        "Notebook": locked("notebook"),
        "marimo": locked("marimo"),
        "MyST site": of_npm("mystmd"),
        "JupyterLite": locked("jupyterlite-core"),
        "VS Code": "not tried",
    }
    assert f"JupyterLab {locked('jupyterlab')}" in PAGE
    assert f"({of_npm('@myst-theme/anywidget')})" in PAGE


def test_each_host_that_was_tried_has_its_tests_and_no_other():
    tried = {host.split()[0].lower() for host, at in rows().items() if at != "not tried"} - {"jupyterlab"}
    assert {path.stem.removeprefix("test_") for path in HERE.glob("test_*.py")} == tried | {"plain_host", "table"}
