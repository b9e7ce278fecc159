"""Each module can be gone through in one sitting, and no next step sends anybody to somebody unsafe."""

import re

from betweenus.editorial.prose import texts_of
from betweenus.reflections.next_step import rules_of
from betweenus.ways import way_through

OTHERS = re.compile(r"\b(together|somebody|someone|partners?|friends?|tell|talk to|ask)\b", re.IGNORECASE)
COUNTING = re.compile(r"\b(skipp?ed|missed|left out|not yet|unfinished|still|\d+)\b", re.IGNORECASE)


def test_each_module_has_a_short_way_in_its_page_and_its_notebook(shipped):
    texts = texts_of(shipped)
    for module in shipped.course.titles:
        assert way_through(shipped, module).minutes <= 30
        assert f"```{{short-way}} {module}\n" in texts[shipped.pages_of(module)[0]].markdown
        notebook = (shipped.root / "notebooks" / f"{module}.ipynb").read_text(encoding="utf-8")
        assert f'short_way(\\"{module}\\")' in notebook


def test_a_step_that_has_to_do_with_somebody_else_says_if_it_is_safe(shipped):
    for rule in rules_of(shipped):
        assert not OTHERS.search(rule.say) or re.search("if it is safe|for yourself|whom to ask", rule.say), rule.say


def test_no_step_speaks_of_what_was_left_out(shipped):
    assert [rule.say for rule in rules_of(shipped) if COUNTING.search(rule.say)] == []
