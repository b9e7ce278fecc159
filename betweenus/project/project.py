"""A project: one course on this machine, and everything that is read of it."""

from collections.abc import Callable
from functools import cached_property, wraps
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from betweenus.project.citation import Citation, read_citation
from betweenus.project.course import Course, read_course
from betweenus.project.help import Country, Help, read_help
from betweenus.project.settings import Config, Settings, read_config
from betweenus.project.sources import find_root
from betweenus.project.words import PACKAGE, Words, words_of

T = TypeVar("T")


class Project:
    """The sources of a course. Whoever needs something of them is handed the project.

    What is read is kept for as long as the project, which is one command, one build or one cell of a
    notebook: so nothing is read twice, and nothing outlives an edit.

    Args:
        root: its folder, the one with `_config.yml` and `course.yml`.
    """

    def __init__(self, root: Path):
        self.root = root.resolve()
        self._read: dict[Callable, object] = {}

    @classmethod
    def here(cls, start: Path | None = None) -> "Project":
        """The project that a folder lies in, by default the working directory.

        Raises:
            FileNotFoundError: when no folder from `start` upwards is a project.
        """
        return cls(find_root(start))

    @property
    def config_file(self) -> Path:
        return self.root / "_config.yml"

    @property
    def toc_file(self) -> Path:
        return self.root / "_toc.yml"

    @property
    def course_file(self) -> Path:
        return self.root / "course.yml"

    @property
    def citation_file(self) -> Path:
        return self.root / "CITATION.cff"

    @property
    def claims_file(self) -> Path:
        return self.root / "seeds" / "claims.yml"

    @property
    def references_file(self) -> Path:
        return self.root / "seeds" / "references.bib"

    @property
    def help_file(self) -> Path:
        return self.root / "seeds" / "help.yml"

    @property
    def search_file(self) -> Path:
        return self.root / "seeds" / "search.yml"

    @property
    def reviews_folder(self) -> Path:
        return self.root / "reviews"

    @property
    def criteria_file(self) -> Path:
        return self.reviews_folder / "criteria.yml"

    @property
    def short_ways_file(self) -> Path:
        return self.root / "seeds" / "short-ways.yml"

    @property
    def next_steps_file(self) -> Path:
        return self.root / "seeds" / "next-steps.yml"

    @property
    def rubrics_folder(self) -> Path:
        return self.root / "seeds" / "rubrics"

    @property
    def data_folder(self) -> Path:
        return self.root / "seeds" / "data"

    @property
    def figures_folder(self) -> Path:
        return self.root / "figures"

    @property
    def exercises_folder(self) -> Path:
        return self.root / "exercises"

    @property
    def forms_folder(self) -> Path:
        return self.root / "book" / "facilitators" / "forms"

    @property
    def built_book(self) -> Path:
        return self.root / "_build" / "html"

    @property
    def text_files(self) -> list[Path]:
        """Every page, notebook and exercise, in this order."""
        patterns = ("book/**/*.md", "notebooks/*.ipynb", "exercises/**/*.md")
        return [path for pattern in patterns for path in self.files(pattern)]

    def files(self, pattern: str) -> list[Path]:
        """What a pattern names, in order, without the copies that JupyterLab leaves of whatever is opened in it."""
        return sorted(path for path in self.root.glob(pattern) if ".ipynb_checkpoints" not in path.parts)

    def pages_of(self, module: str) -> list[Path]:
        """The pages whose text discusses a module's claims: its own, then those beside it, in a folder of its name."""
        page = self.root / "book" / "modules" / f"{module}.md"
        return [page, *sorted(page.with_suffix("").glob("*.md"))]

    @cached_property
    def config(self) -> Config:
        return read_config(self.config_file)

    @property
    def settings(self) -> Settings:
        return self.config.sphinx.config

    @property
    def language(self) -> str:
        return self.config.sphinx.config.language

    @cached_property
    def course(self) -> Course:
        return read_course(self.course_file)

    @cached_property
    def citation(self) -> Citation:
        return read_citation(self.citation_file)

    @cached_property
    def help(self) -> Help:
        return read_help(self.help_file)

    @property
    def chosen_countries(self) -> list[Country]:
        """Those that the publisher chose, for sheets and stage, where there is no room for all."""
        return [country for country in self.help.countries if country.country in self.settings.countries]

    @property
    def words(self) -> Words:
        """The engine's words in the language of the book."""
        return words_of(self.language, self.root / "locale")

    def fingerprint(self) -> str:
        """Changes with everything that pages are made of beside their own text: the engine, numbers, figures, reviews.

        Sphinx reads a page again only when its source has changed; with this as a setting it also does when one of
        these has.
        """
        folders = [PACKAGE, self.root / "seeds", self.figures_folder, self.reviews_folder, self.root / "locale"]
        files = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
        digest = sha256(self.course_file.read_bytes() + repr(self.citation).encode())
        for path in files:
            if "__pycache__" not in path.parts:
                digest.update(path.name.encode() + path.read_bytes())
        return digest.hexdigest()


def of_project(read: Callable[[Project], T]) -> Callable[[Project], T]:
    """Makes a function that reads something of a project do it once for each."""

    @wraps(read)
    def once(project: Project) -> T:
        if read not in project._read:
            project._read[read] = read(project)
        return project._read[read]

    return once
