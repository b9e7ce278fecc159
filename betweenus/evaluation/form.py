"""The form before and after a course: its questions, on paper and as reflections."""

from dataclasses import dataclass

from markdown_it import MarkdownIt

from betweenus.exercises.form import read_form
from betweenus.project import Project
from betweenus.project.text import prose
from betweenus.reflections.scale import Scale

CODE, BEFORE, AFTER = "code", "before_", "after_"


@dataclass(frozen=True)
class Questions:
    """The questions of the form, and the answers to choose from.

    Attributes:
        words: one a question, in their order on the form.
        answers: from the lowest, which is typed in as 1, to the highest.
    """

    words: tuple[str, ...]
    answers: tuple[str, ...]

    @property
    def numbers(self) -> range:
        return range(1, len(self.words) + 1)

    @property
    def columns(self) -> list[str]:
        return [CODE, *(f"{time}{number}" for time in (BEFORE, AFTER) for number in self.numbers)]


def read_questions(project: Project) -> Questions:
    """The questions of `book/facilitators/forms/before-and-after.md`.

    Raises:
        SourceError: when the form cannot be read.
    """
    form = read_form(project.forms_folder / "before-and-after.md")
    tokens = MarkdownIt().parse(form.text)
    words, within = [], False
    for token in tokens:
        if token.type in ("ordered_list_open", "ordered_list_close"):
            within = token.type == "ordered_list_open"
        elif within and token.type == "inline":
            words.append(prose(token.content.rstrip("?")))
    return Questions(tuple(words), form.front.answers)


def before_and_after() -> list[Scale]:
    """The form as reflections, for somebody's own eyes: one line to mark a question.

    Raises:
        SourceError: when the form cannot be read.
    """
    project = Project.here()
    questions = read_questions(project)
    answers = questions.answers
    return [
        Scale(
            id=f"before-and-after-{number}",
            prompt=project.words("How sure are you that you %(question)s?", question=words),
            low=1,
            high=len(answers),
            low_label=answers[0],
            high_label=answers[-1],
        )
        for number, words in zip(questions.numbers, questions.words, strict=True)
    ]
