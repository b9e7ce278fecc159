"""What all reflections share: their content, their markup, and the rule that answers stay out."""

import inspect
import re
from functools import cached_property
from pathlib import Path
from textwrap import dedent

import anywidget
import traitlets as t
from markupsafe import Markup

from betweenus.frontend import built
from betweenus.project.project import Project
from betweenus.project.settings import Settings
from betweenus.project.words import Words, words_of

ID_FORM = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class ReflectionError(ValueError):
    """A reflection is described in a way that cannot work; the message says what would be right."""


class Reflection(anywidget.AnyWidget):
    """An interactive prompt.

    A subclass lists its content as traits tagged `content=True`, which are what an author may say. The
    browser gets the markup and nothing else, its own and the quick exit's, and answers are never traits: a
    trait can reach the kernel and the notebook file.

    Args:
        id: lower-case words joined by hyphens, used once in the book. Answers are kept under it.
        prompt: the question, as plain text.

    Raises:
        ReflectionError: when something is missing, unknown or impossible.
    """

    id = t.Unicode().tag(content=True)
    prompt = t.Unicode().tag(content=True)
    markup = t.Unicode().tag(sync=True)
    exit = t.Unicode().tag(sync=True)

    def __init_subclass__(cls, **kwargs) -> None:
        if Reflection in cls.__bases__:  # traitlets makes subclasses of its own, which inherit these
            cls.folder = Path(inspect.getfile(cls)).parent.name
            cls.kind = cls.folder.replace("_", "-")
            cls._esm = built(f"widgets/{cls.folder}.js")
            cls._css = built(f"widgets/{cls.folder}.css")
        super().__init_subclass__(**kwargs)

    def __init__(self, **content) -> None:
        self._label = f"{type(self).__name__}(id={content.get('id', '')!r})"
        self._refuse_unknown(content)
        try:
            super().__init__(**content)
        except t.TraitError as error:
            raise self.error(str(error)) from None
        self.on_msg(send_script)
        self._check_id()
        self.check()
        self.markup = str(self.render())
        self.exit = str(self.words.render("browser/exit.html", settings=self.settings))

    @classmethod
    def example_code(cls) -> str:
        """The example in the class's docstring, as an author would write it."""
        return dedent(inspect.getdoc(cls).split("Example:\n", 1)[1]).strip()

    @classmethod
    def example(cls, **changes) -> "Reflection":
        """The reflection that the docstring's example makes, with `changes`; gallery and tests show it."""
        names = cls.example_names() | {cls.__name__: lambda **content: cls(**content | changes)}
        return eval(cls.example_code(), names)

    @classmethod
    def example_names(cls) -> dict:
        """What the example uses beside the class. A subclass whose example needs more adds to it."""
        return {}

    def check(self) -> None:
        """Refuse content that cannot work. A subclass adds to it."""
        if not self.prompt.strip():
            raise self.error('`prompt` is missing; write the question, as in prompt="What went well?"')

    def context(self) -> dict:
        """What the template gets beside the content. A subclass adds to it."""
        return {}

    def error(self, message: str) -> ReflectionError:
        return ReflectionError(f"{self._label}: {message}.")

    @cached_property
    def project(self) -> Project | None:
        """The project that it is made in, if it is made in one."""
        try:
            return Project.here()
        except FileNotFoundError:
            return None

    @property
    def words(self) -> Words:
        return self.project.words if self.project else words_of("en")

    @property
    def settings(self) -> Settings:
        return self.project.settings if self.project else Settings()

    def render(self) -> Markup:
        """The whole markup, usable with no script."""
        content = {name: getattr(self, name) for name in self.trait_names(content=True)}
        template = f"reflections/{self.folder}/{self.folder}.html"
        return self.words.render(template, kind=self.kind, **self._place(), **content, **self.context())

    def _place(self) -> dict:
        """Of which course answers are, and when they lock themselves, for a page that is no book's."""
        course = self.project.course.id if self.project else ""
        return {"course": course, "lock_minutes": self.settings.lock_minutes}

    def _refuse_unknown(self, content: dict) -> None:
        known = self.trait_names(content=True)
        unknown = sorted(set(content) - set(known))
        if unknown:
            raise self.error(f"`{unknown[0]}` is not known here; it takes {', '.join(sorted(known))}")

    def _check_id(self) -> None:
        if not ID_FORM.fullmatch(self.id):
            raise self.error(
                '`id` needs lower-case words joined by hyphens, used once in the book, as in id="closeness-now"'
            )

    def __repr__(self) -> str:
        # Stored in notebooks and compared by nbval: stable, and without any value but the id.
        return self._label

    def _repr_mimebundle_(self, **kwargs):
        # The book takes the HTML, JupyterLab the widget.
        data, metadata = super()._repr_mimebundle_(**kwargs)
        told = {"reflection": self.id, "kind": self.kind}
        return {**data, "text/html": self.markup}, {**metadata, "text/html": told}


def send_script(widget: Reflection, message: dict, buffers: list) -> None:
    """Give the front end a script that it asks for. Nothing else is ever exchanged."""
    for script in ("vault", "strength", "calendar"):
        if message == {"wants": script}:
            widget.send({"script": script, "code": built(f"widgets/{script}.js").read_text(encoding="utf-8")})
