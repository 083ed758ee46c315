"""What many tests need: the outside data and a browser, where they exist."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

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
    """An open Chromium; a missing one skips the test with a line, and fails it where ``CI`` is set."""
    from playwright.sync_api import sync_playwright

    path = os.environ.get("LEADLINE_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium is missing: .ci/run installs it")
        pytest.skip("browser tests need Chromium: apt install chromium, or set LEADLINE_CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu", "--use-angle=swiftshader"]
        )
        yield browser
        browser.close()
