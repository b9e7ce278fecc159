"""Every claim has a verdict, every verdict rests on something, and errors say where to look."""

import pytest
import yaml

from betweenus.evidence import claims_of, references_of
from betweenus.project import Project, SourceError


@pytest.fixture
def broken(course_copy):
    """A function that changes one claim of a copied course and reads the claims."""
    path = course_copy / "seeds" / "claims.yml"

    def read(**changes):
        claims = yaml.safe_load(path.read_text(encoding="utf-8"))
        claims[0] |= changes
        claims[0] = {name: value for name, value in claims[0].items() if value is not None}
        path.write_text(yaml.safe_dump(claims, sort_keys=False), encoding="utf-8")
        return claims_of(Project(course_copy))

    return read


def test_claims_are_read_in_the_order_of_their_file(course):
    assert list(claims_of(course)) == ["A01", "A02", "A03", "P01"]


def test_a_claim_without_a_verdict_is_refused(broken):
    with pytest.raises(SourceError, match=r"claims\.yml:1: A01: `rating` is missing.*supported, mixed"):
        broken(rating=None)


def test_an_unknown_rating_is_refused_with_the_choices(broken):
    with pytest.raises(SourceError, match=r"claims\.yml:\d+: A01: `rating`: .*'supported'.*'good-advice'"):
        broken(rating="proven")


def test_a_verdict_needs_references_or_a_reason(broken):
    with pytest.raises(SourceError, match=r"A01: a verdict needs `references`, or `no_reference`"):
        broken(references=[])


def test_a_verdict_with_references_needs_no_reason_for_having_none(broken):
    with pytest.raises(SourceError, match=r"A01: `no_reference` is for claims without references"):
        broken(no_reference="We looked.")


def test_a_reason_may_stand_in_the_place_of_references(broken):
    assert broken(references=[], no_reference="We looked.")["A01"].references == ()


def test_an_unknown_reference_is_refused(broken):
    with pytest.raises(SourceError, match=r"claims\.yml:1: A01: `references` names nobody1999"):
        broken(references=["nobody1999"])


def test_an_unknown_module_is_refused_with_the_nearest_one(broken):
    with pytest.raises(SourceError, match=r"claims\.yml:1: A01: `module` is 'sleeep'.*did you mean `sleep`\?"):
        broken(module="sleeep")


def test_a_source_that_the_course_does_not_have_is_refused(broken):
    with pytest.raises(SourceError, match=r"`article` is 'B', which is not in course\.yml; there are A, P"):
        broken(id="B01", article="B")


def test_an_id_begins_with_the_letter_of_its_source(broken):
    with pytest.raises(SourceError, match=r"`id` begins with the letter of its `article`, P"):
        broken(article="P")


def test_an_id_is_used_once(broken):
    with pytest.raises(SourceError, match=r"claims\.yml:\d+: A02: this id is used twice"):
        broken(id="A02")


def test_a_broken_bibliography_is_named(course_copy):
    (course_copy / "seeds" / "references.bib").write_text("@article{one, title = {Half", encoding="utf-8")
    with pytest.raises(SourceError, match=r"references\.bib:?\d*: this is not BibTeX"):
        references_of(Project(course_copy))
