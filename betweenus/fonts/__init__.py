"""The fonts of pages, paper and figures: Literata to read, Atkinson Hyperlegible Next for forms and figures."""

from pathlib import Path

FOLDER = Path(__file__).parent
SERIF = "Literata"
SANS = "Atkinson Hyperlegible Next"
