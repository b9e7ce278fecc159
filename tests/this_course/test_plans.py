"""The plans of the shipped course that stand ready add up in the book as well."""

import pytest

from tests.browser.test_exercises import test_ready_made_plans_are_there_without_script_and_add_up  # noqa: F401

pytestmark = pytest.mark.thorough
