"""The command `betweenus`: build, serve and edit the book."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from datetime import date, datetime, time
from pathlib import Path
from uuid import uuid4

import click

from betweenus.book.server import HOST, Server, open_server
from betweenus.project import Project, SourceError
from betweenus.project.sources import hint, shown
from betweenus.reviews.command import diff, list_reviews, sign

# Each command imports what it needs when it is called: Jupyter Book, Typst and matplotlib take seconds to import.

# Unless told not to, JupyterLab looks for news and updates on the network, and says much beside its address.
QUIET = [
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.news_url=None",
    "--Application.log_level=ERROR",
]
# Where the extension of JupyterLab is, within what is built.
EXTENSION = "lab"


class ClockTime(click.ParamType):
    """A time of day, such as 18:30."""

    name = "HH:MM"

    def convert(self, value, param, context) -> time:
        try:
            return value if isinstance(value, time) else datetime.strptime(value, "%H:%M").time()
        except ValueError:
            self.fail(f"{value!r} is no time of day; write it like 18:30.", param, context)


PLAN_FORMATS = ("md", "json", "ics", "pdf")


@click.group()
def main() -> None:
    """Between Us: build, serve and edit the book."""


@main.command()
def check() -> None:
    """Read every source file and say what is wrong with it."""
    from betweenus.check import notices, problems

    project = project_here()
    found = [str(error) for error in problems(project)]
    if found:
        raise click.ClickException("\n".join(found))
    for notice in notices(project, date.today()):
        click.echo(notice, err=True)


@main.command()
def schema() -> None:
    """Write the JSON Schemas in schemas/, by which editors check sources while one types."""
    from pydantic import TypeAdapter

    from betweenus.evidence.claims import claims_schema
    from betweenus.project.course import Course
    from betweenus.project.help import Help
    from betweenus.project.settings import settings_schema
    from betweenus.reflections.next_step import Rule
    from betweenus.reviews import Review
    from betweenus.rubrics.instrument import instruments_schema
    from betweenus.rubrics.marks import Rater
    from betweenus.search.words import SearchWords
    from betweenus.ways.way import Ways

    project = project_here()
    schemas = {
        "claims": claims_schema(project.course),
        "course": Course.model_json_schema(),
        "help": Help.model_json_schema(),
        "review": Review.model_json_schema(),
        "next-steps": TypeAdapter(tuple[Rule, ...]).json_schema(),
        "search": SearchWords.model_json_schema(),
        "short-ways": Ways.model_json_schema(),
        "rubric-marks": Rater.model_json_schema(),
        "rubrics": instruments_schema(),
        "settings": settings_schema(),
    }
    for name, content in schemas.items():
        path = project.root / "schemas" / f"{name}.schema.json"
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


@main.command()
@click.pass_context
def build(context: click.Context) -> None:
    """Build the book into _build/html; any warning stops the build."""
    from jupyter_book.cli.main import main as jupyter_book

    from betweenus.frontend import FrontEndError, build_front_end

    context.invoke(check)
    try:
        build_front_end()
    except FrontEndError as error:
        raise click.ClickException(str(error)) from None
    try:
        jupyter_book.main(["build", "-W", str(project_here().root)], standalone_mode=False)
    except (RuntimeError, SystemExit):
        raise click.ClickException("The book was not built; the lines above say why.") from None


@main.command()
@click.option(
    "--port",
    default=8000,
    type=click.IntRange(0, 65535),
    show_default=True,
    help="Always the same one: kept answers belong to it.",
)
@click.pass_context
def serve(context: click.Context, port: int) -> None:
    """Build the book and serve it on this machine alone."""
    server = server_on(port)
    context.invoke(build)
    click.echo(f"\nThe book is at http://{HOST}:{server.server_port}/ (Ctrl+C ends it)")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        click.echo("\nClosed.")


@main.command("check-site")
@click.argument("address")
def check_site(address: str) -> None:
    """Look at a copy of the book that is online, and say what its host does not send."""
    from betweenus.book.site import NoBook, look_at

    try:
        site = look_at(address)
    except NoBook as error:
        raise click.ClickException(str(error)) from None
    click.echo(site.report())
    sys.exit(1 if site.faults else 0)


@main.command()
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="A folder other than the book's.")
@click.argument("names", nargs=-1)
def handouts(out: Path | None, names: tuple[str, ...]) -> None:
    """Make the PDFs of exercises and forms: of those named, or of all and the plans, with a zip."""
    from betweenus.handouts.documents import FOLDER
    from betweenus.handouts.make import handouts_from, make, make_all, sources
    from betweenus.handouts.pdf import HandoutError
    from betweenus.handouts.plan import plan_handouts
    from betweenus.plans.plan import PlanError

    project = project_here()
    folder = out or project.built_book / FOLDER
    paths = sources(project)
    for name in names:
        if name not in paths:
            raise click.ClickException(f"There is no exercise or form {name!r}; {hint(name, paths)}")
    try:
        wanted = handouts_from(project, [paths[name] for name in names or paths])
        files = make(wanted, folder) if names else make_all([*wanted, *plan_handouts(project)], folder)
    except (SourceError, HandoutError, PlanError) as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"{len(files)} PDFs are in {shown(folder)}.")


@main.command()
@click.option("--minutes", type=int, required=True, help="From the first word to the last.")
@click.option("--group", type=int, required=True, help="How many people, leaders not counted.")
@click.option("--module", required=True, help="By its name in course.yml.")
@click.option("--start", default="18:30", show_default=True, type=ClockTime(), help="When it begins.")
@click.option("--format", "form", default="in-room", show_default=True, help="in-room, online or paper.")
@click.option("--max-depth", type=int, default=2, show_default=True, help="1 to 3; 3 goes deep.")
@click.option("--breaks/--no-breaks", default=None, help="With breaks from 90 minutes on, unless said.")
@click.option("--as", "file_format", type=click.Choice(PLAN_FORMATS), default="md", show_default=True)
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day, for a calendar file.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="A file; the screen if left out.")
def plan(start, day, file_format, out, form, breaks, **wishes) -> None:
    """Make a session plan: what fits the time and the group, with clock times."""
    if file_format == "ics" and day is None:
        raise click.UsageError("A calendar file needs the day: add --date, such as --date 2027-01-14.")
    if file_format == "pdf" and out is None:
        raise click.UsageError("A PDF needs a file: add --out, such as --out plan.pdf.")
    from betweenus.exercises import exercises_of
    from betweenus.plans.plan import PlanError, Wishes, make_plan

    project = project_here()
    module = wishes["module"]
    if module not in project.course.titles:
        raise click.UsageError(f"There is no module {module!r}; {hint(module, project.course.titles)}")
    try:
        made = make_plan(exercises_of(project), Wishes(**wishes, format=form, breaks=breaks))
    except (PlanError, SourceError) as error:
        raise click.ClickException(str(error)) from None
    try:
        content = as_file(project, made, file_format, start, day)
    except OverflowError:
        raise click.UsageError("This session would end after the last day there is, 9999-12-31.") from None
    if out is None:
        click.echo(content, nl=False)
    else:
        out.write_bytes(content if isinstance(content, bytes) else content.encode())
        click.echo(f"Written: {out}")


def as_file(project: Project, plan, file_format: str, start: time, day: date | None) -> str | bytes:
    """A plan in one of the formats that it can be written in."""
    if file_format == "pdf":
        from betweenus.handouts.plan import plan_pdf

        return plan_pdf(project, plan, start)
    from betweenus.plans.formats import to_ics, to_json, to_markdown

    if file_format == "ics":
        return to_ics(plan, start, day, project)
    return to_json(plan, start, project) if file_format == "json" else to_markdown(plan, start, project)


@main.group()
@click.pass_context
def review(context: click.Context) -> None:
    """What others have signed for: see reviews/README.md."""
    context.obj = project_here()


for command in (list_reviews, diff, sign):
    review.add_command(command)


@main.group()
def rubric() -> None:
    """How the course stands against instruments of others: for those who mark it."""


@rubric.command()
@click.argument("names", nargs=-1)
@click.option("--rater", default="Second rater", show_default=True, help="What readers see you called.")
@click.option("--who", default="one of the makers of this course", show_default=True, help="Who you are to it.")
def blank(names: tuple[str, ...], rater: str, who: str) -> None:
    """Write out an empty form for what people mark: of the instruments named, or of all."""
    from betweenus.rubrics import form
    from betweenus.rubrics.instrument import instruments_of

    project = project_here()
    try:
        refuse_unknown("instrument", names, instruments_of(project))
        click.echo(form.blank(project, names, rater, who), nl=False)
    except SourceError as error:
        raise click.ClickException(str(error)) from None


@rubric.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("names", nargs=-1, required=True)
def again(file: Path, names: tuple[str, ...]) -> None:
    """After another look: say in FILE that its marks hold of the words that NAMES, pages or sheets, have today."""
    from betweenus.rubrics import form

    project = project_here()
    text = file.read_text(encoding="utf-8")
    refuse_unknown(f"page or sheet in {shown(file)} called", names, form.marked_in(text))
    try:
        text = form.looked_again(project, text, names)
    except SourceError as error:
        raise click.ClickException(str(error)) from None
    file.write_text(text, encoding="utf-8")
    click.echo(f"Of today, in {shown(file)}: {', '.join(names)}.")


def refuse_unknown(what: str, names: tuple[str, ...], known: Iterable[str]) -> None:
    for name in names:
        if name not in known:
            raise click.ClickException(f"There is no {what} {name!r}; {hint(name, known)}")


@main.command()
def lab() -> None:
    """Open JupyterLab on the notebooks."""
    from betweenus.frontend import STATIC, built

    root = project_here().root
    built(f"{EXTENSION}/betweenus/package.json")
    # The whole course, so that links from notebooks to pages lead somewhere; and the extension as it is here now.
    where = [
        f"--ServerApp.root_dir={root}",
        f"--FileContentsManager.preferred_dir={root / 'notebooks'}",
        f"--LabApp.extra_labextensions_path={STATIC / EXTENSION}",
    ]
    apart = ["--KernelManager.transport=ipc"] if has_room_for_sockets() else []
    as_root = ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    # Without -P, a file of the course could stand in for a module of JupyterLab's.
    command = [sys.executable, "-P", "-m", "jupyterlab", *where, *QUIET, *apart, *as_root]
    sys.exit(subprocess.run(command).returncode)


def has_room_for_sockets() -> bool:
    """Whether kernels can be reached through files that are this user's alone, and not through ports of the machine.

    The system allows such a file's path no more than 107 bytes, on macOS 103; on Windows there are none.
    """
    from jupyter_core.paths import jupyter_runtime_dir

    socket = Path(jupyter_runtime_dir(), f"kernel-{uuid4()}-ipc-5")
    return sys.platform != "win32" and len(os.fsencode(socket)) <= 103


def project_here() -> Project:
    try:
        return Project.here()
    except FileNotFoundError as error:
        raise click.ClickException(str(error)) from None


def server_on(port: int) -> Server:
    """No other port is taken, since to a browser that would be another site, at which nothing is kept."""
    try:
        return open_server(project_here().built_book, port)
    except OSError as error:
        raise click.ClickException(
            f"Port {port} can't be had: {error.strerror}. Perhaps the book is open there already: look at "
            f"http://{HOST}:{port}/. What you keep in the book belongs to its address, port included, so no other port "
            "is taken unasked. Close what uses this one, or choose another with --port and stay with it."
        ) from None
