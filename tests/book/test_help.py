"""Help near the readers and in their countries: said once, it stands wherever it is needed, as old as it is."""

import re
from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup

from betweenus.book.config import check_config
from betweenus.book.help import check_help, stale
from betweenus.handouts.documents import PLAN, common
from betweenus.handouts.pdf import compile_pdf
from betweenus.project import Project, SourceError
from betweenus.project.sources import line_with
from betweenus.stage.slides import HELP_LINES, stage_view
from tests.handouts.reading import read, words_of
from tests.tiny import change

SERVICE = {"name": "A house", "number": '"0123 456789"', "for": "anyone who is afraid", "checked": "2026-01-02"}
BEGIN = "title: Ours\nsphinx:\n  config:\n    betweenus_services:\n"


@pytest.fixture
def config(tmp_path):
    """A function that writes settings with one service, some of its fields changed or left out."""

    def write(**changes):
        fields = {name: value for name, value in (SERVICE | changes).items() if value is not None}
        lines = "\n".join(f"        {name}: {value}" for name, value in fields.items())
        path = tmp_path / "_config.yml"
        path.write_text(f"{BEGIN}      -\n{lines}\n", encoding="utf-8")
        return path

    return write


def check(path):
    for problem in check_config(Project(path.parent)):
        raise problem


def setting(folder, text):
    """The course in a folder, with one more setting."""
    change(folder / "_config.yml", "^    betweenus_exit_url:", f"    {text}\n    betweenus_exit_url:")
    return Project(folder)


def choose(folder, countries):
    """The course in a folder, with countries chosen."""
    return setting(folder, f"betweenus_countries: {countries}")


def words_on_a_plan(project):
    content = {"title": "Plan", "timed": True, "rows": [], "notes": [], "paper": "a4", "large": False}
    return words_of(read(compile_pdf("plan", common(project, PLAN) | content)))


@pytest.mark.parametrize("settings", ["", "sphinx:\n", "sphinx:\n  config:\n", BEGIN.removeprefix("title: Ours\n")])
def test_without_services_there_are_none(tmp_path, settings):
    (tmp_path / "_config.yml").write_text(f"title: Ours\n{settings}", encoding="utf-8")
    assert Project(tmp_path).settings.services == ()


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"number": None}, r"_config\.yml:6: `sphinx\.config\.betweenus_services\.0`: says no way to reach it"),
        ({"name": '""'}, r"_config\.yml:6: `sphinx\.config\.betweenus_services\.0\.name`: .*is empty"),
        ({"number": "123456789"}, r"_config\.yml:7: .*put the number in quotes, so that no zero is lost"),
        ({"number": "0123 or 4"}, r"_config\.yml:7: .*write the number alone, in figures"),
        ({"checked": "soon"}, r"_config\.yml:9: .*betweenus_services\.0\.checked`: write a day such as"),
        ({"checked": date.today() + timedelta(2)}, r"_config\.yml:9: .*this day is still to come"),
        ({"four": "all"}, r"_config\.yml:10: .*four` is not a field here"),
    ],
)
def test_a_wrong_service_is_named_with_its_line_and_field(config, changes, message):
    with pytest.raises(SourceError, match=message):
        check(config(**changes))


def test_services_that_are_no_list_are_refused(tmp_path):
    path = tmp_path / "_config.yml"
    path.write_text(BEGIN.rstrip() + " a house\n", encoding="utf-8")
    with pytest.raises(SourceError, match=r"_config\.yml:4: `sphinx\.config\.betweenus_services`: "):
        check(path)


