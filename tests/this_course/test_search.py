"""What people type finds what they would expect, in their own words and with their own spelling."""

import gzip
from pathlib import Path

import pytest

from betweenus.search.page import INDEX
from tests.node import told_by

pytestmark = pytest.mark.thorough

TOP = 4
# What is typed, and what of each row stands among the first: a title, or a part of a page.
EXPECTED = {
    "vaginismus": "#pain-erections-and-health",
    "vaginismis": "#pain-erections-and-health",
    "painful sex": "#pain-erections-and-health",
    "low libido": "#different-desires",
    "libido": "#different-desires",
    "no sex drive": "#different-desires",
    "ED": "#pain-erections-and-health",
    "impotence": "#pain-erections-and-health",
    "viagra": "#pain-erections-and-health",
    "my wife doesn't want sex": "What if we want different amounts of sex?",
    "my husband doesn’t want sex": "What if we want different amounts of sex?",
    "mismatched libidos": "#different-desires",
    "dead bedroom": "Can people be close without sex?",
    "orgasim": "#orgasm-who-and-when",
    "can't orgasm": "Is something wrong if I don’t have orgasms?",
    "premature ejaculation": "#sooner-or-later-than-one-would-like",
    "masturbation": "#sex-on-one-s-own",
    "porn": "Does watching pornography harm a relationship?",
    "cheating": "Can a relationship go on after an affair?",
    "he cheated on me": "Can a relationship go on after an affair?",
    "jealous": "#jealousy",
    "anxious attachment": "#attachment-fairly-told",
    "STI": "#infections-and-an-ordinary-test",
    "chlamydia test": "#infections-and-an-ordinary-test",
    "morning after pill": "#the-first-days",
    "birth control": "How do we protect ourselves?",
    "PrEP": "#hiv-condoms-prep-treatment",
    "period": "Bodies and health",
    "menopause": "#menopause-age-illness-disability",
    "sex after baby": "How do we find our way back to sex after a child?",
    "postpartum": "#after-a-birth",
    "ivf": "Trying for a child",
    "miscarige": "#when-a-pregnancy-ends",
    "heart attack": "Is sex safe after a heart attack?",
    "cancer": "#cancer",
    "antidepressants": "#testosterone-oestrogen-and-medicines",
    "autism": "One of us is autistic or has ADHD. What makes closeness easier?",
    "trans": "#trans-and-non-binary-readers",
    "gay": "Belonging, faith and fairness",
    "asexual": "asexual",
    "religious guilt": "What if I learnt to be ashamed of sex?",
    "chores": "Would there be more desire if we shared the housework fairly?",
    "polyamory": "Can I be close to several people?",
    "long distance": "Distance and endings",
    "divorce": "#when-it-ends",
    "dating after death of my wife": "When may I date again after a loss?",
    "nudes": "Someone has passed on a picture of me. What can I do?",
    "revenge porn": "Someone has passed on a picture of me. What can I do?",
    "oxytocin": "Hormones, with caveats",
    "how often do couples have sex": "How often is enough?",
    "how to say no": "#hearing-a-no-well",
    "he pressures me": "What if I say yes for the sake of peace?",
    "body image": "#how-you-see-your-body",
    "sensate focus": "#sensate-focus-step-by-step",
    "therapist": "How do I find a therapist?",
}
# Who types these may be in danger, or was.
FIRST = {
    "i was raped": "After an assault",
    "sexual assault": "After an assault",
    "suicide": "Help",
    "kill myself": "Help",
    "my husband hits me": "Help",
    "domestic violence": "Help",
    "helpline": "Help",
}


@pytest.fixture(scope="module")
def index(book) -> Path:
    return book / INDEX


@pytest.fixture(scope="module")
def found(index) -> dict[str, list[dict]]:
    queries = [*EXPECTED, *FIRST, "xylophone"]
    return dict(zip(queries, told_by(Path(__file__).with_name("find.mjs"), queries, index), strict=True))


@pytest.mark.parametrize(("query", "expected"), EXPECTED.items())
def test_what_people_type_finds_what_they_would_expect(found, query, expected):
    first = found[query][:TOP]
    assert [hit for hit in first if expected in hit["title"] or hit["place"].endswith(expected)], first


@pytest.mark.parametrize(("query", "expected"), FIRST.items())
def test_who_may_be_in_danger_finds_help_first_and_no_country_that_may_not_be_theirs(found, query, expected):
    hit = found[query][0]
    assert hit["title"] == expected and hit["place"].endswith("#")


def test_a_word_that_says_nothing_here_finds_nothing(found):
    assert found["xylophone"] == []


def test_the_index_is_loaded_in_a_second_over_a_slow_line(index):
    assert len(gzip.compress(index.read_bytes())) < 160 * 1024
