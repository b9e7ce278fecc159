"""Pages have the sections, the links and the place in the book that their kind has."""

import pytest

from betweenus.editorial import structure
from betweenus.evidence import Claim

MODULE = "- kind: a module's page\n  files: book/modules/*.md\n"


@pytest.fixture
def kind(desk):
    """A function that asks something of the pages of modules."""
    return lambda asked: desk.write_list("limits.yml", MODULE + asked)


def test_a_module_without_its_page_and_a_page_without_its_module_are_named(desk, kind):
    kind("  of_modules: true\n")
    desk.write("book/modules/dreams.md", "# Dreams\n")
    assert desk.problems() == [
        "course.yml:3: the module naps has no file book/modules/*.md (a module's page); write it.",
        "book/modules/dreams.md: dreams is no module of course.yml, and so this is not a module's page; "
        "add the module, or say so under `except` in seeds/editorial/limits.yml.",
    ]


def test_a_page_for_each_module_is_right(desk, kind):
    kind("  of_modules: true\n")
    desk.write("book/modules/naps.md", "# Naps\n")
    assert desk.problems() == []


HEADINGS = "  headings: {first: [Before, Why], last: [Reader's notes]}\n"


def test_a_page_that_begins_and_ends_as_its_kind_does_is_right(desk, kind):
    kind(HEADINGS)
    desk.write("book/modules/naps.md", "# Naps\n\n## Before\n\n## Why\n\n### How\n\n## Then\n\n## Reader’s notes\n")
    assert desk.problems() == []


def test_a_section_out_of_order_is_named_with_its_line(desk, kind):
    kind(HEADINGS)
    desk.write("book/modules/naps.md", "# Naps\n\n## Before\n\n## Then\n\n## Notes\n")
    assert desk.problems() == [
        "book/modules/naps.md:5: this section is 'Then'; here comes 'Why', "
        "since a module's page begins with 'Before', 'Why'.",
        "book/modules/naps.md:7: this section is 'Notes'; here comes \"Reader's notes\", "
        "since a module's page ends with \"Reader's notes\".",
    ]


def test_a_page_with_too_few_sections_is_named(desk, kind):
    kind(HEADINGS)
    desk.write("book/modules/naps.md", "# Naps\n\n## Before\n")
    assert "book/modules/naps.md: sections are missing, since a module's page begins with" in desk.problems()[0]


HAS = """\
  has:
    - pattern: notebooks/{name}\\.ipynb
      what: a link to notebooks/{name}.ipynb
    - pattern: "^```\\\\{chart\\\\} (\\\\S+)"
      at_least: 2
      what: two figures or more
    - section: Points
      pattern: ^(\\d)\\.\\s
      all: ["1", "2"]
      what: two points
"""


def test_a_page_that_has_everything_is_right(desk, kind):
    kind(HAS)
    charts = "```{chart} a\n```\n\n```{chart} b\n```"
    points = "## Points\n\n1. One\n2. Two\n"
    desk.write("book/modules/naps.md", f"[Do it](../../notebooks/naps.ipynb)\n\n{charts}\n\n{points}")
    assert desk.problems() == []


def test_each_thing_that_a_page_has_not_is_named(desk, kind):
    kind(HAS)
    charts = "```{chart} a\n```\n\n```{chart} a\n```"
    desk.write("book/modules/naps.md", f"{charts}\n\n## Points\n\n1. One\n\n## End\n\n2. Two\n")
    assert desk.problems() == [
        "book/modules/naps.md: this is missing here: a link to notebooks/naps.ipynb.",
        "book/modules/naps.md: this is missing here: two figures or more.",
        "book/modules/naps.md:7: this is missing here: two points.",
    ]


def test_a_section_that_is_asked_for_and_not_there_is_named(desk, kind):
    kind(HAS)
    desk.write("book/modules/naps.md", "No points.\n")
    assert "book/modules/naps.md: the section 'Points' is missing; a module's page has it." in desk.problems()


def test_lines_below_a_front_matter_are_counted_from_the_top(desk, kind):
    kind(HAS)
    desk.write("book/modules/naps.md", "---\ntitle: Naps\n---\n\n## Points\n\n1. One\n")
    assert "book/modules/naps.md:5: this is missing here: two points." in desk.problems()


def test_a_page_without_a_link_from_the_first_is_named(desk, kind):
    kind("  linked_from: book/modules/index.md\n")
    desk.write("book/modules/index.md", "[Naps](naps.md), [again](naps.md#why)\n")
    desk.write("book/modules/naps.md", "Naps.\n")
    assert desk.problems() == []
    desk.write("book/modules/dreams.md", "Dreams.\n")
    assert desk.problems() == ["book/modules/index.md: there is no link to book/modules/dreams.md; add it."]


def test_a_page_without_a_link_to_an_exercise_of_its_own_is_named(desk):
    desk.write_list("limits.yml", "- kind: a page\n  files: book/group.md\n  links_to_exercises: true\n")
    desk.write_exercise("rest")
    desk.write_exercise("stretch")
    desk.write("book/group.md", "[Rest](../exercises/rest.md)\n")
    assert desk.problems() == [
        "book/group.md: there is no link to stretch.md, an exercise of this module; a page has them all."
    ]


def test_a_page_without_a_badge_of_its_claims_is_named(desk, monkeypatch):
    kinds = {"A01": "faq", "A02": "faq", "A03": "advice"}
    claims = [Claim.model_construct(id=id, kind=kind) for id, kind in kinds.items()]
    monkeypatch.setattr(structure, "claims", lambda project: claims)
    desk.write_list("limits.yml", "- kind: the questions\n  files: book/questions.md\n  badges_of: faq\n")
    desk.write("book/questions.md", "It is so. {claim}`A01`\n")
    assert desk.problems() == [
        "book/questions.md: the badge of A02 is missing; the questions has one for each claim of the kind faq. "
        "Write {claim}`A02` where the text speaks of it."
    ]


CONTENTS = """\
root: book/welcome
parts:
- caption: Modules
  chapters:
  - file: book/modules/naps
    sections:
    - file: exercises/rest
  - file: book/modules/dreams
- caption: More
  chapters:
  - file: book/modules/snoring
"""


def test_a_page_in_another_place_of_the_contents_is_named(desk, kind):
    kind("  contents: {part: Modules, before: exercises/*}\n")
    desk.write("_toc.yml", CONTENTS)
    for name in ("naps", "dreams", "snoring"):
        desk.write(f"book/modules/{name}.md", "# Sleep\n")
    assert desk.problems() == [
        "book/modules/dreams.md: in _toc.yml, a module's page stands before exercises/*; move this one up.",
        "book/modules/snoring.md: this page is not among 'Modules' in _toc.yml, as a module's page is; add it there.",
    ]
