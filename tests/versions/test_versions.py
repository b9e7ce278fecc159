"""Whatever the oldest browsers don't know has something in its place, and README and book say which these are."""

import re
from pathlib import Path

import pytest
import yaml

from betweenus.frontend import SCRIPT, STATIC
from tests.conftest import ROOT
from tests.node import told_by

HERE = Path(__file__).parent
INSTEAD = yaml.safe_load((HERE / "instead.yml").read_text(encoding="utf-8"))
# The oldest that scripts and styles are made for.
OLDEST = dict(re.findall(r'"([a-z]+)([\d.]+)"', re.search(r"target: (\[.*\])", SCRIPT.read_text())[1]))
# Without these a reader meets another page; without the others it only looks a little different.
CHANGES = (":details-content", ":has", ":popover-open", "@media scripting", "a value's light-dark")


@pytest.fixture(scope="module")
def newer() -> dict[str, dict]:
    """What styles and scripts of the book use that one of these browsers lacks."""
    files = [*STATIC.glob("book/*.js"), *STATIC.glob("styles/*.css")]
    asked = {"versions": OLDEST, "files": {path.name: path.read_text(encoding="utf-8") for path in files}}
    return told_by(HERE / "features.mjs", asked)


def entry_of(feature: str) -> str:
    return feature if feature in INSTEAD else feature.partition(": ")[0]


def test_what_the_oldest_browsers_lack_has_something_in_its_place(newer):
    told = [f"{feature}: {found}" for feature, found in newer.items() if entry_of(feature) not in INSTEAD]
    assert not told, "Do without, or say in tests/versions/instead.yml what there is instead:\n" + "\n".join(told)


def test_nothing_is_listed_that_they_have(newer):
    assert set(INSTEAD) == {entry_of(feature) for feature in newer}


def test_the_readme_says_from_which_versions_nothing_else_is_needed(newer):
    told = [newer[feature]["since"] for feature in CHANGES]
    versions = [f"{max(each[browser] for each in told):g}" for browser in OLDEST]
    assert f"| {' | '.join(versions)} | everything; " in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["README.md", "book/using-this-book.md"])
def test_readers_are_told_which_browsers_these_are(name):
    text = " ".join((ROOT / name).read_text(encoding="utf-8").split())
    assert "Chrome and Edge {chrome}, Firefox {firefox}, Safari {safari}".format(**OLDEST) in text
