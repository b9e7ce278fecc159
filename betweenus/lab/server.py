"""What JupyterLab's server tells the extension of the course that it was started on."""

import json
from pathlib import Path

from jupyter_server.base.handlers import APIHandler
from jupyter_server.utils import url_path_join
from sphinx_external_toc.parsing import parse_toc_yaml
from tornado.web import HTTPError, authenticated

from betweenus.editorial.prose import texts_of
from betweenus.lab.known import Cells, digest, is_alone, known_notebooks
from betweenus.lab.pages import PageHandler
from betweenus.project import Project, SourceError

MY_PAGES = "MyPages("
# Where the server has what is asked of it here.
HOME, PAGES = ("betweenus", "home"), ("betweenus", "pages")


class Home:
    """A course as the extension shows it, its notebooks as they are now.

    Args:
        project: the course.
        served: the folder from which the server's paths begin.
    """

    def __init__(self, project: Project, served: Path):
        self.project, self.served = project, served.resolve()
        self.notebooks = {
            path: cells
            for path, cells in known_notebooks(project).items()
            if path.resolve().is_relative_to(self.served)
        }
        self.html = str(project.words.render("lab/home.html", **self._content()))
        self.bar = str(project.words.render("lab/bar.html"))
        self.exit = str(project.words.render("browser/exit.html", settings=project.settings))

    def _content(self) -> dict:
        titles = {path: title_of(self.project, path) for path in self.notebooks}
        named = [(self.place(path), titles[path]) for path in sorted(titles, key=self._order)]
        own = {self.place(path) for path, cells in self.notebooks.items() if gathers(cells)}
        return {
            "course": self.project.course.id,
            "lock_minutes": self.project.settings.lock_minutes,
            "title": self.project.config.title,
            "help": self.project.help,
            "services": self.project.settings.services,
            "countries": self.project.chosen_countries or self.project.help.countries,
            "my_pages": [each for each in named if each[0] in own],
            "notebooks": [each for each in named if each[0] not in own],
        }

    def _order(self, path: Path) -> tuple[int, str]:
        """Modules as the course has them, then the others."""
        names = list(self.project.course.titles)
        return names.index(path.stem) if path.stem in names else len(names), path.stem

    def place(self, path: Path) -> str:
        return path.resolve().relative_to(self.served).as_posix()

    @property
    def pages(self) -> dict | None:
        """How a page of the course is found in the built book, where JupyterLab can reach it and it is built."""
        root = self.project.root.resolve()
        if not root.is_relative_to(self.served) or not (self.project.built_book / "index.html").is_file():
            return None
        before = "" if root == self.served else f"{self.place(root)}/"
        return {"address": "/".join(PAGES), "root": before, "start": first_page(self.project)}

    def told(self) -> dict:
        """What the extension is told. The words of a notebook are those it had when the server started."""
        known = {self.place(path): digest(cells) for path, cells in self.notebooks.items() if is_alone(path)}
        return {"notebooks": known, "pages": self.pages, "html": self.html, "bar": self.bar, "exit": self.exit}


def first_page(project: Project) -> str:
    return f"{parse_toc_yaml(project.root / '_toc.yml').root.docname}.html"


def title_of(project: Project, path: Path) -> str:
    headings = texts_of(project)[path].headings
    return headings[0].text if headings else path.stem


def gathers(cells: Cells) -> bool:
    return any(kind == "code" and MY_PAGES in source for kind, source in cells)


class HomeHandler(APIHandler):
    def initialize(self, home: Home | None) -> None:
        self.home = home

    @authenticated
    def get(self) -> None:
        if self.home is None:
            raise HTTPError(404)
        self.finish(json.dumps(self.home.told()))


def add_home(server) -> None:
    """Have a server tell of the course whose folder, or a folder in it, it serves."""
    base = server.web_app.settings["base_url"]
    home = home_of(Path(server.root_dir), server.log)
    handlers = [(url_path_join(base, *HOME), HomeHandler, {"home": home})]
    if home:
        handlers += [(url_path_join(base, *PAGES, "(.*)"), PageHandler, {"path": str(home.project.built_book)})]
    server.web_app.add_handlers(".*$", handlers)


def home_of(served: Path, log) -> Home | None:
    try:
        return Home(Project.here(served), served)
    except FileNotFoundError:
        return None
    except SourceError as error:
        log.error("Between Us: notebooks do not run by themselves, since %s", error)
        return None
