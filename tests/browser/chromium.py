"""A real Chromium without a window, one for all tests of a process."""

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.tools import headless_chromium

# Without these Chromium looks for hosts of its own, which would show up as requests.
# For every tab it would also draw two bubbles of its address bar, each in a process of its own, which takes longer than
# most pages. The last list of features wins, so what Playwright leaves out stands here again.
LEFT_OUT = (
    "WebUIOmniboxPopup,WebUIOmniboxAimPopup,"
    "AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,"
    "LensOverlay,MediaRouter,PaintHolding,ThirdPartyStoragePartitioning,AvoidCorsURLLoaderRestartOnRedirect,"
    "OptimizationHints,NetworkTimeServiceQuerying,AimEnabled,PreconnectToSearch"
)
QUIET = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={LEFT_OUT}",
]


@pytest.fixture(scope="session")
def playwright() -> Playwright:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright, tmp_path_factory) -> Browser:
    traces = tmp_path_factory.mktemp("traces")  # elsewhere, a folder would stay behind for each tab
    browser = playwright.chromium.launch(executable_path=headless_chromium(), args=QUIET, traces_dir=traces)
    yield browser
    browser.close()
