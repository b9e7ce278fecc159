"""What is promised of every page holds for those of the shipped course."""

import re

import pytest
from playwright.sync_api import expect

from tests.book.test_build import (  # noqa: F401
    test_no_two_pages_have_the_same_title,
    test_titles_in_tab_and_history_tell_nothing_of_the_subject,
)
from tests.book.test_contents import test_pages_for_authors_are_there_and_not_in_the_contents  # noqa: F401
from tests.book.test_hosting import (  # noqa: F401
    test_every_script_and_style_has_its_version_in_its_address,
    test_no_page_has_a_browser_fetch_the_next_one,
    test_the_page_for_publishers_shows_each_configuration_as_it_is,
)
from tests.book.test_markup import (  # noqa: F401
    test_every_page_is_html_as_its_standard_has_it,
    test_every_page_keeps_the_rules_of_html_validate,
)
from tests.book.test_typography import test_every_apostrophe_is_one_of_print  # noqa: F401
from tests.browser.test_pages import (  # noqa: F401
    test_a_first_load_is_light,
    test_every_page_forbids_foreign_scripts_and_all_connections,
    test_no_page_asks_anything_of_another_host,
    test_no_page_has_anything_to_complain_of,
    test_no_page_holds_widget_state_or_a_widget_manager,
    test_no_page_loads_what_it_does_not_use,
    test_no_page_scrolls_sideways,
    visits,
)

pytestmark = pytest.mark.thorough


@pytest.fixture
def book_title() -> str:
    """What it is called as long as no publisher calls it something else."""
    return "Between Us"


@pytest.fixture
def subject() -> re.Pattern:
    return re.compile("sex|intima|desire|hormone", re.IGNORECASE)


def test_on_a_phone_one_who_comes_again_is_at_the_same_claim(tab, served):
    page = tab(viewport={"width": 390, "height": 844})
    page.goto(f"{served}/book/evidence/ledger.html")
    claim = page.locator("details.claim").nth(100)
    claim.evaluate("(el) => scrollTo({ top: el.getBoundingClientRect().top - 200, behavior: 'instant' })")
    expect(claim).to_be_in_viewport()
    page.reload()
    expect(claim).to_be_in_viewport()
