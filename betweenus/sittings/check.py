"""Parts of notebooks are whole: each says what it has to, and every reflection is in one."""

from collections.abc import Iterator

from betweenus.editorial.notebooks import reflections_in
from betweenus.editorial.prose import texts_of
from betweenus.project import Project, SourceError
from betweenus.sittings.part import OURS, part_with, parts_of


def check_sittings(project: Project) -> Iterator[SourceError]:
    """Parts that aren't described as they have to be, and reflections that no part would show."""
    for path in parts_of(project):
        for id, _, cell in reflections_in(texts_of(project)[path]):
            if not part_with(project, path, cell):
                message = (
                    f"the reflection {id!r} is in no part, and so nobody would find it; give the cell with the heading "
                    f'above it the metadata "{OURS}": {{"minutes": 5, "with": "alone"}}.'
                )
                yield SourceError(path, None, message, cell=cell)
