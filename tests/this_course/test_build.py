"""The shipped course makes a book."""


def test_it_builds_without_a_warning(book):
    assert (book / "book" / "welcome.html").is_file()
