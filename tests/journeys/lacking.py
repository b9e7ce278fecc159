"""Books as an older or a stricter browser shows them: a script that takes something away runs first on each page."""

import os
import re
import shutil
from pathlib import Path

# What can be taken away, by what the browser then lacks.
LACKS = {
    "a database": "Object.defineProperty(globalThis, 'indexedDB', { value: undefined });",
    "any storage": """
      const refused = { get() { throw new DOMException("no", "SecurityError"); } };
      Object.defineProperties(globalThis, { sessionStorage: refused, localStorage: refused, indexedDB: refused });
    """,
    "storage that persists": "delete Navigator.prototype.storage;",
    "a yes to what is to persist": "StorageManager.prototype.persist = () => Promise.reject(new TypeError());",
}


def lacking(book: Path, folder: Path, what: str) -> Path:
    """A copy of a book whose pages lack something."""
    return put_first(shutil.copytree(book, folder), LACKS[what])


def put_first(folder: Path, script: str) -> Path:
    """Have each page of a book run a script before all others."""
    (folder / "_static" / "lacks.js").write_text(script, encoding="utf-8")
    for page in folder.rglob("*.html"):
        script = Path(os.path.relpath(folder, page.parent), "_static", "lacks.js").as_posix()
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace("<head>", f'<head><script src="{script}"></script>', 1), encoding="utf-8")
    return folder


# What Firefox 115, Safari 16.4 and Chrome 111 don't know, under names that no browser knows.
UNKNOWN = {
    ".css": re.compile(
        r"light-dark(?=\()|(?<=:)(?:has(?=\()|popover-open|details-content)|(?<=\[)popover(?=\])|position-area|"
        r"position-try|field-sizing|(?<=\()scripting(?=:)|(?<=\d)lh\b"
    ),
    ".html": re.compile(r"(?<=[ \"])popover(?:target(?:action)?)?(?=[ =>])"),
}
# Trusted types stay: a browser that has them also holds to the policy that asks for them.
OLDER = """
  for (const name of ["popover", "showPopover", "hidePopover", "togglePopover"]) delete HTMLElement.prototype[name];
  for (const name of ["wakeLock", "userActivation"]) delete Navigator.prototype[name];
  const { supports } = CSS;
  CSS.supports = (...told) => !/has|popover|details-content|field-sizing/.test(told.join()) && supports(...told);
"""


def as_older(book: Path, folder: Path) -> Path:
    """A copy of a book as a browser of three years ago shows it."""
    shutil.copytree(book, folder)
    for path in folder.rglob("*.*"):
        if unknown := UNKNOWN.get(path.suffix):
            text = path.read_text(encoding="utf-8")
            path.write_text(unknown.sub(r"was-\g<0>", text), encoding="utf-8")
    return put_first(folder, OLDER)
