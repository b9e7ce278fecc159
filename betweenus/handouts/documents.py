"""Which handouts there are, and what stands on each."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from betweenus.art import GREY, alone, art, verdict_symbol
from betweenus.evidence import claims_of, references_of
from betweenus.exercises import Exercise
from betweenus.exercises.exercise import FORMAT_LEADS, SECTIONS
from betweenus.exercises.facts import Fact, facts
from betweenus.exercises.form import Form
from betweenus.handouts.markdown import Converter, Node, texts
from betweenus.handouts.pdf import PAPERS, compile_pdf, digest
from betweenus.project import Project
from betweenus.project.help import Country
from betweenus.project.text import prose
from betweenus.project.words import N_, Words
from betweenus.reviews.standing import printed_lines_of

FOLDER = "handouts"
ZIP = "handouts.zip"


# The words that every template sets.
WORDS = {
    "page_of": N_("{page} of {pages}"),
    "if_help": N_("If you need help"),
    "in_danger": N_("In danger now, or if you think of ending your life: call"),
    "emergency": N_("your country’s emergency number"),
    "near_you": N_("Near you:"),
    "unseen": N_("Look from a device that nobody else sees."),
}
# What a run sheet says of an exercise before anything else.
FIRST_FACTS = ("time", "group", "depth", "not-together-if")
DEPTHS = {1: N_("Depth 1 of 3"), 2: N_("Depth 2 of 3"), 3: N_("Depth 3 of 3")}


@dataclass(frozen=True)
class Kind:
    """A kind of handout.

    Attributes:
        template: the Typst file that sets it.
        label: what a link to it says.
        large: whether there is a large-print version.
        words: that its template sets, beside those of all.
    """

    template: str
    label: str
    large: bool = True
    words: dict[str, str] = field(default_factory=dict, hash=False)


SHEET = Kind(
    "sheet",
    N_("Sheet for participants"),
    words={
        "kind": N_("Sheet"),
        "aim": N_("What it is for:"),
        "pass": N_("You can pass."),
        "pass_how": N_(
            "At any point, without a reason, also in the middle. To watch, or to do it on paper, is a full way of "
            "taking part. You can step out and come back."
        ),
        "not_together_if": N_("Not together if:"),
        "steps": N_("Step by step"),
        "on_paper": N_("On paper"),
        "take_home": N_("Take home"),
        "yours": N_(
            "This sheet is yours, and nobody collects it. If it is safer not to have it with you, leave it here."
        ),
    },
)
RUN_SHEET = Kind(
    "run-sheet",
    N_("Run sheet for leaders"),
    words={
        "kind": N_("Run sheet"),
        "write_clock": N_("Write the clock times in before you begin."),
        "about": N_("About this exercise"),
        "clock": N_("Clock"),
        "minutes": N_("Minutes"),
        "step": N_("Step"),
        "comes_up": N_("If something comes up:"),
        "comes_up_how": N_(
            "one leader goes with the person, the other stays and offers a break. Nobody asks what happened."
        ),
        "people_see": N_("People see:"),
        "changed": N_("What we left out, added or changed:"),
        "changed_how": N_("about the exercise, never about anyone who was there."),
        "claims": N_("The claims it rests on"),
        "references": N_("References"),
    },
)
CARDS = Kind(
    "cards",
    N_("Cards, printed on both sides and cut"),
    large=False,
    words={
        "kind": N_("Cards"),
        "too_long": N_("card {number} has more words than fit on a card; shorten it"),
    },
)
FORM = Kind("form", N_("The form"))
PLAN = Kind(
    "plan",
    N_("The plan"),
    words={
        "kind": N_("Plan"),
        "clock": N_("Clock"),
        "length": N_("For"),
        "what": N_("What"),
        "min": N_("{num} min"),
    },
)
SLIPS = Kind(
    "slips",
    N_("The slips, several on a sheet to cut"),
    large=False,
    words={"too_long": N_("there is more on a slip than fits on it; shorten it, or put fewer on a sheet")},
)
HELP = Kind(
    "help",
    N_("Help lines to take unseen"),
    large=False,
    words={
        "kind": N_("Help lines"),
        "too_long": N_("there are more help lines than fit on half a sheet; choose fewer countries or services"),
    },
)


@dataclass(frozen=True)
class Edition:
    """A paper, and ordinary or large print."""

    paper: str
    large: bool

    def label(self, words: Words) -> str:
        paper = PAPERS[self.paper]
        return words("%(paper)s, large print", paper=paper) if self.large else paper

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


def handouts_of(project: Project, exercise: Exercise) -> Iterator[Handout]:
    """Everything to print for an exercise.

    Raises:
        SourceError: naming file, line and what the handouts don't know.
    """
    contents = {SHEET: sheet, RUN_SHEET: run_sheet, CARDS: cards}
    for name, kind in kinds_of(exercise).items():
        content = contents[kind](project, exercise) | reviewed(project, exercise.path)
        yield Handout(name, kind, common(project, kind) | content)


def form_handout(project: Project, form: Form) -> Handout:
    """What to print of a form.

    Raises:
        SourceError: naming file, line and what the handouts don't know.
    """
    kind = kind_of(form)
    blocks = Converter(project, form.path).blocks(form.text, form.first_line)
    front = form.front
    content = front.model_dump(include={"title", "slips", "sheets", "help"})
    answers = [*front.answers, *([front.no_answer] if front.no_answer else [])]
    content |= {"answers": answers, "blocks": blocks} | reviewed(project, form.path)
    return Handout(form.name, kind, common(project, kind) | content)


def help_handout(project: Project, name: str) -> Handout:
    """Where help is, to lay out where nobody sees who takes one."""
    return Handout(name, HELP, common(project, HELP) | {"title": project.words(WORDS["if_help"])})


def reviewed(project: Project, path: Path) -> dict:
    """Who has reviewed the very words that are printed."""
    return {"reviewed": printed_lines_of(project, path.relative_to(project.root).as_posix())}


def common(project: Project, kind: Kind) -> dict:
    """What every handout carries: the book's name, its language and words, and where help is."""
    words = project.words
    return {
        "book": project.config.title,
        "language": words.language,
        "direction": words.direction,
        "age": project.citation.age_in(words),
        "near": [
            *({"name": line.name, "about": line.facts(words)} for line in project.settings.services),
            *({"name": country.country, "about": in_short(country, words)} for country in project.chosen_countries),
        ],
        "everywhere": [
            {"name": line.name, "about": words("For %(who)s", who=line.who.rstrip(".")) + "."}
            for line in project.help.everywhere
        ],
        "words": {key: words(message) for key, message in (WORDS | kind.words).items()},
    }


