"""Waiting for what has no wait of its own."""

import time
from collections.abc import Callable
from typing import Any

from selenium.common.exceptions import (
    ElementClickInterceptedException,
    ElementNotInteractableException,
    StaleElementReferenceException,
)

PATIENCE = 60.0  # seconds; keeping is slow on purpose, and a browser holds back what it writes to the disk
# What WebKit's driver says of an element that is about to be there.
NOT_YET = (StaleElementReferenceException, ElementNotInteractableException, ElementClickInterceptedException)


def until(happens: Callable[[], Any], what: str) -> Any:
    """What comes of it, once it is something.

    Args:
        happens: is tried again and again.
        what: it is, for whoever reads that it never came.

    Raises:
        AssertionError: when it did not come in time.
    """
    end = time.monotonic() + PATIENCE
    while True:
        try:
            if outcome := happens():
                return outcome
        except NOT_YET:
            pass
        if time.monotonic() > end:
            raise AssertionError(f"waited {PATIENCE:.0f} s for {what}")
        time.sleep(0.05)
