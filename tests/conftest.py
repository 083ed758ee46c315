"""What many tests need: the outside data, where it exists."""

import os
from pathlib import Path

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
