"""The Sphinx extension: ties the parts of the course into the book.

What each part does stands with that part; this file only connects it.
"""

from datetime import date
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util import logging

import betweenus
from betweenus.book import pages
from betweenus.book.config import EXIT_LABEL, EXIT_URL, check_config
from betweenus.book.services import ServicesDirective, stale
from betweenus.evidence.directives import (
    ClaimRole,
    ClaimsDirective,
    GradesDirective,
    LedgerDirective,
    link_back,
)
from betweenus.book.exercise_pages import (
    ExercisesDirective,
    PlansDirective,
    TimetableDirective,
    mark_sections,
)
from betweenus.figures.directives import ChartDirective
from betweenus.handouts.directives import HandoutsDirective, LinesDirective
from betweenus.handouts.make import write_handouts
from betweenus.project import fingerprint, work_in
from betweenus.reflections import ids
from betweenus.reflections.gallery import GalleryDirective

THEME = Path(betweenus.__file__).parent / "book" / "theme"


def setup(app: Sphinx) -> dict:
    # A book with a wrong claim, reference or link is not published, whichever command builds it.
    app.warningiserror = True

    work_in(Path(app.srcdir))
    check_config(Path(app.srcdir) / "_config.yml")
    for notice in stale(Path(app.srcdir), date.today()):
        logging.getLogger(__name__).info(notice)

    # Jupyter Book sets this for an extension that the book does without.
    app.add_config_value("comments_config", {}, "")

    app.add_html_theme("betweenus", str(THEME))
    app.add_config_value("betweenus_fingerprint", fingerprint(Path(app.srcdir)), "env", [str])
    app.add_config_value("betweenus_lock_minutes", 15, "html", [int, float])
    app.add_config_value("betweenus_exit_url", EXIT_URL, "html", [str])
    app.add_config_value("betweenus_exit_label", EXIT_LABEL, "html", [str])
    app.add_config_value("betweenus_quiet_titles", True, "html", [bool])
    app.add_config_value("betweenus_services", [], "env", [list])
    app.add_role("claim", ClaimRole())
    app.add_directive("claims", ClaimsDirective)
    app.add_directive("ledger", LedgerDirective)
    app.add_directive("grades", GradesDirective)
    app.add_directive("chart", ChartDirective)
    app.add_directive("timetable", TimetableDirective)
    app.add_directive("exercises", ExercisesDirective)
    app.add_directive("plans", PlansDirective)
    app.add_directive("gallery", GalleryDirective)
    app.add_directive("services", ServicesDirective)
    app.add_directive("handouts", HandoutsDirective)
    app.add_directive("lines", LinesDirective)

    app.connect("builder-inited", pages.add_static_files)
    app.connect("doctree-resolved", link_back)
    app.connect("doctree-read", ids.collect)
    app.connect("doctree-read", mark_sections)
    app.connect("env-purge-doc", ids.purge)
    app.connect("env-merge-info", ids.merge)
    app.connect("env-check-consistency", ids.check)
    app.connect("html-page-context", pages.prepare_page, priority=900)
    app.connect("build-finished", pages.write_index, priority=100)
    app.connect("build-finished", write_handouts)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
