"""What SECURITY.md and the page on the intended purpose promise is held by tests that are there."""

import ast
import re

import pytest

from tests.conftest import ROOT

PROMISES = ("SECURITY.md", "book/intended-purpose.md")
TEXT = "\n".join((ROOT / name).read_text(encoding="utf-8") for name in PROMISES)
NAMED = sorted(set(re.findall(r"\btests/[\w/.]+(?:::\w+)?", TEXT)))


@pytest.mark.parametrize("name", NAMED)
def test_the_test_of_a_promise_is_there(name):
    file, _, function = name.partition("::")
    path = ROOT / file
    assert path.is_file()
    if function:
        nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        tests = [node.name for node in nodes if isinstance(node, ast.FunctionDef)]
        assert function in tests


def test_every_row_of_the_table_names_a_test():
    table = (ROOT / "SECURITY.md").read_text(encoding="utf-8").partition("| who |")[2].partition("\n\n")[0]
    rows = table.splitlines()[2:]
    assert len(rows) > 8
    assert [row for row in rows if "`tests/" not in row] == []
