"""What is read of a project is read once, and nothing that was read outlives an edit."""

import pytest
from bs4 import BeautifulSoup

from betweenus.evidence import claims_of
from betweenus.exercises import exercises_of
from betweenus.figures.course import figures_of
from betweenus.project import Project, SourceError, of_project
from betweenus.reflections import EvidenceCheck
from tests.tiny import COURSE


@pytest.fixture
def folder(course_copy):
    """A copy of a course, to be edited."""
    return course_copy


def test_what_is_read_is_read_once(folder):
    times = []
    read = of_project(lambda project: times.append(project.root) or "read")
    project = Project(folder)
    assert (read(project), read(project), len(times)) == ("read", "read", 1)
    assert exercises_of(project) is exercises_of(project)


def test_two_projects_know_nothing_of_each_other(folder):
    (folder / "exercises" / "one-more.md").write_text("nothing", encoding="utf-8")
    exercises_of(Project(COURSE))
    with pytest.raises(SourceError, match=r"one-more\.md:1: an exercise begins with its front matter"):
        exercises_of(Project(folder))


def test_an_edited_verdict_shows_at_the_next_run_of_a_cell(folder, monkeypatch):
    monkeypatch.chdir(folder / "notebooks")
    claim = next(claim for claim in claims_of(Project(folder)).values() if claim.rating == "supported")

    def found() -> str:
        """What it says was found."""
        markup = BeautifulSoup(EvidenceCheck(id="one", claim=claim.id).markup, "html.parser")
        return markup.select(".evidence-check-grade")[-1].text

    before = found()
    seeds = folder / "seeds" / "claims.yml"
    first, _, rest = seeds.read_text(encoding="utf-8").partition(f"- id: {claim.id}\n")
    seeds.write_text(f"{first}- id: {claim.id}\n" + rest.replace("rating: supported", "rating: overstated", 1))
    assert (before, found()) == ("supported", "overstated")


def test_an_edited_figure_is_read_anew(folder):
    (folder / "figures" / "one.py").write_text("def here(project):\n    return 1\n", encoding="utf-8")
    assert "one.here" in figures_of(Project(folder))
    (folder / "figures" / "one.py").write_text("def there(project):\n    return 1\n", encoding="utf-8")
    assert "one.there" in figures_of(Project(folder))


def test_the_project_is_found_from_a_folder_inside_it():
    assert Project.here(COURSE / "notebooks").root == COURSE


def test_copies_that_jupyterlab_leaves_of_pages_are_no_pages(folder):
    before = Project(folder).text_files
    copies = folder / "book" / "modules" / ".ipynb_checkpoints"
    copies.mkdir()
    (copies / "sleep-checkpoint.md").write_text("# Sleep\n", encoding="utf-8")
    assert Project(folder).text_files == before


def test_a_page_is_made_anew_when_numbers_figures_or_the_course_change(folder):
    seen = {Project(folder).fingerprint()}
    for name in ("course.yml", next(iter((folder / "figures").glob("*.py"))), "seeds/claims.yml"):
        path = folder / name
        path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        seen.add(Project(folder).fingerprint())
    assert len(seen) == 4


def test_an_exercise_knows_its_file_and_the_lines_of_its_sections(course):
    for exercise in exercises_of(course):
        lines = exercise.path.read_text(encoding="utf-8").splitlines()
        for section in exercise.sections.values():
            assert section.text.splitlines() == lines[section.line - 1 :][: section.text.count("\n") + 1]
