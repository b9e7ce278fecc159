"""The engine knows nothing of the shipped course: no name of its content stands in the package.

Examples in docstrings, and in the comments that are the docstrings of scripts, may name what they like.
"""

import ast
import re
from functools import cache

from betweenus.evidence import claims_of
from betweenus.figures.course import charts_of
from betweenus.project import Project
from betweenus.project.words import PACKAGE
from tests.conftest import ROOT

# Bundles are made of the scripts beside them.
MADE = ("static", "__pycache__")
FONTS = (".woff2", ".ttf")
WITH_DOCSTRINGS = (ast.Module, ast.ClassDef, ast.FunctionDef)


@cache
def names() -> re.Pattern:
    """Every name of a module, an exercise, a figure or a claim of the course, as a word of its own."""
    project = Project(ROOT)
    exercises = [path.stem for path in project.exercises_folder.glob("*.md")]
    figures = [name.partition(".")[2] for name in charts_of(project)]
    titles = [title for title in project.course.titles.values() if " " in title]
    known = {*project.course.titles, *titles, *exercises, *figures, *claims_of(project)}
    return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, sorted(known)))})(?![\w-])")


def without_docstrings(text: str) -> str:
    """Python with an empty line for each line of a docstring."""
    lines = text.splitlines()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, WITH_DOCSTRINGS) and ast.get_docstring(node) is not None:
            first = node.body[0]
            lines[first.lineno - 1 : first.end_lineno] = [""] * (first.end_lineno - first.lineno + 1)
    return "\n".join(lines)


def without_comments(text: str) -> str:
    """A script with an empty line for each line of a comment that documents it."""
    return re.sub(r"/\*\*.*?\*/", lambda comment: "\n" * comment[0].count("\n"), text, flags=re.DOTALL)


BARE = {".py": without_docstrings, ".js": without_comments, ".mjs": without_comments}


def test_no_name_of_the_course_stands_in_the_engine():
    found = []
    for path in sorted(path for path in PACKAGE.rglob("*") if path.is_file()):
        if path.suffix in FONTS or not set(MADE).isdisjoint(path.parts):
            continue
        text = BARE.get(path.suffix, str)(path.read_text(encoding="utf-8"))
        for number, line in enumerate(text.splitlines(), start=1):
            found += [f"{path.relative_to(ROOT)}:{number}: {name}" for name in names().findall(line)]
    assert found == []


def test_a_name_is_found_as_a_word_of_its_own_and_outside_docstrings():
    exercise = next(Project(ROOT).exercises_folder.glob("*-*.md")).stem
    assert names().findall(f"see {exercise}, not {exercise}s or x-{exercise}") == [exercise]
    assert names().findall(without_docstrings(f'"""{exercise}"""\nx = "{exercise}"')) == [exercise]
    assert names().findall(without_comments(f"/** {exercise} */\nconst x = '{exercise}'")) == [exercise]
