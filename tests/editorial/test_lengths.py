"""Pages, sections and forms are as long as their kind is."""

PAGE = "- kind: a page\n  files: [book/*.md, notebooks/*.ipynb]\n  words: {min: 3, max: 5}\n"


def test_a_page_of_the_right_length_is_right(desk):
    desk.write_list("limits.yml", PAGE)
    desk.write("book/naps.md", "# Of headings nothing is counted\n\nA nap.\n\n- or two\n")
    assert desk.problems() == []


def test_a_page_that_is_too_long_or_too_short_is_named(desk):
    desk.write_list("limits.yml", PAGE)
    desk.write("book/dreams.md", "A dream.\n")
    desk.write_notebook("naps", "A nap or two,", "or three.")
    assert desk.problems() == [
        "book/dreams.md: this page has 2 words; a page has 3 to 5.",
        "notebooks/naps.ipynb: this page has 6 words; a page has 3 to 5.",
    ]


def test_a_page_of_another_kind_is_not_asked(desk):
    desk.write_list("limits.yml", PAGE + "  except: book/dreams.md\n")
    desk.write("book/dreams.md", "A dream.\n")
    desk.write("book/naps.md", "Three words here.\n")
    assert desk.problems() == []


def test_sections_of_one_sort_are_counted_and_measured(desk):
    desk.write_list(
        "limits.yml",
        "- kind: the page of questions\n  files: book/questions.md\n"
        '  sections: {call: questions, like: "\\\\?$", number: 3, words: {min: 2, max: 3}}\n',
    )
    asked = "(one)=\n## Why?\n\nSo it is.\n\n(two)=\n## When?\n\nNow.\n\n"
    desk.write("book/questions.md", f"# Questions\n\n{asked}## End\n\nA.\n")
    assert desk.problems() == [
        "book/questions.md: there are 2 questions here; the page of questions has 3.",
        "book/questions.md:9: this section has 1 words; questions have 2 to 3 each.",
    ]


FORM = "book/facilitators/forms/pocket.md"


def test_a_form_that_fits_its_sheet_is_right(desk):
    desk.write_list("limits.yml", f"- kind: the pocket\n  files: {FORM}\n  sheets: 1\n")
    desk.write(FORM, "---\ntitle: For the pocket\n---\n\nSleep.\n")
    assert desk.problems() == []


def test_a_form_that_needs_more_sheets_is_named_with_the_paper(desk):
    desk.write_list("limits.yml", f"- kind: the pocket\n  files: {FORM}\n  sheets: 1\n")
    desk.write(FORM, "---\ntitle: For the pocket\n---\n\n" + "Sleep.\n\n" * 60)
    assert desk.problems() == [
        f"{FORM}: this form takes 2 sheets of {paper}; the pocket takes 1." for paper in ("a4", "letter")
    ]
