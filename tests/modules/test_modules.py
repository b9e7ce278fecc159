"""A page of a module says at a glance what it is, and leads to the reader's own pages."""

import pytest
from bs4 import BeautifulSoup
from docutils import nodes

from betweenus.modules.module import module_pages
from betweenus.modules.on_pages import first_sentence
from betweenus.modules.try_it import check_invitations, invitation
from betweenus.project import Project
from tests.tiny import change

PAGE = "book/modules/sleep.md"


def soup(path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def the_module(folder):
    project = Project(folder)
    return module_pages(project)[project.root / PAGE]


@pytest.fixture(scope="module")
def page(course_book) -> BeautifulSoup:
    return soup(course_book / "book" / "modules" / "sleep.html")


def test_a_longer_page_takes_more_minutes(course_copy):
    assert the_module(course_copy).minutes == 2
    change(course_copy / PAGE, r"^## How long\n", f"## How long\n\n{'word ' * 2000}\n")
    assert the_module(course_copy).minutes == 12


def test_without_a_speed_of_reading_no_minutes_are_told(course_copy):
    (course_copy / "seeds" / "short-ways.yml").unlink()
    assert the_module(course_copy).minutes is None


def test_a_module_without_own_pages_leads_to_none(course_copy):
    (course_copy / "notebooks" / "sleep.ipynb").unlink()
    assert the_module(course_copy).notebook is None


def test_pages_beside_a_module_say_whose_they_are(course_copy):
    beside = course_copy / "book" / "modules" / "sleep" / "dreams.md"
    beside.parent.mkdir()
    beside.write_text("# Dreams\n\nPeople dream.\n", encoding="utf-8")
    project = Project(course_copy)
    found = module_pages(project)[project.root / "book" / "modules" / "sleep" / "dreams.md"]
    assert (found.is_beside, found.module.name, found.number) == (True, "sleep", 1)


def test_the_opener_has_title_lead_minutes_summary_and_own_pages(page):
    opener = page.select_one("header.opener")
    assert opener.h1.find(string=True) == "Sleep"
    assert opener.select_one("h1 + p").text.startswith("Much is said about sleep.")
    facts = [" ".join(fact.text.split()) for fact in opener.select(".opener-facts li")]
    assert facts == ["2 minutes to read", "All four in one place", "Your own pages"]
    assert opener.select_one(".opener-where").text == "Module 1 of 1"
    assert [link["href"] for link in opener.select(".opener-facts a")] == [
        "#all-four-in-one-place",
        "../../notebooks/sleep.html",
    ]


def test_the_first_sentence_of_each_section_is_set_apart_with_its_badge(page):
    for note in page.select(".note"):
        note.extract()
    leads = [" ".join(lead.text.split()) for lead in page.select(".lead")]
    assert leads[0].startswith("One article wants adults to sleep seven hours or more.")
    assert "good advice" in leads[0] and "A panel" not in leads[0]
    assert len(leads) == 3  # the last section begins with a table


def sentence_of(*children) -> str:
    paragraph = nodes.paragraph("", "", *[nodes.Text(each) if isinstance(each, str) else each for each in children])
    sentence, rest = first_sentence(paragraph)
    assert "".join(node.astext() for node in (*sentence, *rest)) == paragraph.astext()
    return "".join(node.astext() for node in sentence)


def test_a_sentence_ends_where_a_reader_would_say_so():
    assert sentence_of("Some 1.7 times more. Others not.") == "Some 1.7 times more."
    assert sentence_of("“Why?” So they ask. Then") == "“Why?”"
    assert sentence_of("One ", nodes.emphasis("", "such. Thing"), " is here. Two") == "One such. Thing is here."
    assert sentence_of("Said before. ", nodes.raw("", "badge"), " Then more.") == "Said before. badge"
    assert sentence_of("All of it") == "All of it"


def test_an_invitation_names_the_part_its_minutes_and_company(page):
    card = page.select(".try-it")[1]
    assert card.a["href"] == "../../notebooks/night.html#part-1"
    assert " ".join(card.select_one(".try-it-facts").text.split()).startswith("Part 1 of your own pages · about ")


def test_a_part_without_an_end_says_as_long_as_you_like_and_its_least_minutes_in_the_list(course_book):
    night = soup(course_book / "notebooks" / "night.html")
    assert night.select_one("#part-3 .part-facts").text == "Part 3 of 4 · as long as you like · With someone"
    assert night.select(".parts-minutes")[2].text.startswith("from ")


def test_an_invitation_to_a_notebook_in_one_piece_leads_to_the_reflection(course):
    invited = invitation(course, "sl-good-night")
    assert (invited.anchor, invited.part) == ("at-sl-good-night", None)


def test_an_invitation_to_nothing_is_named_with_its_line(course_copy):
    change(course_copy / PAGE, "{try-it} sl-good-night", "{try-it} sl-good-nite")
    (problem,) = check_invitations(Project(course_copy))
    assert str(problem) == f"{PAGE}:12: there is no reflection 'sl-good-nite'; did you mean `sl-good-night`?"


def test_the_cover_has_doors_a_private_line_cards_and_no_way_round_them(course_book):
    cover = soup(course_book / "book" / "welcome.html")
    assert [door.a.text for door in cover.select("ul.doors > li")] == ["For me", "For a group I lead"]
    assert cover.select_one("p.private-line svg")
    card = cover.select_one(".module-card")
    assert card.a["href"] == "modules/sleep.html"
    assert "How long, with what, and without what." in card.text and "Read 2 min" in card.text
    assert not cover.select(".prev-next")
