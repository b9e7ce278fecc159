"""A wrong source stops the build with a message that names the file and what would be right."""

import re
from html import unescape

import nbformat
import pytest

from betweenus.book.config import check_config
from betweenus.project import SourceError
from tests.conftest import build, copy_sources

TOC = """format: jb-book
root: book/page
chapters:
  - file: notebooks/one
  - file: notebooks/two
"""
EXIT = "title: Ours\nsphinx:\n  config:\n    betweenus_{}\n"


@pytest.fixture
def small(tmp_path):
    """A small project around the real seeds; tests write what is wrong into it."""
    copy_sources(tmp_path)
    (tmp_path / "_toc.yml").write_text(TOC, encoding="utf-8")
    write_page(tmp_path, "All is well.")
    write_notebook(tmp_path, "one", 'Journal(id="one", prompt="What?")')
    write_notebook(tmp_path, "two", 'Journal(id="two", prompt="What?")')
    return tmp_path


def write_page(folder, text):
    page = f"# Page\n\n{text}\n\n```{{claims}} emotional-intimacy\n```\n\n```{{bibliography}}\n```\n"
    (folder / "book" / "page.md").write_text(page, encoding="utf-8")


def write_notebook(folder, name, code):
    notebook = nbformat.v4.new_notebook(
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)"}},
        cells=[
            nbformat.v4.new_markdown_cell(f"# {name}"),
            nbformat.v4.new_code_cell(f"from betweenus import Journal, Scale\n{code}"),
        ],
    )
    nbformat.write(notebook, folder / "notebooks" / f"{name}.ipynb")


def failure(folder) -> str:
    result = build(folder)
    assert result.returncode != 0
    return result.stdout + result.stderr


def test_a_good_small_project_builds_whatever_tools_leave_beside_it(small):
    for name in (".pytest_cache/README.md", ".venv/lib/page.md", "node_modules/one/README.md"):
        (small / name).parent.mkdir(parents=True)
        (small / name).write_text("# Not a page", encoding="utf-8")
    result = build(small)
    assert result.returncode == 0, result.stdout + result.stderr


def test_an_id_used_twice_in_the_book_names_both_places(small):
    write_notebook(small, "two", 'Journal(id="one", prompt="Who?")')
    assert "notebooks/two.ipynb, cell 2: `id` is 'one', which notebooks/one.ipynb, cell 2 has already" in failure(small)


def test_a_missing_prompt_names_the_notebook_and_the_field(small):
    write_notebook(small, "two", 'Journal(id="two")')
    said = failure(small)
    assert "two.ipynb" in said
    assert "Journal(id='two'): `prompt` is missing" in said


def test_a_scale_with_swapped_ends_names_the_notebook_and_what_would_be_right(small):
    write_notebook(small, "two", 'Scale(id="two", prompt="?", low=9, high=1, low_label="a", high_label="b")')
    said = failure(small)
    assert "two.ipynb" in said
    assert "write low=1, high=9" in said


def test_a_claim_without_a_verdict_names_file_line_and_field(small):
    seeds = small / "seeds" / "claims.yml"
    text = seeds.read_text(encoding="utf-8").replace("  rating: definition\n", "", 1)
    seeds.write_text(text, encoding="utf-8")
    said = failure(small)
    assert "seeds/claims.yml:" in said
    assert "`rating` is missing, so there is no verdict; write one of supported, mixed" in said


def test_an_unknown_claim_names_file_and_line(small):
    write_page(small, "So it is {claim}`Z99`.")
    said = failure(small)
    assert "book/page.md:3" in said
    assert "There is no claim 'Z99'" in said


def test_an_unknown_reference_names_file_and_line(small):
    write_page(small, "So it is {cite:p}`nobody1999`.")
    said = failure(small)
    assert "book/page.md:3" in said
    assert "nobody1999" in said


def test_an_unknown_figure_names_file_and_line(small):
    write_page(small, "```{chart} emotional_intimacy.nothing\n```")
    said = failure(small)
    assert "book/page.md:3" in said
    assert "There is no figure 'emotional_intimacy.nothing'" in said


def test_a_link_to_nowhere_names_file_and_line(small):
    write_page(small, "[There](nowhere.md)")
    assert "book/page.md:3" in failure(small)


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("title: [Between", r"_config\.yml:1: this is not YAML"),
        ("title: 5\n", r"_config\.yml:1: `title`: 5 is not of type 'string'"),
        ("title: Ours\nexecute:\n  timeout: soon\n", r"_config\.yml:3: `execute\.timeout`: 'soon' is not"),
        ("- a\n- b\n", r"_config\.yml:1: .*dictionary"),
        ("", r"_config\.yml:1: .*dictionary"),
        (EXIT.format("exit_url: wikipedia.org"), r"_config\.yml:4: .*\.betweenus_exit_url`: write the whole"),
        (EXIT.format("exit_url: 'javascript:0'"), r"_config\.yml:4: `sphinx\.config\.betweenus_exit_url`: "),
        (EXIT.format("exit_url:"), r"_config\.yml:4: `sphinx\.config\.betweenus_exit_url`: "),
        (EXIT.format("exit_label: ''"), r"_config\.yml:4: .*\.betweenus_exit_label`: write one to three"),
        (EXIT.format("quiet_titles: no way"), r"_config\.yml:4: .*\.betweenus_quiet_titles`: write true"),
        ("titel: Ours\n", r"_config\.yml:1: `titel` is not a setting .* did you mean `title`"),
    ],
)
def test_broken_settings_name_file_line_and_field(tmp_path, settings, message):
    path = tmp_path / "_config.yml"
    path.write_text(settings, encoding="utf-8")
    with pytest.raises(SourceError, match=message):
        check_config(path)


def test_titles_in_tab_and_history_tell_nothing_of_the_subject(book):
    titles = {page.stem: title(page) for page in book.rglob("*.html") if page.name != "index.html"}
    assert titles["search"] == "Search · Between Us"
    assert titles["welcome"] == "Between Us"
    assert not re.search(r"sex|intima|desire|hormone", " ".join(titles.values()), re.IGNORECASE)
    assert title(book / "notebooks" / "emotional-intimacy.html").startswith("Your own pages")


def test_no_two_pages_have_the_same_title(book):
    titles = [title(page) for page in book.rglob("*.html") if page.name != "index.html"]
    assert len(set(titles)) == len(titles)


def test_a_publisher_can_have_the_headings_as_titles(small):
    config = small / "_config.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("quiet_titles: true", "quiet_titles: false"), encoding="utf-8")
    result = build(small)
    assert result.returncode == 0, result.stdout + result.stderr
    assert title(small / "_build" / "html" / "notebooks" / "one.html") == "one · Between Us"


def title(page) -> str:
    return unescape(re.search("<title>(.*)</title>", page.read_text(encoding="utf-8"))[1])
