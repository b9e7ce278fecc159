"""README.md says what can't be tried in which browser."""

from tests.conftest import ROOT
from tests.journeys.conftest import CANNOT

BROWSERS = ["chromium", "firefox", "webkit"]


def test_the_table_of_browsers_says_what_their_drivers_cannot_do():
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]
    told = {
        (browser, row[0].split(":")[0]): cell
        for row in rows
        if len(row) == 1 + len(BROWSERS)
        for browser, cell in zip(BROWSERS, row[1:], strict=True)
        if cell.startswith("its driver")
    }
    assert told == CANNOT
