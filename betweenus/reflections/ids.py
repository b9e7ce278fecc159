"""Every reflection id is used once in the book, since answers are kept under it."""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import SphinxError


class DuplicateReflectionError(SphinxError):
    category = "Reflection id used twice"


def collect(app: Sphinx, doctree: nodes.document) -> None:
    """Remember which reflections a page holds, and where."""
    env = app.env
    marked = (node for node in doctree.findall(nodes.raw) if "reflection" in node)
    ids_of(env)[env.docname] = [(node["reflection"], place(env, node)) for node in marked]


def purge(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    ids_of(env).pop(docname, None)


def merge(app: Sphinx, env: BuildEnvironment, docnames, other: BuildEnvironment) -> None:
    ids_of(env).update({name: ids_of(other)[name] for name in docnames if name in ids_of(other)})


def check(app: Sphinx, env: BuildEnvironment) -> None:
    """Stop the build when two reflections share an id."""
    seen: dict[str, str] = {}
    for found in ids_of(env).values():
        for identifier, where in found:
            if identifier in seen:
                raise DuplicateReflectionError(
                    f"{where}: `id` is {identifier!r}, which {seen[identifier]} has already. "
                    "Answers are kept under the id, so give this one another."
                )
            seen[identifier] = where


def ids_of(env: BuildEnvironment) -> dict[str, list[tuple[str, str]]]:
    if not hasattr(env, "betweenus_reflection_ids"):
        env.betweenus_reflection_ids = {}
    return env.betweenus_reflection_ids


def place(env: BuildEnvironment, node: nodes.Node) -> str:
    """Where a reflection stands: `notebooks/hormones.ipynb, cell 3`."""
    path = env.doc2path(env.docname, base=False)
    line = nearest_line(node)
    if path.endswith(".ipynb"):
        return f"{path}, cell {line // 10000}"  # MyST-NB counts 10,000 lines a cell
    return f"{path}:{line}"


def nearest_line(node: nodes.Node | None) -> int:
    while node is not None:
        if getattr(node, "line", None):
            return node.line
        node = node.parent
    return 0
