"""Writes the handouts into a folder, and again only those whose content has changed."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from betweenus.exercises import read_exercise
from betweenus.exercises.form import read_form
from betweenus.handouts.documents import FOLDER, ZIP, Handout, form_handout, handouts_of, help_handout
from betweenus.handouts.packs import HELP_NAME, PACK, write_packs, write_pieces
from betweenus.handouts.plan import plan_handouts
from betweenus.project import Project, SourceError
from betweenus.project.directive import project_of

EVENING = "book/facilitators/evening"
# What each file was made of, kept beside the files.
DIGESTS = ".digests.json"
# The only date a zip needs not to differ from one machine to the next.
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def sources(project: Project) -> dict[str, Path]:
    """The file behind each name that handouts can be asked for by."""
    paths = [*project.exercises_folder.glob("*.md"), *project.forms_folder.glob("*.md")]
    return {path.stem: path for path in sorted(paths)}


def handouts_from(project: Project, paths: Iterable[Path]) -> list[Handout]:
    """The handouts of exercises and forms.

    Raises:
        SourceError: from the first file that is wrong.
    """
    found = []
    for path in paths:
        if path.parent == project.forms_folder:
            found.append(form_handout(project, read_form(path)))
        else:
            found.extend(handouts_of(project, read_exercise(project, path)))
    return found


def check_handouts(project: Project) -> Iterator[SourceError]:
    """What is wrong with an exercise or a form, or can't be set on paper."""
    for path in sources(project).values():
        try:
            handouts_from(project, [path])
        except SourceError as error:
            yield error


def make(handouts: Iterable[Handout], folder: Path) -> list[Path]:
    """Write handouts into a folder.

    Returns:
        The files of all of them, also those that were as they are now.

    Raises:
        HandoutError: when one can't be set.
    """
    folder.mkdir(parents=True, exist_ok=True)
    known = read_digests(folder)
    files = []
    for handout in handouts:
        for name, content in handout.files().items():
            path, now = folder / name, handout.digest(content)
            if known.get(name) != now or path.is_symlink() or not path.exists():
                write_anew(path, handout.pdf(content))
                known[name] = now
            files.append(path)
    write_digests(folder, known)
    return files


def make_all(handouts: Iterable[Handout], folder: Path) -> list[Path]:
    """Like `make`, for all handouts of a book: also one zip of them, and none left over from before."""
    files = make(handouts, folder)
    wanted = {path.name for path in files}
    known = read_digests(folder)
    # Looked for among the folder's own files, since a name in the list may lead elsewhere.
    for path in folder.glob("*.pdf"):
        if path.name in known.keys() - wanted and not path.name.startswith(PACK):
            path.unlink()
    write_digests(folder, {name: digest for name, digest in known.items() if name in wanted or name.startswith(PACK)})
    write_zip(files, folder / ZIP)
    return files


def write_anew(path: Path, content: bytes) -> None:
    """Write a file in the place of what was there, and not through a link that may lead out of the folder."""
    path.unlink(missing_ok=True)
    path.write_bytes(content)


def write_zip(files: list[Path], path: Path) -> None:
    path.unlink(missing_ok=True)
    with ZipFile(path, "w") as archive:
        for file in sorted(files):
            archive.writestr(ZipInfo(f"{FOLDER}/{file.name}", ZIP_EPOCH), file.read_bytes(), ZIP_DEFLATED)


def read_digests(folder: Path) -> dict[str, str]:
    """What each file was made of, as far as that is known."""
    try:
        digests = json.loads((folder / DIGESTS).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError, RecursionError):
        return {}
    return digests if isinstance(digests, dict) else {}


def write_digests(folder: Path, digests: dict[str, str]) -> None:
    write_anew(folder / DIGESTS, json.dumps(digests, indent=0, sort_keys=True).encode())


def write_handouts(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Before pages are read: the handouts of every exercise, form and plan that is in the book, since the page of an
    evening says how many pages each has."""
    if app.builder.format != "html":
        return
    project, folder = project_of(app), Path(app.outdir) / FOLDER
    pages = [path for path in sources(project).values() if env.path2doc(path) in env.found_docs]
    handouts = handouts_from(project, pages)
    if EVENING in env.found_docs:
        handouts += [*plan_handouts(project), help_handout(project, HELP_NAME)]
    if handouts:
        make_all(handouts, folder)
    if EVENING in env.found_docs:
        write_pieces(project, folder)
        write_digests(folder, read_digests(folder) | write_packs(project, folder, read_digests(folder)))
