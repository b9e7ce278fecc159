"""The messages to translate are those of the engine as it is."""

import re
import shlex

from babel.messages.frontend import CommandLineInterface

from betweenus.project.words import PACKAGE
from tests.conftest import ROOT


def test_the_messages_are_taken_out_anew_whenever_words_change(tmp_path, monkeypatch):
    """`make words` brings them up to date."""
    options = re.search(r"^WORDS := (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)[1]
    monkeypatch.chdir(ROOT)
    out = tmp_path / "now.pot"
    arguments = ["pybabel", "--quiet", "extract", "-F", "betweenus/locale/babel.cfg", *shlex.split(options)]
    CommandLineInterface().run([*arguments, "-o", str(out), "betweenus"])
    kept = PACKAGE / "locale" / "betweenus.pot"
    assert out.read_text(encoding="utf-8") == kept.read_text(encoding="utf-8"), "run `make words`"
