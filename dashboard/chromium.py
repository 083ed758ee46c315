"""Where Chromium is, and how it is started without a screen: for the benchmark of the page, its pictures and tests."""

from __future__ import annotations

import os
import shutil

CHROMIUM_ARGUMENTS = ("--no-sandbox", "--enable-unsafe-swiftshader")
"""As on a machine without a graphics card: maps are drawn in software, the page around them without any GL."""


def chromium_path() -> str | None:
    """Where Chromium is (``LEADLINE_CHROMIUM`` names another one), None where there is none."""
    return os.environ.get("LEADLINE_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
