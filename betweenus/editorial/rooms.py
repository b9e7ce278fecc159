"""What the rules ask of the other rooms; only a course whose rules ask for it waits until they are there."""

import re
from pathlib import Path

from betweenus.project.project import Project, of_project


@of_project
def claims(project: Project) -> list:
    """Every claim of the course."""
    from betweenus.evidence import read_claims

    return list(read_claims(project.root).values())


@of_project
def exercises(project: Project) -> dict:
    """Every exercise by its name."""
    from betweenus.exercises import read_exercises

    return {exercise.name: exercise for exercise in read_exercises(project.root)}


def kinds_of_reflection() -> set[str]:
    """The names by which notebooks call reflections."""
    from betweenus import Reflection

    return {kind.__name__ for kind in Reflection.__subclasses__()}


def sheets(project: Project, form: Path) -> dict[str, int]:
    """How many sheets a form takes in ordinary print, by the name of the paper."""
    from betweenus.exercises.form import read_form
    from betweenus.handouts.documents import form_handout

    handout = form_handout(project.root, read_form(form))
    editions = [content for content in handout.files().values() if not content["large"]]
    return {content["paper"]: len(re.findall(rb"/Type\s*/Page\b", handout.pdf(content))) for content in editions}
