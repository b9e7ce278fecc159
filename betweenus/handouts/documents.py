"""Which handouts there are, and what stands on each."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from betweenus.book.services import read_services
from betweenus.project.settings import read_settings
from betweenus.evidence import read_claims, read_references
from betweenus.evidence.claims import prose
from betweenus.exercises import Exercise
from betweenus.exercises.exercise import FORMATS, exercises_folder
from betweenus.exercises.form import Form
from betweenus.handouts.markdown import Converter, Node, texts
from betweenus.handouts.pdf import PAPERS, compile_pdf, digest

FOLDER = "handouts"
ZIP = "handouts.zip"


@dataclass(frozen=True)
class Kind:
    """A kind of handout.

    Attributes:
        template: the Typst file that sets it.
        label: what a link to it says.
        large: whether there is a large-print version.
    """

    template: str
    label: str
    large: bool = True


SHEET = Kind("sheet", "Sheet for participants")
RUN_SHEET = Kind("run-sheet", "Run sheet for leaders")
CARDS = Kind("cards", "Cards, printed on both sides and cut", large=False)
FORM = Kind("form", "The form")
PLAN = Kind("plan", "The plan")
SLIPS = Kind("slips", "The slips, several on a sheet to cut", large=False)


@dataclass(frozen=True)
class Edition:
    """A paper, and ordinary or large print."""

    paper: str
    large: bool

    @property
    def label(self) -> str:
        return f"{PAPERS[self.paper]}{', large print' if self.large else ''}"

    def file_of(self, name: str) -> str:
        return f"{name}-{self.paper}{'-large' if self.large else ''}.pdf"


@dataclass(frozen=True)
class Handout:
    """One thing to print, in all its editions.

    Attributes:
        name: the beginning of its files' names, such as `being-heard-run-sheet`.
        kind: what it is.
        content: what its template reads.
    """

    name: str
    kind: Kind
    content: dict

    def files(self) -> dict[str, dict]:
        """The content of each edition by the name of its file."""
        return {
            edition.file_of(self.name): self.content | {"paper": edition.paper, "large": edition.large}
            for edition in editions(self.kind)
        }

    def digest(self, content: dict) -> str:
        return digest(self.kind.template, content)

    def pdf(self, content: dict) -> bytes:
        return compile_pdf(self.kind.template, content)


def editions(kind: Kind) -> list[Edition]:
    return [Edition(paper, large) for paper in PAPERS for large in ((False, True) if kind.large else (False,))]


def kinds_of(exercise: Exercise) -> dict[str, Kind]:
    """The names of an exercise's handouts, and what each is."""
    kinds = [SHEET, RUN_SHEET, *([CARDS] if exercise.front.cards else [])]
    return {f"{exercise.name}-{kind.template}": kind for kind in kinds}


def kind_of(form: Form) -> Kind:
    return SLIPS if form.front.slips > 1 else FORM


def handouts_of(root: Path, exercise: Exercise) -> Iterator[Handout]:
    """Everything to print for an exercise.

    Raises:
        SourceError: naming file, line and what the handouts don't know.
    """
    contents = {SHEET: sheet, RUN_SHEET: run_sheet, CARDS: cards}
    for name, kind in kinds_of(exercise).items():
        yield Handout(name, kind, common(root) | contents[kind](root, exercise))


def form_handout(root: Path, form: Form) -> Handout:
    """What to print of a form.

    Raises:
        SourceError: naming file, line and what the handouts don't know.
    """
    blocks = Converter(root, form.path).blocks(form.text, form.first_line)
    content = form.front.model_dump(include={"title", "slips", "sheets", "answers", "help"})
    return Handout(form.name, kind_of(form), common(root) | content | {"blocks": blocks})


def common(root: Path) -> dict:
    """What every handout carries: the book's name, its language, and where help is."""
    settings = read_settings(root)
    services = [{"name": service.name, "about": service.about} for service in read_services(root)]
    return {"book": settings.title, "language": settings.language, "services": services}


def sheet(root: Path, exercise: Exercise) -> dict:
    front, converter = exercise.front, converter_of(root, exercise)
    formats = section(converter, exercise, "In the room, online and on paper")
    return {
        "title": front.title,
        "aim": front.objectives.skill,
        "not_together_if": front.not_together_if,
        "steps": steps(exercise),
        "on_paper": after_lead(formats, FORMATS["paper"]) if "paper" in front.formats else [],
        "take_home": section(converter, exercise, "Take home"),
    }


def run_sheet(root: Path, exercise: Exercise) -> dict:
    front, converter = exercise.front, converter_of(root, exercise)
    sections = [
        {"heading": prose(heading), "blocks": section(converter, exercise, heading)} for heading in exercise.sections
    ]
    claims, references = read_claims(root), read_references(root)
    rests_on = [claims[id] for id in dict.fromkeys((*front.claims, *converter.claims))]
    return {
        "title": front.title,
        "card": [{"name": name, "words": words} for name, words in exercise.card().items()],
        "steps": steps(exercise),
        "sections": sections,
        "claims": [
            {"id": claim.id, "claim": claim.claim, "verdict": f"{claim.grade.label}, {claim.certainty_label}"}
            for claim in rests_on
        ],
        "references": [references[key].html.striptags() for key in converter.cited],
    }


def cards(root: Path, exercise: Exercise) -> dict:
    front = exercise.front
    return {"title": front.title, "depth": front.depth, "cards": front.cards}


def steps(exercise: Exercise) -> list[dict]:
    return [{"begin": begin} | step.model_dump() for begin, step in exercise.timetable()]


def converter_of(root: Path, exercise: Exercise) -> Converter:
    return Converter(root, exercises_folder(root) / f"{exercise.name}.md")


def section(converter: Converter, exercise: Exercise, heading: str) -> list[Node]:
    text = exercise.sections[heading]
    source = converter.path.read_text(encoding="utf-8")
    return converter.blocks(text, first_line=1 + source.count("\n", 0, max(0, source.find(text))))


def after_lead(blocks: list[Node], lead: str) -> list[Node]:
    """The paragraph that begins with a lead in bold, and what follows it up to the next lead."""
    leads = [lead_of(block) for block in blocks]
    begin = leads.index(lead)
    end = next((place for place in range(begin + 1, len(leads)) if leads[place]), len(leads))
    inline = blocks[begin]["inline"][1:]
    for node in texts(inline[:1]):
        node["text"] = node["text"].lstrip()
    return [blocks[begin] | {"inline": inline}, *blocks[begin + 1 : end]]


def lead_of(block: Node) -> str | None:
    """The bold words that a paragraph begins with."""
    first = block["inline"][0] if block["kind"] == "paragraph" else {"kind": ""}
    return "".join(node.get("text", "") for node in first["inline"]) if first["kind"] == "strong" else None
