"""What the drivers of other browsers can't do, by Playwright's words for it. README.md says so too."""

import pytest

EITHER = {
    "color_scheme": "its driver can't choose the dark",
    "drag_to": "its driver can't drag",
    "emulate_media": "its driver can't show a page as printed, or choose the dark",
    "forced_colors": "its driver can't choose the colours",
    "is_mobile": "its driver can't be a phone",
    "java_script_enabled": "its driver can't switch scripts off",
    "pdf": "its driver can't print",
    "reduced_motion": "its driver can't ask for less motion",
}
CANNOT = {
    "firefox": EITHER
    | {
        "kept_page": "its driver can't tell that a page it kept is back",
        "new_cdp_session": "its driver can't look into memory, let a tab crash or fill a device",
    },
    "webkit": EITHER
    | {
        "bypass_csp": "its driver can't set a page's policy aside",
        "add_init_script": "its driver can't run a script before a page's own",
        "aria_snapshot": "its driver can't tell what those hear who listen",
        "clock": "its driver can't move the clock",
        "context": "its driver has one tab",
        "expect_event": "its driver can't tell what happens in a page",
        "expect_request": "its driver can't tell what a page asks for",
        "expect_worker": "its driver can't tell what happens in a page",
        "down": "its driver can't press without letting go",
        "has_touch": "its driver has no finger",
        "hover": "its driver can't press without letting go",
        "mouse": "its driver can't press without letting go",
        "on": "its driver can't tell what happens in a page",
        "route": "its driver can't change what a host answers",
        "set_offline": "its driver can't be without a network",
        "tap": "its driver has no finger",
    },
}


def leave_out(browser: str, word: str) -> None:
    """Leave a test out, and say why, if its driver can't do this."""
    if reason := CANNOT.get(browser, {}).get(word):
        pytest.skip(f"{browser}: {reason}")
