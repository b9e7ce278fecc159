"""A reflection is useful markup and never holds an answer, and refuses what cannot work."""

import re
import subprocess
import sys

import pytest
from anywidget import AnyWidget

from betweenus import EvidenceCheck, Journal, Reflection, ReflectionError, Scale

KINDS = sorted(Reflection.__subclasses__(), key=lambda kind: kind.__name__)

# In these there is nothing to answer, so nothing to skip either.
NOT_ANSWERED = {"ConversationCards", "FigureExplorer", "Grounding", "MyPages", "NextStep", "Reminder", "TurnTimer"}
every_answered_reflection = pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind.__name__ not in NOT_ANSWERED], ids=lambda kind: kind.__name__
)
every_reflection = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)


def make(kind, **content):
    """The docstring's example, with other content here and there."""
    return kind.example(**{"id": "one", **content})


def test_every_folder_holds_a_reflection(root):
    folders = {path.parent.name for path in root.glob("betweenus/reflections/*/__init__.py")}
    assert folders == {kind.folder for kind in KINDS}


def test_a_notebook_does_not_wait_for_what_makes_the_book(root):
    code = "import sys, betweenus; betweenus.Journal; print({'myst_nb', 'nbformat', 'sphinx'} & {*sys.modules})"
    assert subprocess.check_output([sys.executable, "-c", code], cwd=root, text=True).strip() == "set()"


@every_reflection
def test_aids_that_send_what_is_typed_are_asked_to_stay_away(kind):
    boxes = re.findall(r'<textarea[^>]*>|<input type="text"[^>]*>', kind.example().markup)
    for asked in ('autocomplete="off"', 'spellcheck="false"', 'writingsuggestions="false"', 'data-gramm="false"'):
        assert [box for box in boxes if asked not in box] == []


@every_reflection
def test_its_example_is_what_an_author_can_copy(kind):
    assert kind.example_code().startswith(f"{kind.__name__}(")
    assert kind.example().markup


@every_reflection
def test_its_markup_says_what_it_is(kind):
    markup = make(kind).markup
    assert f'data-reflection="{make(kind).kind}"' in markup
    assert 'data-reflection-id="one"' in markup


@every_answered_reflection
def test_its_markup_offers_something_to_write_or_tick(kind):
    assert re.search(r'<textarea|<input type="radio"', make(kind).markup)


@every_answered_reflection
def test_it_can_always_be_skipped(kind):
    markup = make(kind).markup
    assert "<textarea" in markup or 'value="skip"' in markup


@every_reflection
def test_the_book_gets_html_and_jupyterlab_a_widget(kind):
    bundle, _ = make(kind)._repr_mimebundle_()
    assert bundle["text/html"] == make(kind).markup
    assert "application/vnd.jupyter.widget-view+json" in bundle


@every_reflection
def test_its_repr_is_the_same_each_time(kind):
    assert repr(make(kind)) == repr(make(kind)) == f"{kind.__name__}(id='one')"


@every_reflection
def test_the_browser_gets_its_markup_the_exit_s_and_nothing_else(kind, course):
    own = set(make(kind).get_state()) - set(AnyWidget().get_state())
    assert own - {"_esm", "_css", "_anywidget_id"} == {"markup", "exit"}
    assert f'href="{course.settings.exit_url}"' in make(kind).exit


@every_reflection
def test_it_says_of_which_course_its_answers_are(kind, course):
    assert f'data-course="{course.course.id}" data-lock-minutes="15"' in make(kind).markup


def test_it_works_in_no_course_too(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "Prefer not to say" in make(Scale).markup


@every_reflection
def test_its_prompt_is_text_and_not_markup(kind):
    assert "&lt;b&gt;" in make(kind, prompt="<b>bold</b>").markup


@every_reflection
def test_a_missing_prompt_is_refused(kind):
    with pytest.raises(ReflectionError, match=r"\w+\(id='one'\): `prompt` is missing; write the question"):
        make(kind, prompt=" ")


@every_reflection
def test_an_unknown_argument_is_refused_with_those_it_takes(kind):
    with pytest.raises(ReflectionError, match=r"`promt` is not known here; it takes .*prompt"):
        make(kind, promt="What?")


@every_reflection
@pytest.mark.parametrize("identifier", ["", "Two Words", "ümlaut", "-a", "a_b"])
def test_an_id_that_cannot_be_kept_under_is_refused(kind, identifier):
    with pytest.raises(ReflectionError, match=r"`id` needs lower-case words joined by hyphens"):
        make(kind, id=identifier)


@every_reflection
def test_a_value_of_the_wrong_type_is_refused(kind):
    with pytest.raises(ReflectionError, match="prompt"):
        make(kind, prompt=5)


def test_a_scale_with_its_ends_swapped_is_refused():
    with pytest.raises(ReflectionError, match=r"`low` is 10 and `high` is 0.*write low=0, high=10"):
        make(Scale, low=10, high=0)


def test_a_scale_too_long_for_a_phone_is_refused():
    with pytest.raises(ReflectionError, match="2 to 10 fit on a phone"):
        make(Scale, low=0, high=100)


def test_a_scale_names_both_its_ends():
    with pytest.raises(ReflectionError, match="`high_label` is missing"):
        make(Scale, high_label="")


def test_a_box_of_no_lines_is_refused():
    with pytest.raises(ReflectionError, match="`lines` is 0; it can be 1 to 30"):
        make(Journal, lines=0)


def test_an_unknown_claim_is_refused():
    with pytest.raises(ReflectionError, match=r"`claim` is 'Z99', which is not in seeds/claims\.yml"):
        make(EvidenceCheck, claim="Z99")


def test_advice_is_nothing_to_guess():
    with pytest.raises(ReflectionError, match="claim A01 is rated good-advice, and there is nothing to guess"):
        make(EvidenceCheck, claim="A01")


def test_a_claim_needs_a_course(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ReflectionError, match="it shows a claim of a course, and there is none here"):
        EvidenceCheck(id="one", claim="A01")


def test_the_verdict_comes_with_certainty_summary_and_references():
    markup = make(EvidenceCheck, claim="A02").markup
    found = markup.partition("<dt>We found</dt>")[2]
    assert re.sub("<[^>]*>", " ", found).split()[:3] == ["supported", "low", "certainty"]
    assert "doi.org" in found
