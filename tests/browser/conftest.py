"""Headless Chromium: one for all tests of a module, or one for a test; a reason to skip them where there is none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with _chromium(tmp_path_factory.mktemp("profile")) as started:
        yield started


@pytest.fixture
def new_browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """One that has seen nothing: no page asks whether to leave it, and what is opened has the focus."""
    with _chromium(tmp_path_factory.mktemp("profile")) as started:
        started.execute_cdp_cmd("Emulation.setFocusEmulationEnabled", {"enabled": True})
        yield started


@contextmanager
def _chromium(profile: Path) -> Iterator[Any]:
    program = shutil.which("chromium") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if not program or not driver:
        reason = "needs Chromium and chromedriver on the path (Debian: apt-get install chromium-driver)"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = program
    for flag in ("headless", "no-sandbox", "disable-gpu", "disable-background-networking", "no-first-run"):
        options.add_argument(f"--{flag}")
    options.add_argument(f"--user-data-dir={profile}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    started = webdriver.Chrome(options=options, service=Service(driver))
    # A long page takes axe-core a while on a busy machine.
    started.set_script_timeout(300)
    try:
        yield started
    finally:
        started.quit()
