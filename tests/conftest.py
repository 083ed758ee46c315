"""What many tests need: the outside data and a browser, where they exist."""

import os
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dashboard.chromium import CHROMIUM_ARGUMENTS, chromium_path

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's root folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of outside data (``LEADLINE_TEST_DATA``, default ``../shared``); skips where it is missing."""
    folder = Path(os.environ.get("LEADLINE_TEST_DATA", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"outside test data not found at {folder.name}/ (set LEADLINE_TEST_DATA)")
    return folder


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """An open Chromium, the one of all tests; a missing one skips the test with a line, and fails it in CI."""
    with warnings.catch_warnings():
        # Playwright's own imports use what newer Pythons warn of.
        warnings.simplefilter("ignore", DeprecationWarning)
        from playwright.sync_api import sync_playwright

    path = chromium_path()
    if path is None:
        said = "browser tests need Chromium: apt install chromium, or set LEADLINE_CHROMIUM to where it is"
        if os.environ.get("CI"):
            pytest.fail(said)
        pytest.skip(said)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_ARGUMENTS))
        yield browser
        browser.close()
