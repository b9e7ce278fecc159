"""How long all handouts take: made for the first time, and again when nothing has changed.

.venv/bin/python -m bench.handouts
"""

import time
from pathlib import Path
from tempfile import TemporaryDirectory

from betweenus.handouts.documents import ZIP
from betweenus.handouts.make import handouts_from, make_all, sources
from betweenus.project import Project


def main() -> None:
    project = Project.here(Path(__file__).parent)
    with TemporaryDirectory() as name:
        folder = Path(name)
        files, first = timed(project, folder)
        _, again = timed(project, folder)
        megabytes = sum(path.stat().st_size for path in files) / 1e6
        packed = (folder / ZIP).stat().st_size / 1e6
    print(f"{len(files)} PDFs from {len(sources(project))} sources: {megabytes:.1f} MB, the zip {packed:.1f} MB.")
    print(f"Made for the first time: {first:.1f} s. Again, nothing changed: {again:.1f} s.")


def timed(project: Project, folder: Path) -> tuple[list[Path], float]:
    begin = time.perf_counter()
    files = make_all(handouts_from(project, sources(project).values()), folder)
    return files, time.perf_counter() - begin


if __name__ == "__main__":
    main()
