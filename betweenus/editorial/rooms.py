"""What the rules ask of the other rooms."""

import re
from pathlib import Path

from betweenus.evidence import Claim, Reference, claims_of, references_of
from betweenus.exercises import Exercise, exercises_of
from betweenus.exercises.form import read_form
from betweenus.handouts.documents import form_handout
from betweenus.handouts.pdf import HandoutError
from betweenus.project import Project, SourceError
from betweenus.reflections import Reflection

# A page in a PDF, which also has one object of the type Pages.
PAGE = re.compile(rb"/Type\s*/Page\b")


def claims(project: Project) -> list[Claim]:
    """Every claim of the course."""
    return list(claims_of(project).values())


def references(project: Project) -> dict[str, Reference]:
    """Every study by its key."""
    return references_of(project)


def exercises(project: Project) -> dict[str, Exercise]:
    """Every exercise by its name."""
    return {exercise.name: exercise for exercise in exercises_of(project)}


def kinds_of_reflection() -> set[str]:
    """The names by which notebooks call reflections."""
    return {kind.__name__ for kind in Reflection.__subclasses__()}


def sheets(project: Project, form: Path) -> dict[str, int]:
    """How many sheets a form takes in ordinary print, by the name of the paper.

    Raises:
        SourceError: when it can't be set.
    """
    handout = form_handout(project, read_form(form))
    editions = [content for content in handout.files().values() if not content["large"]]
    try:
        return {content["paper"]: len(PAGE.findall(handout.pdf(content))) for content in editions}
    except HandoutError as error:
        raise SourceError(form, None, f"this can't be set on paper: {error}") from None
