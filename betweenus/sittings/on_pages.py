"""How a page of a notebook with parts is put together: a list of them first, then each as a section of its own.

Which of them is shown is a matter of style, by what the end of the address names: no script is needed.
"""

from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx

from betweenus.project.directive import part as raw
from betweenus.project.directive import project_of
from betweenus.sittings.part import parts_of

# Places on the page. Like the parts' own they say nothing of what it is about.
ALL, LIST, END = "everything", "parts", "end"


def in_parts(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Give the page its list of parts, and each part its head and its foot."""
    project = project_of(app)
    parts = parts_of(project).get(Path(app.env.doc2path(docname)))
    if not parts or app.builder.format != "html":
        return
    page = doctree.next_node(nodes.section)
    sections = [each for each in page.children if isinstance(each, nodes.section)]
    titled = [(part, sections[part.section]) for part in parts]
    after = sections[parts[-1].section + 1 :]
    context = {"count": len(parts), "after_last": END if after else LIST}

    def render(template: str, **more) -> nodes.raw:
        return raw(project.words.render(f"sittings/{template}.html", **context, **more))

    contents = render("parts", parts=[(part, title_of(section)) for part, section in titled])
    for part, section in titled:
        name(section, part.anchor, "part")
        section.insert(0, render("head", part=part))
        section.append(render("foot", part=part))
    if after:
        name(after[0], END, "part-end")
    name(page, ALL, "sitting")
    page.insert(page.index(titled[0][1]), contents)
    page.insert(2, render("start"))
    page.insert(1, render("bar", docname=docname))


def name(section: nodes.section, anchor: str, look: str) -> None:
    section["ids"].insert(0, anchor)
    section["classes"].append(look)


def title_of(section: nodes.section) -> str:
    return next(each for each in section.children if isinstance(each, nodes.title)).astext()
