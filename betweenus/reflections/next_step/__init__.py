from typing import Annotated

import traitlets as t
from docutils.nodes import make_id
from pydantic import Field

from betweenus.project import Project, of_project
from betweenus.project.course import Model
from betweenus.project.sources import heading_of, read_yaml
from betweenus.project.text import Text, prose
from betweenus.reflections.reflection import Reflection

Ids = tuple[Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")], ...]


class Rule(Model):
    """A step, and when it comes up. It looks at whether there is an answer, never at what the answer says."""

    answered: Annotated[Ids, Field(description="reflections; it comes up when one of them has an answer")] = ()
    unanswered: Annotated[Ids, Field(description="reflections; it comes up while none of them has one")] = ()
    because: Annotated[str, Field(description="the module in whose pages `answered` stands; the reason given")] = ""
    say: Annotated[Text, Field(description="the step, as an offer")]
    page: Annotated[str, Field(pattern=r"^book/.+\.md$", description="where it leads, from the project's folder")]
    section: Annotated[str | None, Field(description="the heading on that page to which it leads")] = None

    @property
    def address(self) -> str:
        """Where it leads, seen from a notebook."""
        page = f"../{self.page.removesuffix('.md')}.html"
        return f"{page}#{make_id(self.section)}" if self.section else page


@of_project
def rules_of(project: Project) -> tuple[Rule, ...]:
    """The rules of `seeds/next-steps.yml`, in their order; the first that fits is shown.

    Raises:
        SourceError: naming line, field and what would be right.
    """
    return read_yaml(project.next_steps_file, tuple[Rule, ...])


class NextStep(Reflection):
    """One step that may come next, shown only to those who ask for it.

    The rules are the course's, in `seeds/next-steps.yml`, and stand in the page for all to read. They go by
    which questions have an answer, never by what it says, and never name what was left out. The browser
    applies them on the spot; what comes of it is kept nowhere.

    Args:
        id: see `Reflection`.
        prompt: what it is.

    Example:
        NextStep(id="next-step")
    """

    @t.default("prompt")
    def _prompt(self) -> str:
        return self.words("Where to go from here")

    def check(self) -> None:
        super().check()
        if self.project is None or not self.project.next_steps_file.exists():
            raise self.error("it shows steps of a course, and there are none here; write seeds/next-steps.yml")

    def context(self) -> dict:
        root, titles = self.project.root, self.project.course.titles
        rules = rules_of(self.project)
        places = {rule.address: prose(rule.section or heading_of(root / rule.page)) for rule in rules}
        return {"rules": rules, "modules": titles, "places": places}
