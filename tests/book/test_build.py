"""A wrong source stops the build with a message that names the file and what would be right.

That it does so whichever command builds is seen in one whole build; the others happen in this process.
"""

import io
import re
import shutil
from html import unescape

import nbformat
import pytest
from jupyter_book.config import get_final_config
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from tests.conftest import build, built
from tests.tiny import change, copy_course

PAGE = "# Page\n\n{}\n\n```{{claims}} sleep\n```\n\n```{{bibliography}}\n```\n"


@pytest.fixture
def small(tmp_path):
    """A project of one page around the tiny course's seeds; tests write what is wrong into it."""
    return small_project(tmp_path / "course")


def small_project(folder):
    copy_course(folder)
    shutil.rmtree(folder / "exercises")
    (folder / "exercises").mkdir()
    write_page(folder, "All is well.")
    contents(folder, "book/page")
    return folder


def contents(folder, root, *others):
    chapters = "".join(f"  - file: {name}\n" for name in others)
    text = f"format: jb-book\nroot: {root}\n" + (f"chapters:\n{chapters}" if others else "")
    (folder / "_toc.yml").write_text(text, encoding="utf-8")


def write_page(folder, text):
    (folder / "book" / "page.md").write_text(PAGE.format(text), encoding="utf-8")


def write_notebook(folder, name, code):
    notebook = nbformat.v4.new_notebook(
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)"}},
        cells=[
            nbformat.v4.new_markdown_cell(f"# {name}"),
            nbformat.v4.new_code_cell(f"from betweenus import Journal\n{code}"),
        ],
    )
    nbformat.write(notebook, folder / "notebooks" / f"{name}.ipynb")


def failure(folder) -> str:
    """What a build says that stops, with Jupyter Book's settings but in this process."""
    asked = {"latex_individualpages": False}
    config, _ = get_final_config(user_yaml=folder / "_config.yml", cli_config=asked, sourcedir=folder)
    made = folder / "_build"
    with patch_docutils(), docutils_namespace(), pytest.raises(Exception) as error:  # noqa: PT011 - whatever stops it
        Sphinx(folder, None, made / "html", made / ".doctrees", "html", config, None, io.StringIO()).build()
    return str(error.value)


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    """The book of a small project in which tools left things, of a publisher who wants the headings as titles."""
    folder = small_project(tmp_path_factory.mktemp("plain") / "course")
    write_notebook(folder, "one", 'Journal(id="one", prompt="What?")')
    contents(folder, "book/page", "notebooks/one")
    change(folder / "_config.yml", "^    language: en", "    language: en\n    betweenus_quiet_titles: false")
    for name in (".pytest_cache/README.md", ".venv/lib/page.md", "node_modules/one/README.md"):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text("# Not a page", encoding="utf-8")
    return built(folder)


def test_a_good_small_project_builds_whatever_tools_leave_beside_it(plain):
    assert (plain / "book" / "page.html").is_file()
    assert "Not a page" not in "".join(page.read_text(encoding="utf-8") for page in plain.rglob("*.html"))


def test_a_publisher_can_have_the_headings_as_titles(plain):
    assert title(plain / "notebooks" / "one.html") == "one · Good Night"


@pytest.mark.thorough
def test_a_missing_prompt_stops_a_whole_build_with_the_notebook_and_the_field(small):
    write_notebook(small, "one", 'Journal(id="one")')
    contents(small, "book/page", "notebooks/one")
    result = build(small)
    assert result.returncode != 0
    said = result.stdout + result.stderr
    assert "one.ipynb" in said
    assert "Journal(id='one'): `prompt` is missing" in said


@pytest.mark.thorough
def test_an_id_used_twice_in_the_book_names_both_places(small):
    write_notebook(small, "one", 'Journal(id="one", prompt="What?")')
    write_notebook(small, "two", 'Journal(id="one", prompt="Who?")')
    contents(small, "book/page", "notebooks/one", "notebooks/two")
    assert "notebooks/two.ipynb, cell 2: `id` is 'one', which notebooks/one.ipynb, cell 2 has already" in failure(small)


def test_a_claim_without_a_verdict_names_file_line_and_field(small):
    change(small / "seeds" / "claims.yml", "^  rating: .*\n", "")
    said = failure(small)
    assert "seeds/claims.yml:" in said
    assert "`rating` is missing, so there is no verdict; write one of supported, mixed" in said


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("So it is {claim}`Z99`.", "There is no claim 'Z99'"),
        ("So it is {cite:p}`nobody1999`.", "nobody1999"),
        ("```{chart} sleep.nothing\n```", "There is no figure 'sleep.nothing'"),
        ("[There](nowhere.md)", "nowhere.md"),
    ],
    ids=["claim", "reference", "figure", "link"],
)
def test_what_a_page_names_and_nobody_knows_is_told_with_file_and_line(small, text, words):
    write_page(small, text)
    said = failure(small)
    assert "book/page.md:3" in said
    assert words in said


@pytest.fixture
def book_title() -> str:
    return "Good Night"


@pytest.fixture
def subject() -> re.Pattern:
    """Words that tell what the course is about."""
    return re.compile("sleep|nap|bed|yawn", re.IGNORECASE)


@pytest.mark.thorough
def test_titles_in_tab_and_history_tell_nothing_of_the_subject(course_book, book_title, subject):
    titles = {page.stem: title(page) for page in course_book.rglob("*.html") if page.name != "index.html"}
    assert titles["search"] == f"Search · {book_title}"
    assert titles["welcome"] == book_title
    assert not subject.search(" ".join(titles.values()))
    own_pages = list((course_book / "notebooks").glob("*.html"))
    assert own_pages and all(title(page).startswith("Your own pages") for page in own_pages)


def test_no_two_pages_have_the_same_title(course_book):
    titles = [title(page) for page in course_book.rglob("*.html") if page.name != "index.html"]
    assert len(set(titles)) == len(titles)


def title(page) -> str:
    return unescape(re.search("<title>(.*)</title>", page.read_text(encoding="utf-8"))[1])
