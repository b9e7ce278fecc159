"""What each page of the book carries in its head, and the page that opens the book."""

from html import escape
from pathlib import Path

from sphinx.application import Sphinx

from betweenus.book.policy import content_security_policy
from betweenus.book.titles import title_in_tab
from betweenus.evidence.directives import notes
from betweenus.stage.slides import stage_view
from betweenus.frontend import STATIC
from betweenus.project import Project
from betweenus.reflections.reflection import templates

# Sphinx's search is the only thing that needs these.
SEARCH_SCRIPTS = {"documentation_options.js", "doctools.js", "sphinx_highlight.js"}
UNUSED_STYLES = {"basic.css", "mystnb.css"}
MY_PAGES = "notebooks/my-pages"
# The scripts that only some pages need, each with what is on them.
PAGE_SCRIPTS = {
    "filter.js": ("data-filter=",),
    "exercises.js": ("data-stage",),
    "planner.js": ("data-planner",),
}
CODE_STYLES = {"pygments.css", "pygments_dark.css"}


def add_static_files(app: Sphinx) -> None:
    app.config.html_static_path.append(str(STATIC / "book"))


def prepare_page(app: Sphinx, pagename: str, template: str, context: dict, doctree) -> None:
    """Give the theme its policy, and leave out every script and style that the page does not use."""
    context["content_security_policy"] = content_security_policy(pagename)
    context["title_in_tab"] = title_in_tab(app, pagename, context.get("title", ""))
    for setting in ("betweenus_exit_url", "betweenus_exit_label"):
        context[setting] = app.config[setting]
    body = context["body"] = with_plain_roles(context.get("body", ""))
    context["claim_notes"] = notes(app, pagename, body)
    context["page_scripts"] = [
        name for name, marks in PAGE_SCRIPTS.items() if any(mark in body for mark in marks)
    ]
    context["stage_view"] = stage_markup(app, context["page_scripts"])
    context["has_reflections"] = "data-reflection=" in body
    context["lock_minutes"] = app.config.betweenus_lock_minutes
    context["store_line"] = store_line(context, body) if context["has_reflections"] else ""
    context["script_files"] = [
        script for script in context["script_files"] if is_wanted(script, pagename == "search")
    ]
    unused = UNUSED_STYLES | (set() if 'class="highlight' in body else CODE_STYLES)
    context["css_files"] = [style for style in context["css_files"] if base_name(style) not in unused]


def stage_markup(app: Sphinx, scripts: list[str]) -> str:
    """The projector view, once a page that has something to show on it."""
    project = Project.here(Path(app.srcdir))
    return stage_view(project.settings, project.words) if {"exercises.js", "planner.js"} & set(scripts) else ""


def store_line(context: dict, body: str) -> str:
    """The line that says where answers are, unless the page shows one itself."""
    if "data-store-line" in body:
        return ""
    address = context["pathto"](MY_PAGES) if context["hasdoc"](MY_PAGES) else ""
    return templates.get_template("browser/line.html").render(my_pages=address)


def with_plain_roles(body: str) -> str:
    """Docutils makes a bibliography a list of entries, in a role that has since been withdrawn."""
    return body.replace('role="doc-biblioentry"', 'role="listitem"')


def is_wanted(script, on_search_page: bool) -> bool:
    """Inline scripts, widget state among them, have no file name and are never wanted."""
    name = base_name(script)
    return bool(name) and (on_search_page or name not in SEARCH_SCRIPTS)


def base_name(asset) -> str:
    """`mystnb.css` for `_static/mystnb.8ecb98da.css?v=1`."""
    parts = Path(str(asset.filename or "").split("?")[0]).name.split(".")
    return ".".join([parts[0], parts[-1]]) if len(parts) > 1 else ""


def write_index(app: Sphinx, exception: Exception | None) -> None:
    """The first page of the folder leads to the first page of the book, also by double-click."""
    if exception or app.builder.format != "html":
        return
    target = escape(app.builder.get_target_uri(app.config.root_doc))
    title = escape(app.config.html_title)
    page = f"""<!DOCTYPE html>
<html lang="{escape(app.config.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{escape(content_security_policy("index"))}">
<link rel="icon" href="_static/favicon.svg">
<meta http-equiv="refresh" content="0; url={target}">
<title>{title}</title>
</head>
<body><p><a href="{target}">{title}</a></p></body>
</html>
"""
    (Path(app.outdir) / "index.html").write_text(page, encoding="utf-8")
