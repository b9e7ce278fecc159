"""A course on another subject, with a page, a notebook and a few exercises, is a whole book with all that an engine
owes it: it is built, it is printed, its evenings are planned, and its steps can be shown on the stage."""

import json
import re
from zipfile import ZipFile

import pytest
import yaml
from bs4 import BeautifulSoup, Tag
from click.testing import CliRunner

from betweenus.cli import main
from betweenus.evidence import claims_of
from betweenus.exercises import exercises_of
from betweenus.handouts.documents import FOLDER, ZIP
from betweenus.plans.plan import READY_MADE, ready_made
from betweenus.reflections.reflection import Reflection


@pytest.fixture(scope="module")
def page(course_book):
    """A function that reads a page of the built course."""

    def read(name: str) -> Tag:
        html = (course_book / f"{name}.html").read_text(encoding="utf-8")
        return BeautifulSoup(html, "html.parser")

    return read


def slides_of(page: Tag) -> list[list[dict]]:
    """What each button of a page shows on the stage."""
    return [json.loads(script.string) for script in page.select("script[data-stage]")]


def files_in(contents) -> list[str]:
    """Every page named in the contents."""
    if isinstance(contents, dict):
        return [*filter(None, [contents.get("file")]), *files_in(list(contents.values()))]
    return [name for each in contents for name in files_in(each)] if isinstance(contents, list) else []


def test_every_page_of_its_contents_is_built_under_its_own_name(course, page):
    contents = yaml.safe_load(course.toc_file.read_text(encoding="utf-8"))
    for name in (contents["root"], *files_in(contents)):
        assert page(name).h1 and page(name).title.text.endswith(course.config.title), name


def test_no_link_leads_nowhere(course_book):
    for path in course_book.rglob("*.html"):
        links = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser").select(
            "a[href], link[href], script[src]"
        )
        inside = [link.get("href", link.get("src")) for link in links]
        files = [address.split("#")[0].split("?")[0] for address in inside if not re.match(r"\w+:", address)]
        # A page for wrong addresses has its links from the root of the host.
        folders = [course_book if name.startswith("/") else path.parent for name in files]
        found = [(folder / name.lstrip("/")).exists() for folder, name in zip(folders, files, strict=True)]
        assert [name for name, there in zip(files, found, strict=True) if not there] == [], path


def test_its_claims_stand_in_its_page_its_table_and_its_ledger(course, page):
    claims = claims_of(course)
    notes = {note["id"].rpartition("-")[0] for note in page("book/modules/sleep").select(".note")}
    assert notes >= {f"note-{claim.lower()}" for claim in claims}
    ledger = page("book/evidence/ledger").text
    assert all(claim.claim in ledger and claim.id in ledger for claim in claims.values())


def test_its_figure_stands_in_its_page_with_its_numbers(page):
    figure = page("book/modules/sleep").find("figure")
    assert figure.svg and "19.03" in figure.table.text


def test_its_sources_and_its_module_have_the_names_it_gives_them(page):
    ledger = page("book/evidence/ledger").text
    assert all(name in ledger for name in ("An article", "Popular beliefs", "Sleep"))


def test_every_reflection_of_its_notebooks_is_on_its_page(course, page):
    for path in (course.root / "notebooks").glob("*.ipynb"):
        code = "".join(
            "".join(cell["source"]) for cell in json.loads(path.read_text())["cells"] if cell["cell_type"] == "code"
        )
        shown = {each["data-reflection-id"] for each in page(f"notebooks/{path.stem}").select("[data-reflection]")}
        assert set(re.findall(r'\bid="([^"]+)"', code)) <= shown


def test_its_form_is_a_page_of_scales_and_its_numbers_are_drawn(page):
    assert len(page("notebooks/before-and-after").select("[data-reflection=scale]")) == 3
    assert "Made-up example" in page("notebooks/evaluation").text


def test_the_gallery_shows_each_kind_of_reflection_with_what_the_course_has(page):
    kinds = {kind.kind for kind in Reflection.__subclasses__()}
    assert {each["data-reflection"] for each in page("book/gallery").select("[data-reflection]")} == kinds


def test_its_exercises_are_in_the_index(course, page):
    index = page("book/facilitators/evening")
    for exercise in exercises_of(course):
        assert index.find("a", href=f"../../exercises/{exercise.name}.html", string=exercise.front.title)


def test_all_that_can_be_printed_of_it_is_in_one_zip(course, course_book):
    with ZipFile(course_book / FOLDER / ZIP) as opened:
        names = "\n".join(opened.namelist())
    wanted = [f"{exercise.name}-run-sheet-a4.pdf" for exercise in exercises_of(course)]
    wanted += [f"plan-sleep-{minutes}-letter-large.pdf" for minutes in READY_MADE]
    wanted += ["sort-the-sayings-cards-a4.pdf", "before-and-after-a4.pdf", "a-word-on-a-slip-letter.pdf"]
    assert [name for name in wanted if name not in names] == []


@pytest.mark.parametrize("minutes", READY_MADE)
def test_a_plan_stands_ready_and_begins_and_ends_with_what_frames_a_meeting(course, minutes):
    items = ready_made(exercises_of(course), "sleep", minutes).items
    parts = [item.exercise.front.part for item in items if item.exercise]
    assert sum(item.minutes for item in items) == minutes
    assert (parts[0], parts[-1]) == ("opening", "closing")
    assert parts[1:-1] == ["main", "main"]


def test_the_command_plans_its_evening(course, monkeypatch):
    monkeypatch.chdir(course.root)
    result = CliRunner().invoke(main, ["plan", "--module", "sleep", "--minutes", "60", "--group", "8"])
    assert result.exit_code == 0, result.output
    assert "| 18:30 |" in result.output and "| 19:30 | | End | |" in result.output


def test_every_exercise_has_its_steps_for_the_stage(course, page):
    for exercise in exercises_of(course):
        (slides,) = slides_of(page(f"exercises/{exercise.name}"))
        assert [slide["show"] for slide in slides] == [step.show for step in exercise.front.steps]
