"""The contents beside a page show where one is, and fold the rest."""

from bs4 import BeautifulSoup


def test_only_the_part_of_the_page_is_open_and_every_page_is_listed(course_book):
    page = BeautifulSoup((course_book / "book" / "modules" / "sleep.html").read_text(encoding="utf-8"), "html.parser")
    parts = page.select("#contents details")
    assert [part.summary.text for part in parts if part.has_attr("open")] == ["Modules"]
    assert page.select_one("#contents details[open] a.current").text == "Sleep"
    assert len(parts) > 3 and all(part.select("a") for part in parts)


def test_the_sections_of_a_page_stand_below_it_in_the_contents_and_folded_above_its_text(course_book):
    page = BeautifulSoup((course_book / "book" / "modules" / "sleep.html").read_text(encoding="utf-8"), "html.parser")
    sections = [f"#{section['id']}" for section in page.select("main > section > section")]
    assert len(sections) > 3
    beside = page.select("#contents a.current + .contents-here a")
    assert [link["href"] for link in beside] == sections
    assert [link["href"] for link in page.select("details.on-this-page a")] == sections


def test_the_first_page_opens_no_part(course_book):
    page = BeautifulSoup((course_book / "book" / "welcome.html").read_text(encoding="utf-8"), "html.parser")
    assert not page.select("#contents details[open]")


def test_pages_for_authors_are_there_and_not_in_the_contents(course_book):
    page = BeautifulSoup((course_book / "book" / "hosting.html").read_text(encoding="utf-8"), "html.parser")
    assert page.select("#contents a[href='#']") and not page.select("#contents a[href*=gallery]")
    assert (course_book / "book" / "gallery.html").is_file()
