"""No page of the shipped course breaks a rule that axe or HTML_CodeSniffer knows."""

from tests.browser.test_accessibility import open_to_judge, test_no_page_breaks_a_rule  # noqa: F401
