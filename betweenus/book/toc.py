"""Checks `_toc.yml`, which says what pages the book has."""

from collections.abc import Iterator

from sphinx_external_toc.parsing import MalformedError, parse_toc_yaml

from betweenus.project import Project, SourceError


def check_toc(project: Project) -> Iterator[SourceError]:
    """Exercises that the book would have no page of, though its index and its plans lead to them."""
    path = project.toc_file
    try:
        pages = parse_toc_yaml(path)
    except (MalformedError, FileNotFoundError) as error:
        raise SourceError(path, None, f"this is no table of contents: {error}.") from None
    for exercise in sorted(project.exercises_folder.glob("*.md")):
        name = f"{project.exercises_folder.name}/{exercise.stem}"
        if name not in pages and f"{name}.md" not in pages:
            yield SourceError(exercise, None, f"the book has no page of it; add `- file: {name}` to _toc.yml.")
