"""Text in a source file, set with the marks of print, and addresses of pages."""

from typing import Annotated
from urllib.parse import urlsplit

from docutils.utils.smartquotes import smartyPants
from pydantic import AfterValidator


def prose(text: str) -> str:
    """Text with the quotation marks of print, as Sphinx sets them in its own pages."""
    if not text.strip():
        raise ValueError("is empty; write at least one sentence")
    return smartyPants(text.strip(), attr="q")


Text = Annotated[str, AfterValidator(prose)]


def web_address(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or " " in value:
        raise ValueError("write the whole address of a page, such as https://www.wikipedia.org/")
    return value


Address = Annotated[str, AfterValidator(web_address)]
