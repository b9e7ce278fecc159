"""The command line answers at once, and says what would be right."""

import socket
import subprocess
import sys

import pytest
from click.testing import CliRunner

from betweenus.cli import main

HEAVY = ("anywidget", "jupyter_book", "matplotlib", "sphinx", "typst")


@pytest.fixture
def run(course, monkeypatch):
    """A function that runs the command in the tiny course."""
    monkeypatch.chdir(course.root)
    return lambda *arguments: CliRunner().invoke(main, arguments)


def test_nothing_heavy_is_imported_before_it_is_needed(course):
    plan = ["plan", "--minutes", "60", "--group", "8", "--module", "sleep"]
    code = f"""
import sys
from betweenus.cli import main
main({plan}, standalone_mode=False)
print([name for name in {HEAVY} if name in sys.modules])
"""
    told = subprocess.run([sys.executable, "-c", code], cwd=course.root, capture_output=True, text=True)
    assert told.stdout.splitlines()[-1] == "[]", told.stderr


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["plan", "--minutes", "60", "--group", "8", "--module", "slep"], "did you mean `sleep`?"),
        (["handouts", "light-out"], "did you mean `lights-out`?"),
        (["plan", "--minutes", "60", "--group", "8", "--module", "xyz"], "there are sleep."),
    ],
)
def test_a_name_that_is_not_known_comes_with_a_hint(run, arguments, hint):
    told = run(*arguments)
    assert told.exit_code != 0
    assert hint in told.output


def test_a_plan_is_written_with_clock_times(run):
    told = run("plan", "--minutes", "60", "--group", "8", "--module", "sleep", "--start", "18:30")
    assert told.exit_code == 0
    assert "| 18:30 |" in told.output and "| 19:30 | | End | |" in told.output


def test_a_port_that_is_taken_is_refused_before_anything_is_built(run):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        told = run("serve", "--port", str(port))
    assert told.exit_code == 1
    assert f"Port {port} can't be had: Address already in use." in told.output
    assert f"look at http://127.0.0.1:{port}/" in told.output and "another with --port" in told.output


def test_outside_a_course_the_command_says_what_it_looked_for(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    told = CliRunner().invoke(main, ["check"])
    assert told.exit_code == 1
    assert "No _config.yml" in told.output


def test_a_wrong_source_is_named_from_any_folder(course_copy, monkeypatch):
    numbers = next((course_copy / "seeds" / "data").glob("*.csv"))
    numbers.write_text(numbers.read_text(encoding="utf-8") + "one,too,many,values,here,and,more\n", encoding="utf-8")
    monkeypatch.chdir(course_copy / "book" / "modules")
    told = CliRunner().invoke(main, ["check"])
    assert told.exit_code == 1
    assert f"seeds/data/{numbers.name}:" in told.output
