"""No page of the shipped course breaks a rule that axe knows."""

from tests.browser.test_accessibility import open_with_axe, test_no_page_breaks_a_rule  # noqa: F401
