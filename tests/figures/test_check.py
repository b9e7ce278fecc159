"""What is wrong with a figure or its file is found, and the message says where and what would be right."""

import json

import pytest

from betweenus.check import until_unreadable
from betweenus.figures.check import check_figures, named_numbers
from betweenus.figures.course import UnknownFigure, charts_of, draw
from betweenus.figures.data import read_data
from betweenus.project import Project, SourceError
from tests.tiny import change

TOP = "# source: read2001\n# unit: percent\n# sample: 1,200 people, 2001\n# does not show: Why.\n"
BIB = """@article{{{key},
  author = {{Read, A.}},
  title = {{A study}},
  journal = {{A journal}},
  year = {{2001}},
  design = {{survey}},
  checked = {{{checked}}},
  finding = {{It found something.}}
}}
"""


FIGURES = """from betweenus.figures.chart import Chart
from betweenus.figures.data import read_data
from betweenus.figures.plots import Axis, Bar, BarChart
from betweenus.project import Project


def chart(project: Project, name="good", title="A title", caption="A caption.", alternative="An alternative."):
    plot = BarChart([Bar("a bar", 0.5, "0.5")], Axis("units", 0, 1))
    return Chart(read_data(project, "good"), plot, title, alternative, caption, name)


def story(project: Project) -> list[Chart]:
    return [chart(project)]


"""
FIGURE = "def {name}(project: Project) -> Chart:\n    return chart(project, **{words})\n\n\n"


@pytest.fixture
def folder(course_copy):
    """A course with one file of numbers, one figure and a page that shows figures."""
    for path in [*course_copy.glob("seeds/data/*"), *course_copy.glob("figures/*.py")]:
        path.unlink()
    show(course_copy, "ours.figure_1", "ours.figure_2")
    studies = {"read2001": "Abstract read.", "listed2002": "Listing only; not seen.", "listed2003": "Listing only."}
    bib = "".join(BIB.format(key=key, checked=checked) for key, checked in studies.items())
    (course_copy / "seeds" / "references.bib").write_text(bib)
    write(course_copy, TOP + "who,percent\nsome,12.50\nothers,-3\n")
    draw_with(course_copy)
    return course_copy


def write(folder, text, name="good"):
    (folder / "seeds" / "data" / f"{name}.csv").write_text(text, encoding="utf-8")


def show(folder, *names, page="ours"):
    """A page that shows these figures and no others."""
    charts = "".join(f"```{{chart}} {name}\n```\n\n" for name in names)
    (folder / "book" / f"{page}.md").write_text(f"# Ours\n\n{charts}", encoding="utf-8")


def draw_with(folder, *words):
    """Give the course a figure for each set of words, by default one with words of its own."""
    functions = [FIGURE.format(name=f"figure_{place}", words=each) for place, each in enumerate(words or [{}], 1)]
    (folder / "figures" / "ours.py").write_text(FIGURES + "".join(functions), encoding="utf-8")


def found(folder) -> list[str]:
    return [str(problem) for problem in until_unreadable(check_figures, Project(folder))]


def assert_found(folder, place, *words):
    (said,) = found(folder)
    assert said.startswith(place)
    assert [each for each in words if each not in said] == []


def test_a_figure_is_what_says_that_it_returns_a_chart(folder):
    assert list(charts_of(Project(folder))) == ["ours.figure_1"]


def test_what_is_no_single_chart_can_be_drawn_all_the_same(folder):
    (chart,) = draw(Project(folder), "ours.story")
    assert chart.title == "A title"


def test_a_figure_that_there_is_not_is_named_with_the_nearest_one(folder):
    with pytest.raises(UnknownFigure, match=r"There is no figure 'ours.figure'.*did you mean `ours.figure_1`\?"):
        draw(Project(folder), "ours.figure")


def test_an_edited_figure_is_drawn_anew_by_the_next_project(folder):
    draw_with(folder, {"title": "Another title"})
    assert draw(Project(folder), "ours.figure_1").title == "Another title"


def test_a_good_file_is_right(folder):
    assert found(folder) == []


