"""What each page of the book carries in its head, and the files that stand beside the pages."""

import re
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

import sphinx
from markupsafe import Markup
from sphinx.application import Sphinx

from betweenus.art import IN_TEMPLATES, favicon
from betweenus.book import social, styles
from betweenus.book.colours import colours_alone
from betweenus.book.contents import contents
from betweenus.book.hosting import configuration
from betweenus.book.policy import content_security_policy
from betweenus.book.titles import title_in_tab
from betweenus.evidence.notes import at_the_end
from betweenus.frontend import STATIC
from betweenus.project.directive import project_of, told_by
from betweenus.reviews.standing import lines_of
from betweenus.stage.slides import stage_view

# Sphinx's own, for a search that the book does without.
UNUSED_SCRIPTS = {
    "documentation_options.js",
    "doctools.js",
    "language_data.js",
    "searchtools.js",
    "sphinx_highlight.js",
}
# The scripts in which the stage is.
WITH_STAGE = {"exercises.js", "planner.js"}
# What is in a page so long that its first paint waits for nothing far below; see from_top.js.
LONG = re.compile('data-sections|class="claim"')
MY_PAGES = "notebooks/my-pages"


def add_static_files(app: Sphinx) -> None:
    app.config.html_static_path.append(str(STATIC / "book"))


def prepare_page(app: Sphinx, pagename: str, template: str, context: dict, doctree) -> None:
    """Give the theme what it shows, and leave out every script and style that the page does not use."""
    project = project_of(app)
    scripts, reflections = told_by(doctree, "scripts"), told_by(doctree, "reflection")
    body = with_plain_roles(context.get("body", ""))
    made_of = version(app.config.betweenus_fingerprint + sphinx.__version__)
    link = partial(style_link, context["pathto"], made_of)
    context |= {
        "body": styles.with_style_of_reflections(app, body, link),
        "settings": project.settings,
        "course": project.course,
        "words": project.words,
        "_": project.words,
        "contents": partial(contents, context, project.words, told_by(doctree, "sections")),
        "look": " ".join(told_by(doctree, "page_look")),
        "content_security_policy": content_security_policy(),
        "title_in_tab": title_in_tab(app, pagename, context.get("title", "")),
        "script_version": made_of,
        "exit_link": project.words.render("browser/exit.html", settings=project.settings),
        "age": project.citation.age_in(project.words),
        "at_the_end": at_the_end(app, pagename, doctree),
        "reviews": reviews_line(app, pagename),
        "is_long": bool(LONG.search(body)),
        "page_scripts": scripts,
        "style": link(styles.style_in_head(app, body + context.get("search_form", ""))),
        "stage_view": stage(app, link) if WITH_STAGE & set(scripts) else "",
        "has_reflections": bool(reflections),
        "store_line": store_line(app, context) if reflections and "my-pages" not in told_by(doctree, "kind") else "",
        "script_files": [each for each in context["script_files"] if is_wanted(each)],
        "css_files": styles.of_others(context["css_files"], body),
        "social_card": social.address(app.config.html_baseurl),
        **IN_TEMPLATES,
    }


def style_link(pathto: Callable, made_of: str, address: str) -> str:
    return f'<link rel="stylesheet" href="{escape(pathto(address, 1))}?v={made_of}">'


def stage(app: Sphinx, link: Callable) -> Markup:
    """The stage at the end of a page, with its style, for which nothing above waits."""
    return Markup(link(styles.write(app, [styles.STAGE]))) + stage_view(project_of(app))


def store_line(app: Sphinx, context: dict) -> str:
    """The line that says where answers are."""
    address = context["pathto"](MY_PAGES) if context["hasdoc"](MY_PAGES) else ""
    return project_of(app).words.render("browser/line.html", my_pages=address)


def reviews_line(app: Sphinx, pagename: str) -> str:
    """What the foot of a page says of its reviews."""
    if pagename not in app.env.found_docs:
        return ""
    project = project_of(app)
    lines = lines_of(project, Path(app.env.doc2path(pagename, base=False)).as_posix())
    return project.words.render("reviews/foot.html", lines=lines)


def with_plain_roles(body: str) -> str:
    """Docutils makes a bibliography a list of entries, in a role that has since been withdrawn."""
    return body.replace('role="doc-biblioentry"', 'role="listitem"')


def version(made_of: str) -> str:
    """What stands behind the `?` of a script's address, so that a browser never takes an older one for it."""
    return sha256(made_of.encode()).hexdigest()[:8]


def is_wanted(script) -> bool:
    """Inline scripts, widget state among them, have no file name and are never wanted."""
    name = styles.base_name(script)
    return bool(name) and name not in UNUSED_SCRIPTS


def root_of(app: Sphinx) -> str:
    """Where the book lies at its host."""
    return urlsplit(app.config.html_baseurl).path.rstrip("/") + "/"


def not_found(app: Sphinx, **context) -> tuple[str, dict, str]:
    """The page that a host shows where there is none, with what it needs to search."""
    root = root_of(app)

    def from_root(name: str, resource: bool = False) -> str:
        return root + (name if resource else app.builder.get_target_uri(name))

    return "404", {"pathto": from_root, **context}, "404.html"


def write_beside(app: Sphinx, exception: Exception | None) -> None:
    """Write what is no page of the contents, once all of these are there."""
    if exception or app.builder.format != "html":
        return
    folder = Path(app.outdir)
    (folder / "index.html").write_text(index(app), encoding="utf-8")
    project = project_of(app)
    (folder / "_static" / "favicon.svg").write_text(favicon(colours_alone(project)), encoding="utf-8")
    if app.config.html_baseurl:
        (folder / "_static" / social.NAME).write_bytes(social.social_card(project))
    (folder / "_headers").write_text(configuration("_headers"), encoding="utf-8")
    for name in UNUSED_SCRIPTS:
        (folder / "_static" / name).unlink(missing_ok=True)


def index(app: Sphinx) -> str:
    """The first page of the folder leads to the first page of the book, also by double-click."""
    target = escape(app.builder.get_target_uri(app.config.root_doc))
    title = escape(app.config.html_title)
    return f"""<!DOCTYPE html>
<html lang="{escape(app.config.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{escape(content_security_policy())}">
<link rel="icon" href="_static/favicon.svg">
<meta http-equiv="refresh" content="0; url={target}">
<title>{title}</title>
</head>
<body><p><a href="{target}">{title}</a></p></body>
</html>
"""
