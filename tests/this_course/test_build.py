"""The shipped course makes a book."""

import pytest

pytestmark = pytest.mark.thorough  # it takes a minute; `make serve` makes it, too


def test_it_builds_without_a_warning(book):
    assert (book / "book" / "welcome.html").is_file()
