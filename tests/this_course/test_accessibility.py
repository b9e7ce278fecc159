"""No page of the shipped course breaks a rule that axe knows."""

import pytest

from tests.browser.test_accessibility import (  # noqa: F401
    open_with_axe,
    test_no_page_breaks_a_rule,
)

pytestmark = pytest.mark.thorough
