"""Between Us: a workshop course on emotional and sexual intimacy.

    from betweenus import Journal

    Journal(id="first-word", prompt="What comes to mind first?")
"""

from betweenus.reflections import *  # noqa: F403
