"""The page of help serves a frightened person with a phone: a tap shows a country, with or without a script."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.browser.expecting import expect


@pytest.mark.parametrize("script", [True, False])
def test_a_country_is_shown_at_one_tap_and_its_number_can_be_called(tab, served_course, script):
    page = tab(java_script_enabled=script, has_touch=True, viewport={"width": 360, "height": 640})
    page.goto(f"{served_course}/book/help.html")
    emergency = page.get_by_role("link", name="Call 001", exact=True)
    expect(emergency).to_be_hidden()
    page.get_by_role("link", name="Nod").tap()
    expect(emergency).to_be_visible()
    expect(emergency).to_have_attribute("href", "tel:001")
    expect(page.get_by_role("heading", name="Lull")).to_be_hidden()
    assert emergency.bounding_box()["height"] >= 44
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_on_paper_every_country_is_shown(tab, served_course):
    page = tab()
    page.goto(f"{served_course}/book/help.html")
    words = " ".join(each.extract_text() for each in PdfReader(BytesIO(page.pdf())).pages)
    assert "0800 00-00 01" in words and "Pillow Talk" in words
    assert "Copied from a page of October 2026." in " ".join(words.split())
