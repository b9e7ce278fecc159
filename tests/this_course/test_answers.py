"""What people wrote with an earlier version of the shipped course is still there for them."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_places import (
    ANSWERS_BEFORE,
    DATABASES,
    KEEP_BEFORE,
    PASSPHRASE_BEFORE,
    SLOW,
    VAULT,
    box,
    fill_in,
    visit,
)

pytestmark = pytest.mark.thorough


def test_answers_that_the_version_before_kept_stand_under_their_questions(tab, served):
    page = tab()
    page.goto(f"{served}/_static/licences.txt")
    page.evaluate(KEEP_BEFORE, VAULT)
    visit(page, f"{served}/notebooks/emotional-intimacy.html")
    fill_in(page, "Unlock", passphrase=PASSPHRASE_BEFORE)
    for id, answer in ANSWERS_BEFORE.items():
        expect(box(page, id)).to_have_value(answer, timeout=SLOW)
    assert page.evaluate(DATABASES) == ["betweenus/between-us/"]