@pytest.mark.parametrize("fact", ["source", "unit", "sample", "does not show"])
def test_a_missing_fact_is_named(folder, fact):
    top = "".join(line for line in TOP.splitlines(keepends=True) if not line.startswith(f"# {fact}"))
    write(folder, top + "a,b\n1,2\n")
    assert_found(folder, "seeds/data/good.csv:1: ", f"a line `# {fact}: …` is missing on top")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (TOP + "# sauce: x\na,b\n1,2\n", 5, "`# sauce: …` is not known here; write one of source, unit"),
        (TOP + "a,b\n1,2\n1,2,3\n", 7, "more or fewer values"),
        (TOP + "a,b\n1\n", 6, "more or fewer values"),
        (TOP + "a,b\n1,2\n" + "x" * 200_000 + ",2\n", 7, "this row can't be read"),
        (TOP + "a,b\n", 5, "no rows"),
        (TOP, 4, "no rows"),
        (TOP.replace("read2001", "unknown1999") + "a,b\n1,2\n", 1, "`source` names unknown1999"),
        (TOP.replace("read2001", "read2001, listed2002,unknown1999") + "a,b\n1,2\n", 1, "unknown1999, which is not in"),
        (TOP.replace("read2001", "listed2002, listed2003") + "a,b\n1,2\n", 1, "`Listing only` for every source"),
    ],
)
def test_a_broken_file_is_named_with_its_line(folder, text, line, words):
    write(folder, text)
    assert_found(folder, f"seeds/data/good.csv:{line}: ", words)


def test_one_source_that_was_read_is_enough(folder):
    write(folder, TOP.replace("read2001", "listed2002, read2001") + "a,b\n1,2\n")
    assert found(folder) == []
    assert draw(Project(folder), "ours.figure_1").html().count("A study") == 2


def test_a_value_that_is_no_number_is_named_with_its_line(folder):
    write(folder, TOP + "who,percent\nsome,\nothers,3 or 4\n")
    with pytest.raises(SourceError, match=r"^seeds/data/good\.csv:7: '3 or 4' in the column 'percent' is no number"):
        read_data(Project(folder), "good").numbers("percent")


def test_a_number_that_is_not_known_may_be_left_empty(folder):
    write(folder, TOP + "who,percent\nsome,\nothers,3\n")
    first, second = read_data(Project(folder), "good").numbers("percent")
    assert (first != first, second) == (True, 3)
    assert "not given" in draw(Project(folder), "ours.figure_1").html()


def test_a_file_that_is_not_there_is_named(folder):
    with pytest.raises(SourceError, match=r"^seeds/data/missing\.csv: there is no such file"):
        read_data(Project(folder), "missing")


@pytest.mark.parametrize("part", ["title", "caption", "alternative"])
def test_a_number_that_is_not_in_the_file_is_refused(folder, part):
    draw_with(folder, {part: "It was 12.5 percent, then 12.6."})
    words = (f"the {part} of the figure 'good' says 12.6", "add the number with its source")
    assert_found(folder, "seeds/data/good.csv: ", *words)


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
def test_a_number_may_be_written_in_another_way(folder, words):
    draw_with(folder, {"caption": words})
    assert found(folder) == []


def test_a_wrong_sign_is_refused(folder):
    draw_with(folder, {"caption": "It was −12.5."})
    assert_found(folder, "seeds/data/good.csv: ", "says −12.5")


def test_a_file_that_no_figure_shows_is_refused(folder):
    write(folder, TOP + "a,b\n1,2\n", "spare")
    assert_found(folder, "seeds/data/spare.csv: ", "no figure shows these numbers")


def test_a_figure_that_nobody_shows_is_named_with_its_file(folder):
    show(folder)
    assert_found(folder, "figures/ours.py: ", "no page, notebook or exercise shows the figure figure_1")


@pytest.mark.parametrize("call", ['figure("ours.figure_1")', "figure('ours.figure_1')", 'figure("ours.story")'])
def test_a_figure_may_be_shown_in_a_notebook_by_itself_or_in_a_series(folder, call):
    show(folder)
    notebook = folder / "notebooks" / "sleep.ipynb"
    change(notebook, r"^ {4}\"Scale\(", f'    {json.dumps(call + chr(10))},\n    "Scale(')
    assert found(folder) == []


def test_two_figures_of_one_name_are_refused(folder):
    draw_with(folder, {}, {})
    assert_found(folder, "seeds/data/good.csv: ", "two figures have the name 'good'")


def test_a_project_is_checked_from_wherever_one_is(folder, tmp_path, monkeypatch):
    write(folder, "who,percent\nsome,1\n")
    monkeypatch.chdir(tmp_path)
    assert_found(folder, "seeds/data/good.csv:1: ", "is missing on top")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("r = .24, 0.50", [0.24, 0.5]),
        ("2,374 people, 93.", [2374, 93]),
        ("−0.36 to -0.17", [-0.36, -0.17]),
        ("2009-2014 and 2009–2014", [2009, 2014, 2009, 2014]),
        ("read2005, listed2020", [2005, 2020]),
    ],
)
def test_numbers_are_read_as_people_write_them(text, values):
    assert [value for value, _ in named_numbers(text)] == values
