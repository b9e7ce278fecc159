"""A made-up course of a few lines, written anew for each test."""

import json
from pathlib import Path
from textwrap import dedent

import pytest

from betweenus.editorial import editorial_problems
from betweenus.project.project import Project

COURSE = {
    "_config.yml": "title: Sleep well\n",
    "_toc.yml": "root: book/welcome\n",
    "course.yml": "id: sleep\nmodules:\n- name: naps\n  title: Naps\n",
}
EXERCISE = """\
---
title: {title}
module: group
part: {part}
depth: {depth}
group: {{min: {least}, max: 20}}
shape: [all]
formats: [in-room]
materials: []
objectives: {{knowledge: To know., skill: To do., attitude: To see.}}
not_together_if: Never.
safety: Look around.
way_out: The door is open.
steps:
  - {{name: One, minutes: {minutes}, text: Go., show: Go.}}
---

## For whom, and for whom not

All.

## Prepare

Nothing.

## Words to say

Hello.

## Facilitator's notes

None.

## In the room, online and on paper

**In the room.** As it is.

## Adaptations

**Language and culture.** None.

**Disability.** None.

**Single people.** None.

**Same-gender couples and other constellations.** None.

**Low literacy.** None.

## If something comes up

Stop.

## Debrief

How was it?

## Take home

A pillow.
"""


class Desk:
    """Where an author writes, and hears what is wrong."""

    def __init__(self, root: Path):
        self.root = root
        for name, text in COURSE.items():
            self.write(name, text)

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")

    def write_list(self, name: str, text: str) -> None:
        self.write(f"seeds/editorial/{name}", text)

    def write_notebook(self, name: str, *cells: str) -> None:
        """A notebook of text cells, and of code cells, which begin with `#`."""
        made = [
            {"cell_type": "code" if cell.startswith("# code\n") else "markdown", "source": [cell]} for cell in cells
        ]
        self.write(f"notebooks/{name}.ipynb", json.dumps({"cells": made}))

    def write_exercise(self, name: str, *, title="Rest", part="opening", depth=1, least=2, minutes=10) -> None:
        for file in ("claims.yml", "references.bib"):
            if not (self.root / "seeds" / file).exists():
                self.write(f"seeds/{file}", "[]\n" if file == "claims.yml" else "")
        text = EXERCISE.format(title=title, part=part, depth=depth, least=least, minutes=minutes)
        self.write(f"exercises/{name}.md", text)

    def problems(self) -> list[str]:
        return [str(problem) for problem in editorial_problems(Project(self.root))]


@pytest.fixture
def desk(tmp_path) -> Desk:
    return Desk(tmp_path)
