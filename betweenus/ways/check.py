"""Short ways and next steps lead to what there is, and keep what they promise."""

from collections.abc import Iterator

from betweenus.editorial.notebooks import reflections_in
from betweenus.editorial.prose import texts_of
from betweenus.evidence import references_of
from betweenus.project import Project, SourceError
from betweenus.project.sources import hint, line_of, yaml_tree
from betweenus.reflections.next_step import Rule, rules_of
from betweenus.ways.way import problem, way_through, ways_of

LAST = "Plan"


def check_ways(project: Project) -> Iterator[SourceError]:
    """Ways through modules that there are not, to what isn't there, that take too long, or don't end with a plan."""
    ways = ways_of(project)
    if ways is None:
        return
    if ways.source not in references_of(project):
        yield problem(project, f"`source`: {ways.source!r} is not in seeds/references.bib.", "source")
    for module in ways.ways:
        if module not in project.course.titles:
            told = f"there is no module {module!r}; {hint(module, project.course.titles)}"
            yield problem(project, told, "ways", module)
        else:
            yield from check_way(project, module)


def check_way(project: Project, module: str) -> Iterator[SourceError]:
    try:
        way = way_through(project, module)
    except SourceError as error:
        yield error
        return
    most = ways_of(project).most
    if way.minutes > most:
        told = f"the way through {module} takes {way.minutes} minutes; a way takes {most} at most. Leave something out."
        yield problem(project, told, "ways", module)
    if way.parts[-1].kind != LAST:
        last = way.parts[-1].kind or "a section"
        told = f"the way through {module} ends with {last}; let it end with a {LAST}."
        yield problem(project, told, "ways", module, len(way.parts) - 1)


def check_next_steps(project: Project) -> Iterator[SourceError]:
    """Rules that ask for reflections which there are not, or lead to no page; a course may have none at all."""
    path = project.next_steps_file
    if not path.exists():
        return
    rules, tree, known = rules_of(project), yaml_tree(path), modules_of_reflections(project)
    for number, rule in enumerate(rules):
        for field, message in wrong_with(rule, known, project):
            yield SourceError(path, 1 + line_of(tree, (number, field)), message)
    if not rules or rules[-1].answered or rules[-1].unanswered:
        last = 1 + line_of(tree, (len(rules) - 1,))
        yield SourceError(path, last, "the last rule asks for something; end with one that always fits.")


def modules_of_reflections(project: Project) -> dict[str, str]:
    """The name of the notebook of each reflection, by its id."""
    notebooks = [text for text in texts_of(project).values() if text.path.suffix == ".ipynb"]
    return {id: text.path.stem for text in notebooks for id, _, _ in reflections_in(text)}


def wrong_with(rule: Rule, known: dict[str, str], project: Project) -> Iterator[tuple[str, str]]:
    """Each field of a rule that can't be right, with what would be."""
    for field in ("answered", "unanswered"):
        for id in getattr(rule, field):
            if id not in known:
                yield field, f"there is no reflection {id!r}; {hint(id, known)}"
    elsewhere = {known[id] for id in rule.answered if id in known} - {rule.because}
    if elsewhere:
        yield "answered", f"`because` is {rule.because!r}, but this stands in {', '.join(sorted(elsewhere))}."
    if rule.answered and rule.because not in project.course.titles:
        yield "because", f"there is no module {rule.because!r}; {hint(rule.because, project.course.titles)}"
    yield from wrong_with_place(rule, project)


def wrong_with_place(rule: Rule, project: Project) -> Iterator[tuple[str, str]]:
    pages = {path.relative_to(project.root).as_posix(): text for path, text in texts_of(project).items()}
    if rule.page not in pages:
        yield "page", f"there is no page {rule.page!r}; {hint(rule.page, pages)}"
    elif rule.section:
        sections = [section.text for section in pages[rule.page].sections]
        if rule.section not in sections:
            yield "section", f"there is no section {rule.section!r} in {rule.page}; {hint(rule.section, sections)}"
