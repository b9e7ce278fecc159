"""Reflections on the pages of a MyST site (Jupyter Book 2), which runs no Python of ours."""

import json
import shutil
from pathlib import Path

from betweenus.frontend import built
from betweenus.reflections.reflection import Reflection


def write_for_myst(folder: str, *reflections: Reflection) -> None:
    """Write reflections for a MyST site, each as a Markdown file with an `{anywidget}` directive.

    A page shows one with `{include} /reflections/first-word.md`. The script and the style that it needs lie beside it.

    Args:
        folder: where to write, such as "reflections", below the site's own folder, in which this is called.
        reflections: what to write, each under its `id`.
    """
    Path(folder).mkdir(parents=True, exist_ok=True)
    for reflection in reflections:
        for ending in ("js", "css"):
            shutil.copy(built(f"widgets/{reflection.folder}.{ending}"), folder)
        Path(folder, f"{reflection.id}.md").write_text(directive(folder, reflection), encoding="utf-8")


def directive(folder: str, reflection: Reflection) -> str:
    # From the site's folder, since MyST would take another address as one beside the page that includes this.
    place = f"/{folder}/{reflection.folder}"
    content = json.dumps({"markup": reflection.markup, "exit": reflection.exit}, ensure_ascii=False)
    return f"````{{anywidget}} {place}.js\n:css: {place}.css\n{content}\n````\n"
