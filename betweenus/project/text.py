"""Text in a source file, set with the marks of print."""

from typing import Annotated

from docutils.utils.smartquotes import smartyPants
from pydantic import AfterValidator


def prose(text: str) -> str:
    """Text with the quotation marks of print, as Sphinx sets them in its own pages."""
    if not text.strip():
        raise ValueError("is empty; write at least one sentence")
    return smartyPants(text.strip(), attr="q")


Text = Annotated[str, AfterValidator(prose)]
