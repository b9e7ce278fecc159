import traitlets as t

from betweenus.reflections.reflection import Reflection


class MyPages(Reflection):
    """Everything that was written, in one place: read, print, take out, bring back, lock, delete.

    Answers are listed by module and date. They never leave the browser unless the person takes
    them out as a file.

    Args:
        id: see `Reflection`.
        prompt: the heading.

    Example:
        MyPages(id="my-pages")
    """

    @t.default("prompt")
    def _prompt(self) -> str:
        return self.words("What you have written")
