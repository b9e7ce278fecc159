"""`betweenus review list | diff | sign`."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from difflib import unified_diff
from itertools import chain, count
from pathlib import Path

import click
import yaml
from pydantic import ValidationError

from betweenus.project import Project, SourceError
from betweenus.project.sources import explain, hint
from betweenus.reviews.content import content_of, reader_of
from betweenus.reviews.review import Review, Verdict, criteria_of, pages_of, reviews_of
from betweenus.reviews.standing import Standing, overdue, standings_of

TODAY = date.today().isoformat()
# Three years are the longest that services for health information leave between two looks.
LATER = (date.today() + timedelta(days=3 * 365)).isoformat()
SCHEMA = "# yaml-language-server: $schema=../schemas/review.schema.json\n"


@click.command("list")
@click.pass_obj
def list_reviews(project: Project) -> None:
    """What was never reviewed, what has changed since, what is objected to, what is due."""
    try:
        report = [
            ("Objections", list(objections(project))),
            ("Changed since", list(changed(project))),
            ("Due", list(overdue(project, date.today()))),
            ("Not reviewed as it is now", list(unreviewed(project))),
        ]
    except SourceError as error:
        raise click.ClickException(str(error)) from None
    for heading, lines in report:
        click.echo("\n".join([f"{heading}:", *(f"  {line}" for line in lines or ["nothing"])]))


def all_standings(project: Project) -> Iterator[Standing]:
    for standings in standings_of(project).values():
        yield from standings


def objections(project: Project) -> Iterator[str]:
    for each in all_standings(project):
        if each.review.verdict is Verdict.OBJECTS:
            yield f"{each.path}, for {', '.join(each.criteria)} ({each.name}): {each.review.notes}"


def changed(project: Project) -> Iterator[str]:
    for each in all_standings(project):
        if not each.is_unchanged:
            how = "can't be told how much" if each.changed is None else f"sentences: {each.changed}"
            yield f"{each.path} since {each.name}; {how}"


def unreviewed(project: Project) -> Iterator[str]:
    """For each criterion the pages whose words nobody has looked at for it, by name once there are others."""
    pages = pages_of(project)
    for name in criteria_of(project):
        seen = {each.path for each in all_standings(project) if each.is_unchanged and name in each.criteria}
        missing = [path for path in pages if path not in seen]
        yield f"{name}: {len(missing)} of {len(pages)} pages"
        if seen:
            yield from (f"  {path}" for path in missing)


@click.command()
@click.argument("name")
@click.argument("page", required=False)
@click.pass_obj
def diff(project: Project, name: str, page: str | None) -> None:
    """The sentences that have changed since a review, by the name of its file."""
    reviews = found(project, reviews_of)
    name = Path(name).stem
    if name not in reviews:
        raise click.ClickException(
            f"There is no review {name!r}; {hint(name, reviews) if reviews else 'there are none.'}"
        )
    pages = reviews[name].files
    path = page and path_of(project, page)
    if path and path not in pages:
        raise click.ClickException(f"The review {name} is not of {path}; {hint(path, pages)}")
    for each in all_standings(project):
        if each.name == name and each.path in ([path] if path else pages):
            click.echo(told_of_changes(each))


def told_of_changes(standing: Standing) -> str:
    if standing.is_unchanged:
        return f"{standing.path}: no word has changed."
    if standing.before is None:
        return f"{standing.path}: has changed; the words that were reviewed are not in the history that git has here."
    lines = unified_diff(
        standing.before.sentences,
        standing.now.sentences,
        f"{standing.path} as reviewed",
        f"{standing.path} as it is",
        n=1,
        lineterm="",
    )
    return "\n".join(lines)


class Criteria(click.ParamType):
    """Criteria by their names, with commas between them. One that there isn't is said before more is asked."""

    name = "criteria"

    def convert(self, value, param, context) -> list[str]:
        names = value if isinstance(value, list) else [name.strip() for name in value.split(",") if name.strip()]
        known = found(context.obj, criteria_of)
        for name in names:
            if name not in known:
                self.fail(f"There is no criterion {name!r}; {hint(name, known)}", param, context)
        return names


def refuse_unknown(context: click.Context, param: click.Parameter, pages: tuple[str, ...]) -> tuple[str, ...]:
    """A page that there isn't is said before anything is asked."""
    known = pages_of(context.obj)
    paths = tuple(path_of(context.obj, page) for page in pages)
    for path in paths:
        if path not in known:
            raise click.ClickException(f"There is no page {path!r}; {hint(path, known)}")
    return paths


@click.command()
@click.argument("pages", nargs=-1, required=True, callback=refuse_unknown)
@click.option("--name", prompt="Your name, as readers see it")
@click.option("--profession", prompt="Your profession, or “lay reader”")
@click.option("--register", prompt="Where it can be looked up, with your number (or empty)", default="")
@click.option("--country", prompt="Country")
@click.option("--conflicts", prompt="Interests that a reader may want to know of (or empty)", default="")
@click.option("--asked-by", prompt="Who asked you")
@click.option("--criteria", prompt="Criteria, with commas between them", type=Criteria())
@click.option("--verdict", prompt=True, type=click.Choice([each.value for each in Verdict]))
@click.option("--notes", prompt="Notes: the condition, the objection (or empty)", default="")
@click.option("--date", "day", prompt="Date of the review", default=TODAY)
@click.option("--next", "next_day", prompt="Another look is due by", default=LATER)
@click.pass_obj
def sign(project: Project, pages: tuple[str, ...], criteria: list[str], day: str, next_day: str, **said: str) -> None:
    """Write down a review of PAGES, by their paths, as a new file in reviews/."""
    reviewer = {name: said[name] for name in ("name", "profession", "register", "country", "conflicts")}
    review = {
        "reviewer": reviewer,
        "asked_by": said["asked_by"],
        "criteria": criteria,
        "files": {path: content_of(reader_of(project), path).digest for path in pages},
        "verdict": said["verdict"],
        "notes": said["notes"],
        "date": day,
        "next": next_day,
    }
    read = checked(review)
    days = {"date": read.date, "next": read.next}
    path = write_new(project.reviews_folder, f"{read.date}-{slug(read.reviewer.name)}", review | days)
    click.echo(f"Written: reviews/{path.name}")


def path_of(project: Project, page: str) -> str:
    """A page's path from the project's folder, for one that was given from there or from the working directory."""
    here = Path(page).resolve()
    return here.relative_to(project.root).as_posix() if here.is_relative_to(project.root) and here.is_file() else page


def checked(review: dict) -> Review:
    """The review as it would be read, or the end of the command with what is wrong with it."""
    try:
        return Review.model_validate(review)
    except ValidationError as error:
        raise click.ClickException(explain(error.errors()[0], review)) from None


def found(project: Project, read):
    """What is read of a project, or the end of the command with what is wrong."""
    try:
        return read(project)
    except SourceError as error:
        raise click.ClickException(str(error)) from None


def slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "reviewer"


def write_new(folder: Path, name: str, review: dict) -> Path:
    """Write a review into a file that there isn't yet; one that has been signed is never written over."""
    folder.mkdir(exist_ok=True)
    text = SCHEMA + yaml.safe_dump(review, sort_keys=False, allow_unicode=True, width=100)
    names = chain([f"{name}.yml"], (f"{name}-{number}.yml" for number in count(2)))
    path = next(folder / each for each in names if not (folder / each).exists())
    with path.open("x", encoding="utf-8") as file:
        file.write(text)
    return path
