"""Who has no pointer reads the shipped course from its first page to its last."""

from tests.browser.test_keyboard import page, test_the_whole_course_is_read_from_its_first_page_to_its_last  # noqa: F401
