"""A session plan as a PDF. The planner says what is in it; how it looks is here."""

from collections.abc import Iterable
from pathlib import Path

from betweenus.handouts.documents import common
from betweenus.handouts.pdf import compile_pdf
from betweenus.plans.formats import PlanRow
from betweenus.project import find_root


def plan_pdf(
    title: str,
    rows: Iterable[tuple[str, int, str, str]],
    notes: Iterable[str] = (),
    *,
    paper: str = "a4",
    large: bool = False,
    root: Path | None = None,
) -> bytes:
    """Set a session plan: a table with clock times, notes below it, and the help lines.

    All text is plain: characters that mean something in Markdown or Typst are set as they are.

    Args:
        title: the plan's, such as "Communication: 90 minutes from 18:30".
        rows: in their order, each a `PlanRow` or a tuple with its fields.
        notes: paragraphs for below the table, such as what was left out and why.
        paper: "a4" or "letter".
        large: whether to set it in large print, 18 points or more.
        root: the project's folder, for its language and help lines; found from the working directory
            by default.

    Returns:
        The PDF, tagged (PDF/UA-1).

    Raises:
        HandoutError: when Typst can't set it.
    """
    content = {
        "title": title,
        "clock": "Clock",
        "rows": [PlanRow(*row)._asdict() for row in rows],
        "notes": list(notes),
        "paper": paper,
        "large": large,
    }
    return compile_pdf("plan", common(root or find_root()) | content)
