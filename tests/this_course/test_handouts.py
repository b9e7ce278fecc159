"""What is promised of every handout holds for those of the shipped course."""

import pytest

from tests.handouts.test_pdf import (  # noqa: F401
    readers,
    test_every_page_has_the_size_of_its_paper,
    test_every_pdf_has_a_title_and_a_language,
    test_every_pdf_is_tagged_and_says_that_it_is_pdf_ua,
    test_large_print_is_large_everywhere_on_the_page,
    test_no_font_comes_from_the_machine,
)
from tests.handouts.test_words import *  # noqa: F403

pytestmark = pytest.mark.thorough
