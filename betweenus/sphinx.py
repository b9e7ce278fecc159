"""The Sphinx extension: ties the parts of the course into the book.

What each part does stands with that part; this file only connects it.
"""

from datetime import date
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.util import logging

from betweenus.book import pages, styles
from betweenus.book.colours import check_colours
from betweenus.book.config import check_config
from betweenus.book.exercise_pages import EveningDirective, TimetableDirective, mark_sections
from betweenus.book.help import HelpLinesDirective, check_help
from betweenus.book.hosting import HostingDirective
from betweenus.book.publisher import PublisherDirective
from betweenus.book.sections import list_sections
from betweenus.book.settings_page import SettingsDirective
from betweenus.book.toc import check_toc
from betweenus.check import notices
from betweenus.evidence.directives import (
    ClaimRole,
    ClaimsDirective,
    GradesDirective,
    LedgerDirective,
    tell_of_references,
)
from betweenus.evidence.notes import NotesInPlace
from betweenus.figures.directives import ChartDirective
from betweenus.handouts.directives import HandoutsDirective, LinesDirective
from betweenus.handouts.make import write_handouts
from betweenus.modules.cover import CoverDirective, ModuleCardsDirective, make_cover
from betweenus.modules.on_pages import TryItDirective, open_modules
from betweenus.project import Project
from betweenus.project.directive import keep_project
from betweenus.project.settings import sphinx_values
from betweenus.reflections import ids
from betweenus.reflections.gallery import GalleryDirective
from betweenus.reviews.review import check_reviews
from betweenus.rubrics.directives import RubricCardDirective
from betweenus.search.page import collect_search, do_without_sphinx_search
from betweenus.search.words import check_search
from betweenus.sittings.check import check_sittings
from betweenus.sittings.on_pages import in_parts
from betweenus.ways.on_pages import ShortWayDirective

THEME = Path(__file__).parent / "book" / "theme"
DIRECTIVES = {
    "claims": ClaimsDirective,
    "ledger": LedgerDirective,
    "grades": GradesDirective,
    "chart": ChartDirective,
    "timetable": TimetableDirective,
    "evening": EveningDirective,
    "gallery": GalleryDirective,
    "hosting": HostingDirective,
    "publisher": PublisherDirective,
    "help-lines": HelpLinesDirective,
    "settings": SettingsDirective,
    "handouts": HandoutsDirective,
    "lines": LinesDirective,
    "short-way": ShortWayDirective,
    "rubric-card": RubricCardDirective,
    "cover": CoverDirective,
    "module-cards": ModuleCardsDirective,
    "try-it": TryItDirective,
}


def setup(app: Sphinx) -> dict:
    # A book with a wrong claim, reference or link is not published, whichever command builds it.
    app.warningiserror = True

    project = Project(Path(app.srcdir))
    keep_project(app, project)
    for check in (check_config, check_colours, check_toc, check_help, check_reviews, check_search, check_sittings):
        for problem in check(project):
            raise problem
    for notice in notices(project, date.today()):
        logging.getLogger(__name__).info(notice)

    # Jupyter Book sets this for an extension that the book does without.
    app.add_config_value("comments_config", {}, "")

    app.add_html_theme("betweenus", str(THEME))
    # Without the file that it writes, GitHub Pages leaves out `_static`.
    app.setup_extension("sphinx.ext.githubpages")
    app.add_config_value("betweenus_fingerprint", project.fingerprint(), "env", [str])
    for name, default in sphinx_values():
        # Sphinx only has to know that they are ours: what they say is read, and checked, by the project. A change
        # of any of them makes every page anew.
        app.add_config_value(name, default, "env", Any)
    app.add_role("claim", ClaimRole())
    for name, directive in DIRECTIVES.items():
        app.add_directive(name, directive)

    app.add_post_transform(NotesInPlace)

    app.connect("config-inited", styles.choose_code_style)
    app.connect("builder-inited", pages.add_static_files)
    app.connect("builder-inited", do_without_sphinx_search)
    app.connect("doctree-resolved", tell_of_references)
    app.connect("doctree-resolved", in_parts)
    app.connect("doctree-read", ids.collect)
    app.connect("doctree-read", mark_sections)
    app.connect("doctree-read", make_cover)
    app.connect("doctree-read", open_modules)
    app.connect("doctree-read", list_sections)
    app.connect("env-purge-doc", ids.purge)
    app.connect("env-merge-info", ids.merge)
    app.connect("env-check-consistency", ids.check)
    app.connect("html-page-context", pages.prepare_page, priority=900)
    app.connect("html-collect-pages", collect_search)
    app.connect("build-finished", pages.write_beside, priority=100)
    app.connect("env-before-read-docs", write_handouts)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