def test_a_number_checked_over_a_year_ago_is_only_mentioned(config):
    path = config()
    check(path)
    assert list(stale(Project(path.parent), date(2027, 1, 1))) == []
    assert list(stale(Project(path.parent), date(2027, 1, 4))) == [
        "_config.yml: A house was last checked on 2 January 2026. See whether it still answers, and write the new date."
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ('number: "000"', "number: 000", "`countries.0.emergency.0.number`: put the number in quotes"),
        ("number: 0800 00-00 01", "number: ask us", "`countries.0.lines.0.number`: write the number alone"),
        ("dated: 2026-10$", "dated: in autumn", "`countries.0.lines.0.dated`: "),
        ("dated: 2026-10$", 'dated: "2026-13"', "`countries.0.lines.0.dated`: "),
        ("source: https://lull.example/desk", "source: a friend", "`countries.0.lines.0.source`: write the whole"),
        ("for: anyone who lies awake", "whom: all", "`countries.0.lines.0.for` is missing"),
        ("topics: .nights, snoring.", "topics: [nihgts]", "The Night Desk: no topic 'nihgts'; did you mean `nights`"),
        ("also: chat on its site", "hours: at night", "`countries.1.lines.0`: says no way to reach it"),
    ],
)
def test_a_wrong_line_is_named_with_file_line_and_field(course_copy, right, wrong, message):
    path = course_copy / "seeds" / "help.yml"
    change(path, right, wrong)
    with pytest.raises(SourceError, match=re.escape(message)) as raised:
        list(check_help(Project(course_copy)))
    entries = [line_with(path, f"- name: {name}") for name in ("The Night Desk", "Pillow Talk")]
    named = int(re.match(r"seeds/help\.yml:(\d+): ", str(raised.value))[1])
    assert named in (line_with(path, wrong), *entries)


def test_a_country_that_is_not_in_the_file_is_named_with_the_nearest_one(course_copy):
    (problem,) = check_help(choose(course_copy, "[Nodd]"))
    assert "_config.yml:9: seeds/help.yml has no country 'Nodd'; did you mean `Nod`?" in str(problem)


def test_what_rests_on_a_page_older_than_a_year_is_only_mentioned_by_the_age_of_the_page(course):
    assert list(check_help(course)) == []
    assert list(stale(course, date(2027, 10, 28))) == []
    assert list(stale(course, date(2027, 11, 1))) == [
        "seeds/help.yml: Lull: what was copied is older than a year for 000 (2026-10-31), The Night Desk (2026-10). "
        "Look for a newer page of each."
    ]
    assert [notice.split(": ")[1] for notice in stale(course, date(2028, 1, 1))] == ["Lull", "Nod"]


def test_only_chosen_countries_are_looked_at_again(course_copy):
    project = choose(course_copy, "[Nod]")
    assert [notice.split(": ")[1] for notice in stale(project, date(2028, 1, 1))] == ["Nod"]


def render(project):
    countries = project.chosen_countries or project.help.countries
    html = project.words.render(
        "book/help.html", words=project.words, services=(), help=project.help, countries=countries
    )
    return BeautifulSoup(html, "html.parser")


def section(page, country):
    return page.select_one(f"section#{country.anchor}")


def told(element):
    return " ".join(element.text.split())


def test_readers_choose_their_country_from_links_that_show_its_emergency_numbers(course):
    page = render(course)
    assert [told(link) for link in page.select("nav a")] == [
        "Lull In danger, call: 000",
        "Nod In danger, call: 001 · 002",
    ]
    assert [page.select_one(link["href"]).h2.text for link in page.select("nav a")] == ["Lull", "Nod"]


def test_each_country_has_its_emergency_number_first_and_every_number_can_be_tapped(course):
    page = render(course)
    for country in course.help.countries:
        numbers = [each.number for each in (*country.emergency, *country.lines) if each.number]
        links = section(page, country).select("a[href^='tel:']")
        assert [link.span.text for link in links][: len(country.emergency)] == [
            each.number for each in country.emergency
        ]
        assert {link.span.text for link in links} == set(numbers)
        assert section(page, country).find("a")["href"] == country.emergency[0].link
    assert told(page.select_one("a[href='tel:0800000001']")) == "Call 0800 00-00 01, The Night Desk"


def test_where_a_page_says_so_a_text_can_be_written_at_a_tap_with_its_word(course):
    (link, _) = render(course).select("a[href^='sms:']")
    assert link["href"] == "sms:010?&body=SLEEP"
    assert told(link.parent) == "Text SLEEP to 010, The Night Desk after dusk"


