"""Which notebooks may run by themselves: those of the installed course, as they were when the server started.

Whoever opens a notebook has not asked for its code to run. So three things have to hold, each by itself: its path is
one of the course's, its cells are the same to the letter, and its code does nothing but show what the engine makes.
And nothing lies beside it that Python would take for one of the modules that it needs.
"""

import ast
import json
from hashlib import sha256
from pathlib import Path

from betweenus.editorial.rooms import kinds_of_reflection
from betweenus.project import Project

# What a cell may import beside reflections, by where it comes from.
SHOWN = {"betweenus": {"figure", "short_way"}, "betweenus.evaluation": {"before_and_after"}}
IN_EVERY_NOTEBOOK = "display"
HARMLESS = (
    *(ast.Module, ast.Expr, ast.Call, ast.keyword, ast.Name, ast.Load, ast.Constant),
    *(ast.List, ast.Tuple, ast.Dict, ast.Starred, ast.UnaryOp, ast.USub, ast.ImportFrom, ast.alias),
)
# Python looks beside a notebook first.
MODULES = ("*.py", "*.py[cdw]", "*.so", "*/__init__.*")

# The kind of each cell, and its text.
Cells = list[tuple[str, str]]


def known_notebooks(project: Project) -> dict[Path, Cells]:
    """The notebooks of a course that only show what the engine makes."""
    found = {path: cells_of(path) for path in sorted(project.root.glob("notebooks/*.ipynb"))}
    return {path: cells for path, cells in found.items() if cells and all(map(is_harmless, code_of(cells)))}


def cells_of(path: Path) -> Cells:
    """The cells of a notebook, or none if it can't be read."""
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        return [(cell["cell_type"], "".join(cell["source"])) for cell in cells]
    except (OSError, ValueError, LookupError, TypeError):
        return []


def code_of(cells: Cells) -> list[str]:
    return [source for kind, source in cells if kind == "code"]


def digest(cells: Cells) -> str:
    """Of the text that a browser makes of the same cells, see `digest.js`."""
    text = json.dumps(cells, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode(errors="surrogatepass")).hexdigest()


def is_harmless(source: str) -> bool:
    """Whether code only calls, with plain values, what the engine has for notebooks."""
    try:
        nodes = list(ast.walk(ast.parse(source)))
    except (SyntaxError, ValueError, RecursionError):
        return False
    return all(isinstance(node, HARMLESS) and names_what_is_shown(node) for node in nodes)


def names_what_is_shown(node: ast.AST) -> bool:
    if isinstance(node, ast.ImportFrom):
        known = shown_from(node.module) if node.level == 0 else set()
        return all(name.name in known and name.asname is None for name in node.names)
    if isinstance(node, ast.Name):
        return node.id in {IN_EVERY_NOTEBOOK}.union(*map(shown_from, SHOWN))
    return not isinstance(node, ast.Call) or isinstance(node.func, ast.Name)


def shown_from(module: str | None) -> set[str]:
    shown = SHOWN.get(module or "", set())
    return shown | kinds_of_reflection() if module == "betweenus" else shown


def is_alone(notebook: Path) -> bool:
    """Whether nothing lies beside a notebook that could stand in for a module."""
    return not any(path for pattern in MODULES for path in notebook.parent.glob(pattern))
