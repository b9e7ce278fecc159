"""Reflections are made in notebooks of the tiny course."""

import pytest


@pytest.fixture(autouse=True)
def in_the_course(course, monkeypatch):
    monkeypatch.chdir(course.root / "notebooks")
