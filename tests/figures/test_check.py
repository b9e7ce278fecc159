"""What is wrong with a figure or its file is found, and the message says where and what would be right."""

import re
import shutil

import pytest
from matplotlib.figure import Figure

from betweenus.figures import check
from betweenus.figures.chart import Chart
from betweenus.figures.check import check_figures, figure_functions, named_numbers
from betweenus.figures.data import read_data
from betweenus.project import SourceError

TOP = "# source: read2001\n# unit: percent\n# sample: 1,200 people, 2001\n# does not show: Why.\n"
BIB = """@article{{{key},
  author = {{Read, A.}},
  title = {{A study}},
  journal = {{A journal}},
  year = {{2001}},
  checked = {{{checked}}},
  finding = {{It found something.}}
}}
"""


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project with one file of numbers and one figure."""
    (tmp_path / "_config.yml").touch()
    (tmp_path / "seeds" / "data").mkdir(parents=True)
    studies = {"read2001": "Abstract read.", "listed2002": "Listing only; not seen.", "listed2003": "Listing only."}
    bib = "".join(BIB.format(key=key, checked=checked) for key, checked in studies.items())
    (tmp_path / "seeds" / "references.bib").write_text(bib)
    monkeypatch.chdir(tmp_path)
    write("good", TOP + "who,percent\nsome,12.50\nothers,-3\n")
    draw_these(monkeypatch, lambda: chart())
    return tmp_path


def write(name, text):
    with open(f"seeds/data/{name}.csv", "w", encoding="utf-8") as file:
        file.write(text)


def draw_these(monkeypatch, *functions):
    monkeypatch.setattr(check, "figure_functions", lambda: functions)


def chart(file="good", name="good", title="A title", caption="A caption.", alternative="An alternative."):
    return Chart(name, Figure(), read_data(file), title, alternative, caption)


def refused(*words, place):
    return pytest.raises(SourceError, match="^" + re.escape(place) + ".*" + ".*".join(map(re.escape, words)))


def test_the_project_s_own_figures_are_right(root, monkeypatch):
    monkeypatch.chdir(root)
    check_figures()


def test_a_figure_is_what_says_that_it_returns_a_chart():
    names = {function.__name__ for function in figure_functions()}
    assert {"talking_about_sex", "one_contraceptive_pill"} <= names
    assert not {"labelled_svg", "forest", "trust_story"} & names


def test_a_good_file_is_right(project):
    check_figures()


@pytest.mark.parametrize("fact", ["source", "unit", "sample", "does not show"])
def test_a_missing_fact_is_named(project, fact):
    top = "".join(line for line in TOP.splitlines(keepends=True) if not line.startswith(f"# {fact}"))
    write("good", top + "a,b\n1,2\n")
    with refused(f"a line `# {fact}: …` is missing on top", place="seeds/data/good.csv:1: "):
        check_figures()


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (TOP + "# sauce: x\na,b\n1,2\n", 5, "`# sauce: …` is not known here; write one of source, unit"),
        (TOP + "a,b\n1,2\n1,2,3\n", 7, "more or fewer values"),
        (TOP + "a,b\n1\n", 6, "more or fewer values"),
        (TOP + "a,b\n", 5, "no rows"),
        (TOP, 4, "no rows"),
        (TOP.replace("read2001", "unknown1999") + "a,b\n1,2\n", 1, "`source` names unknown1999"),
        (TOP.replace("read2001", "read2001, listed2002,unknown1999") + "a,b\n1,2\n", 1, "unknown1999, which is not in"),
        (TOP.replace("read2001", "listed2002, listed2003") + "a,b\n1,2\n", 1, "`Listing only` for every source"),
    ],
)
def test_a_broken_file_is_named_with_its_line(project, text, line, words):
    write("good", text)
    with refused(words, place=f"seeds/data/good.csv:{line}: "):
        check_figures()


def test_one_source_that_was_read_is_enough(project):
    write("good", TOP.replace("read2001", "listed2002, read2001") + "a,b\n1,2\n")
    check_figures()
    assert chart().html().count("A study") == 2


def test_a_value_that_is_no_number_is_named_with_its_line(project):
    write("good", TOP + "who,percent\nsome,\nothers,3 or 4\n")
    with refused("'3 or 4' in the column 'percent' is no number", place="seeds/data/good.csv:7: "):
        read_data("good").numbers("percent")


def test_a_number_that_is_not_known_may_be_left_empty(project):
    write("good", TOP + "who,percent\nsome,\nothers,3\n")
    first, second = read_data("good").numbers("percent")
    assert (first != first, second) == (True, 3)
    assert "not given" in chart().html()


def test_a_file_that_is_not_there_is_named(project):
    with refused("there is no such file", place="seeds/data/missing.csv: "):
        read_data("missing")


@pytest.mark.parametrize("part", ["title", "caption", "alternative"])
def test_a_number_that_is_not_in_the_file_is_refused(project, monkeypatch, part):
    draw_these(monkeypatch, lambda: chart(**{part: "It was 12.5 percent, then 12.6."}))
    words = (f"the {part} of the figure 'good' says 12.6", "add the number with its source")
    with refused(*words, place="seeds/data/good.csv: "):
        check_figures()


@pytest.mark.parametrize(
    "words",
    [
        "12.5 percent of 1200 people in 2001 (12.500)",
        "It fell by 3.",
        "It was −3, or -3.",
        "From 0 to 1, the ends of the axis.",
        "Ten of them.",
    ],
)
def test_a_number_may_be_written_in_another_way(project, monkeypatch, words):
    draw_these(monkeypatch, lambda: (drawn := chart(caption=words)).figure.subplots() and drawn)
    check_figures()


def test_a_wrong_sign_is_refused(project, monkeypatch):
    draw_these(monkeypatch, lambda: chart(caption="It was −12.5."))
    with refused("says −12.5", place="seeds/data/good.csv: "):
        check_figures()


def test_a_file_that_no_figure_shows_is_refused(project):
    write("spare", TOP + "a,b\n1,2\n")
    with refused("no figure shows these numbers", place="seeds/data/spare.csv: "):
        check_figures()


def test_two_figures_of_one_name_are_refused(project, monkeypatch):
    draw_these(monkeypatch, lambda: chart(), lambda: chart())
    with refused("two figures have the name 'good'", place="seeds/data/good.csv: "):
        check_figures()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("r = .24, 0.50", [0.24, 0.5]),
        ("2,374 people, 93.", [2374, 93]),
        ("−0.36 to -0.17", [-0.36, -0.17]),
        ("2009-2014 and 2009–2014", [2009, 2014, 2009, 2014]),
        ("kosfeld2005, declerck2020", [2005, 2020]),
    ],
)
def test_numbers_are_read_as_people_write_them(text, values):
    assert [value for value, _ in named_numbers(text)] == values


def test_breaking_one_figure_of_the_course_is_found(root, tmp_path, monkeypatch):
    shutil.copytree(root / "seeds", tmp_path / "seeds")
    (tmp_path / "_config.yml").touch()
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "seeds" / "data" / "spray-and-dummy-spray.csv"
    path.write_text(path.read_text().replace("function,26", "function,25"))
    with refused("says 26", place="seeds/data/spray-and-dummy-spray.csv: "):
        check_figures()