def test_a_page_says_that_calls_leave_traces_and_where_its_source_says_that_they_do_not(course):
    page = render(course)
    assert (
        "A call or a text stays in the phone’s list, and may stand on the bill." in page.select_one(".help-traces").text
    )
    assert "Calls don’t show on the bill, the page says." in section(page, course.help.countries[0]).text


def test_a_page_says_what_each_number_was_copied_from_and_claims_no_more(course):
    page = render(course)
    lull, nod = (told(section(page, country)) for country in course.help.countries)
    assert "If you can’t speak, press 5." in lull
    assert "000: Copied from a page of 31 October 2026." in lull
    assert "The Night Desk For anyone who lies awake. Call 0800 00-00 01, The Night Desk 24 hours" in lull
    assert "The Night Desk: Copied from a page of October 2026." in lull
    assert "Call 001 the police" in nod and "001: Copied from a page without a date." in nod
    assert "Pillow Talk For people who share a room. Also: chat on its site." in nod
    assert "Pillow Talk: Copied from a page of 2026." in nod
    sources = {each.source for country in course.help.countries for _, each in country.copied}
    assert sources <= {link["href"] for link in page.select(".help-sources a")}
    assert "Checked on" not in page.text


def test_a_line_about_two_things_stands_under_both(course):
    page = render(course)
    lull, nod = (section(page, country).text for country in course.help.countries)
    assert lull.count("For anyone who lies awake") == 2 and lull.index("Bad nights") < lull.index("Snoring")
    assert "Bad nights" not in nod


def test_a_publisher_s_only_country_is_shown_with_nothing_to_choose(course_copy):
    assert not render(Project(course_copy)).select(".help-only")
    page = render(choose(course_copy, "[Nod]"))
    (only,) = page.select("section")
    assert "help-only" in only["class"] and only.h2.text == "Nod" and not page.select("nav")


def test_handouts_name_the_services_first_and_leave_no_empty_line(config):
    words = words_on_a_plan(Project(config().parent))
    assert "Ahouse:0123456789.Foranyonewhoisafraid." in words
    assert "Nearyou:" not in words


def test_handouts_carry_the_lines_of_chosen_countries_and_the_lists_for_every_country(course_copy):
    words = words_on_a_plan(choose(course_copy, "[Lull]"))
    near, anywhere = (
        words.index("Lull:000.Ifyoucan’tspeak,press5.TheNightDesk0800"),
        words.index("lines.example:Forbadnights"),
    )
    assert near < anywhere
    assert "Nearyou:" not in words and "Nod:" not in words


def test_without_services_and_countries_handouts_have_a_line_to_write_one_in(course):
    assert common(course, PLAN)["near"] == []
    words = words_on_a_plan(course)
    assert "Nearyou:" in words and "lines.example" in words and "TheNightDesk" not in words


def test_a_course_without_lines_has_none(tmp_path):
    (tmp_path / "_config.yml").write_text("title: Ours\n", encoding="utf-8")
    project = Project(tmp_path)
    assert (project.help.everywhere, project.help.countries, list(check_help(project))) == ((), (), [])
    assert common(project, PLAN)["everywhere"] == []


def test_the_stage_names_the_first_services_of_the_publisher(course_copy):
    services = [
        f"{{name: Line {number}, number: '0{number}', hours: at night, for: anyone, checked: 2026-11-01}}"
        for number in range(5)
    ]
    html = stage_view(setting(course_copy, f"betweenus_services: [{', '.join(services)}]"))
    assert [f"<strong>Line {number}</strong>: 0{number}, at night" in html for number in range(5)] == [
        number < HELP_LINES for number in range(5)
    ]
    assert "lines.example" not in html


def test_the_stage_names_lines_and_emergency_numbers_of_chosen_countries(course_copy):
    html = stage_view(choose(course_copy, "[Nod]"))
    assert "In danger, in Nod: 001 (the police) · 002 (an ambulance)" in html
    assert "<strong>Pillow Talk</strong>: chat on its site" in html and "lines.example" in html


def test_without_a_choice_the_stage_names_the_lists_for_every_country(course):
    html = stage_view(course)
    assert "<strong>lines.example</strong></li>" in html
    assert "In danger: the emergency number of your country." in html
