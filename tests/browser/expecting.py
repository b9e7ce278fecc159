"""Playwright's `expect`, for WebKit too: what is not yet as it is to be is waited for."""

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect as expect_of_playwright

from tests.browser.webkit import Locator, Tab, lacks
from tests.until import until

IN_VIEWPORT = """(element) => {
  const { top, bottom, left, right } = element.getBoundingClientRect();
  return bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
}"""
STYLE = "(element, name) => getComputedStyle(element).getPropertyValue(name)"


def expect(actual: Any) -> Any:
    return Expected(actual) if isinstance(actual, Tab | Locator) else expect_of_playwright(actual)


def plain(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip()


def is_as(words: str, wanted: str | re.Pattern) -> bool:
    return bool(wanted.search(words)) if isinstance(wanted, re.Pattern) else plain(words) == plain(wanted)


def has(words: str, wanted: str | re.Pattern) -> bool:
    return bool(wanted.search(words)) if isinstance(wanted, re.Pattern) else plain(wanted) in plain(words)


def texts_are(locator: Locator, wanted: str | re.Pattern | list) -> bool:
    texts, asked = locator.all_text_contents(), wanted if isinstance(wanted, list) else [wanted]
    return len(texts) == len(asked) and all(map(is_as, texts, asked))


def is_shown(locator: Locator) -> bool:
    return any(each.is_displayed() for each in locator.tab.all(locator.steps)[:1])


CHECKS: dict[str, Callable[..., bool]] = {
    "to_have_text": texts_are,
    "to_contain_text": lambda locator, words: any(has(text, words) for text in locator.all_text_contents()[:1]),
    "to_have_count": lambda locator, number: locator.count() == number,
    "to_have_value": lambda locator, value: locator.input_value() == value,
    "to_have_attribute": lambda locator, name, value: (
        is_as(locator.get_attribute(name) or "", value) and locator.get_attribute(name) is not None
    ),
    "to_be_checked": lambda locator: locator.is_checked(),
    "to_be_visible": is_shown,
    "to_be_hidden": lambda locator: not is_shown(locator),
    "to_be_focused": lambda locator: locator.evaluate("(element) => element === document.activeElement"),
    "to_be_empty": lambda locator: not plain("".join(locator.all_text_contents())),
    "to_be_in_viewport": lambda locator: is_shown(locator) and locator.evaluate(IN_VIEWPORT),
    "to_have_css": lambda locator, name, value: is_as(locator.evaluate(STYLE, name), value),
    "to_have_title": lambda tab, title: is_as(tab.title(), title),
    "to_have_url": lambda tab, url: is_as(tab.url, url),
}


class Expected:
    """What is expected of a tab or of an element of it."""

    def __init__(self, actual: Tab | Locator) -> None:
        self.actual = actual

    def __getattr__(self, name: str) -> Callable[..., None]:
        check, wanted = CHECKS.get(name.removeprefix("not_")), not name.startswith("not_")
        if check is None:
            lacks(name)

        def wait(*asked: Any, timeout: float = 0) -> None:
            until(lambda: bool(check(self.actual, *asked)) == wanted, f"{name} {asked}")

        return wait
