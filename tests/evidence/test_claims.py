"""Every claim has a verdict, every verdict rests on something, and errors say where to look."""

import shutil

import pytest
import yaml

from betweenus.evidence import read_claims, read_references
from betweenus.project import SourceError


@pytest.fixture
def broken(root, tmp_path):
    """A function that changes one claim of a copied project and reads the claims."""
    (tmp_path / "_config.yml").touch()
    shutil.copytree(root / "seeds", tmp_path / "seeds")
    path = tmp_path / "seeds" / "claims.yml"

    def read(**changes):
        claims = yaml.safe_load(path.read_text(encoding="utf-8"))
        claims[0] |= changes
        claims[0] = {name: value for name, value in claims[0].items() if value is not None}
        path.write_text(yaml.safe_dump(claims, sort_keys=False), encoding="utf-8")
        return read_claims(tmp_path)

    return read


def test_every_claim_of_the_three_articles_is_there_and_five_popular_beliefs(root):
    articles = {"A": 16, "B": 31, "C": 29, "P": 5}
    ids = [f"{letter}{number:02}" for letter, last in articles.items() for number in range(1, last + 1)]
    assert sorted(read_claims(root)) == ids


def test_the_course_cites_100_to_140_references(root):
    assert 100 <= len(read_references(root)) <= 140


def test_every_reference_says_how_it_was_checked(root):
    for reference in read_references(root).values():
        assert reference.entry.fields.get("checked"), reference.key
        assert reference.entry.fields.get("finding"), reference.key


def test_a_claim_without_a_verdict_is_refused(broken):
    with pytest.raises(SourceError, match=r"claims\.yml:1: A01: `rating` is missing.*supported, mixed"):
        broken(rating=None)


def test_an_unknown_rating_is_refused_with_the_choices(broken):
    with pytest.raises(SourceError, match=r"claims\.yml:\d+: A01: `rating`: .*'supported'.*'good-advice'"):
        broken(rating="proven")


def test_a_verdict_needs_references_or_a_reason(broken):
    with pytest.raises(SourceError, match=r"A01: a verdict needs `references`, or `no_reference`"):
        broken(references=[])


def test_an_unknown_reference_is_refused(broken):
    with pytest.raises(SourceError, match=r"claims\.yml:1: A01: `references` names nobody1999"):
        broken(references=["nobody1999"])


def test_an_id_is_used_once(broken):
    with pytest.raises(SourceError, match=r"claims\.yml:\d+: A02: this id is used twice"):
        broken(id="A02")


def test_a_broken_bibliography_is_named(root, tmp_path):
    (tmp_path / "_config.yml").touch()
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "references.bib").write_text("@article{one, title = {Half", encoding="utf-8")
    with pytest.raises(SourceError, match=r"references\.bib:?\d*: this is not BibTeX"):
        read_references(tmp_path)
