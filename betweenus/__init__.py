"""Between Us: a workshop course on emotional and sexual intimacy.

    from betweenus import Journal

    Journal(id="first-word", prompt="What comes to mind first?")
"""

from betweenus.takeout import Page, PagesError, read_pages  # noqa: F401
from betweenus.reflections import *  # noqa: F403
