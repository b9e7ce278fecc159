"""What each page of the book carries in its head, and the files that stand beside the pages."""

import re
from functools import partial
from hashlib import sha256
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

import sphinx
from sphinx.application import Sphinx
from sphinx.config import Config

from betweenus.art import IN_TEMPLATES, favicon
from betweenus.book import social
from betweenus.book.colours import colours_alone, own_colours
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
UNUSED_STYLES = {"basic.css", "mystnb.css"}
# The scripts in which the stage is.
WITH_STAGE = {"exercises.js", "planner.js"}
# How the classes begin that a style is for, where not every page needs it; bundle.mjs says what is in each.
STYLES = {
    "modules.css": "cover-art|module-cards|opener|try-it|lead",
    "evidence.css": 'mark[ "]|rating|claim|grades|counts|citation|at-the-end',
    "figures.css": "chart",
    "help.css": "help-",
    "search.css": "search",
    "rubrics.css": "rubric",
    "facilitators.css": "timetable|evening-wishes|exercises",
    "reflections.css": "reflection ",
    "gallery.css": "gallery-",
    "my-pages.css": "reflection (my-pages|next-step|reminder)",
    "own-pages.css": "reflection (?!my-pages|next-step|reminder)",
}
CODE_STYLES = {"pygments.css", "pygments_dark.css"}
COLOURED_CODE = re.compile('class="highlight-(?!none )')
MY_PAGES = "notebooks/my-pages"


def choose_code_style(app: Sphinx, config: Config) -> None:
    """Code has the theme's colours, which can be read, where Jupyter Book would ask for Sphinx's."""
    if config.pygments_style == "sphinx":
        config.pygments_style = None


def add_static_files(app: Sphinx) -> None:
    app.config.html_static_path.append(str(STATIC / "book"))


def prepare_page(app: Sphinx, pagename: str, template: str, context: dict, doctree) -> None:
    """Give the theme what it shows, and leave out every script and style that the page does not use."""
    project = project_of(app)
    scripts, reflections = told_by(doctree, "scripts"), told_by(doctree, "reflection")
    body = with_plain_roles(context.get("body", ""))
    context |= {
        "body": body,
        "settings": project.settings,
        "course": project.course,
        "words": project.words,
        "_": project.words,
        "contents": partial(contents, context, project.words, told_by(doctree, "sections")),
        "look": " ".join(told_by(doctree, "page_look")),
        "content_security_policy": content_security_policy(),
        "title_in_tab": title_in_tab(app, pagename, context.get("title", "")),
        "script_version": version(app.config.betweenus_fingerprint + sphinx.__version__),
        "exit_link": project.words.render("browser/exit.html", settings=project.settings),
        "age": project.citation.age_in(project.words),
        "at_the_end": at_the_end(app, pagename, doctree),
        "reviews": reviews_line(app, pagename),
        "page_scripts": scripts,
        "page_styles": page_styles(body + context.get("search_form", "")),
        "stage_view": stage_view(project) if WITH_STAGE & set(scripts) else "",
        "has_reflections": bool(reflections),
        "store_line": store_line(app, context) if reflections and "my-pages" not in told_by(doctree, "kind") else "",
        "script_files": [each for each in context["script_files"] if is_wanted(each)],
        "css_files": wanted_styles(context["css_files"], body),
        "social_card": social.address(app.config.html_baseurl),
        "own_colours": bool(own_colours(project)),
        **IN_TEMPLATES,
    }


def page_styles(html: str) -> list[str]:
    """The styles that not every page needs, of those that this one does."""
    return [style for style, used in STYLES.items() if re.search(f'class="({used})', html)]


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


def wanted_styles(styles: list, body: str) -> list:
    unused = UNUSED_STYLES | (set() if COLOURED_CODE.search(body) else CODE_STYLES)
    return [style for style in styles if base_name(style) not in unused]


def is_wanted(script) -> bool:
    """Inline scripts, widget state among them, have no file name and are never wanted."""
    name = base_name(script)
    return bool(name) and name not in UNUSED_SCRIPTS


def base_name(asset) -> str:
    """`mystnb.css` for `_static/mystnb.8ecb98da.css?v=1`."""
    parts = Path(str(asset.filename or "").split("?")[0]).name.split(".")
    return ".".join([parts[0], parts[-1]]) if len(parts) > 1 else ""


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
    if style := own_colours(project):
        (folder / "_static" / "colours.css").write_text(style, encoding="utf-8")
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