def in_short(country: Country, words: Words) -> str:
    """A country's numbers: those for danger, with how to call without a word, then each line's with its name."""
    silent = [each.silent for each in country.emergency if each.silent]
    reached = "; ".join(f"{line.name} {line.first_way(words)}" for line in country.lines)
    return " ".join((f"{country.numbers}.", *silent, f"{reached}."))


def sheet(project: Project, exercise: Exercise) -> dict:
    front, converter = exercise.front, Converter(project, exercise.path)
    formats = section(converter, exercise, "formats")
    lead = project.words(FORMAT_LEADS["paper"])
    return {
        "title": front.title,
        "art": drawn(project, exercise),
        "aim": front.objectives.skill,
        "not_together_if": front.not_together_if,
        "steps": steps(project, exercise),
        "on_paper": after_lead(formats, lead) if "paper" in front.formats else [],
        "take_home": section(converter, exercise, "take-home"),
    }


def run_sheet(project: Project, exercise: Exercise) -> dict:
    words, converter = project.words, Converter(project, exercise.path)
    sections = [
        {"heading": prose(words(SECTIONS[key])), "blocks": section(converter, exercise, key)}
        for key in exercise.sections
    ]
    claims, references, told = claims_of(project), references_of(project), facts(project, exercise)
    rests_on = [claims[id] for id in dict.fromkeys((*exercise.front.claims, *converter.claims))]
    return {
        "title": exercise.front.title,
        "art": drawn(project, exercise),
        "skill": exercise.front.objectives.skill,
        "first": [as_fact(told[key]) for key in FIRST_FACTS],
        "things": {"name": told["materials"][0], "list": exercise.front.materials or [told["materials"][1]]},
        "others": [as_fact(fact) for key, fact in told.items() if key not in (*FIRST_FACTS, "materials", "skill")],
        "steps": steps(project, exercise),
        "sections": sections,
        "claims": [
            {
                "id": claim.id,
                "claim": claim.claim,
                "symbol": alone(verdict_symbol(claim.rating)),
                "verdict": f"{words(claim.grade.label)}, {words(claim.certainty_label)}",
            }
            for claim in rests_on
        ],
        "references": [references[key].html.striptags() for key in converter.cited],
    }


def drawn(project: Project, exercise: Exercise) -> str:
    return alone(art(artwork_of(project, exercise)), GREY)


def artwork_of(project: Project, exercise: Exercise) -> str:
    """The artwork of its module; that of groups where it is for any."""
    named = {module.name: module.art for module in project.course.modules}
    return named.get(exercise.front.module, "group")


def as_fact(fact: Fact) -> dict[str, str]:
    return {"name": fact[0], "words": fact[1]}


def cards(project: Project, exercise: Exercise) -> dict:
    front = exercise.front
    depth = project.words(DEPTHS[front.depth])
    return {"title": front.title, "depth": depth, "how": front.cards_how, "cards": front.cards}


def steps(project: Project, exercise: Exercise) -> list[dict]:
    words = project.words
    return [
        step.model_dump(exclude={"cards"})
        | {
            "from_to": words("%(begin)s to %(end)s", begin=begin, end=begin + step.minutes),
            "length": words.count("%(num)s minute", "%(num)s minutes", step.minutes),
        }
        for begin, step in exercise.timetable()
    ]


def section(converter: Converter, exercise: Exercise, key: str) -> list[Node]:
    return converter.blocks(exercise.sections[key].text, exercise.sections[key].line)


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
