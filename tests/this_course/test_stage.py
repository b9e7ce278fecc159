"""What is promised of every step on the stage holds for those of the shipped course."""

import pytest

from tests.browser.test_stage import (  # noqa: F401
    test_every_step_of_every_exercise_fits_a_projector_and_can_be_read_from_the_last_row,
    test_no_note_of_the_leaders_gets_on_the_stage,
)

pytestmark = pytest.mark.thorough
