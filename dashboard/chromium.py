"""Where Chromium is, and how it is started without a screen: for the benchmark of the page, its pictures and tests."""

from __future__ import annotations

import os
import shutil

CHROMIUM_ARGUMENTS = ("--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader")
"""Maps are drawn in software, which works on any machine."""


def chromium_path() -> str | None:
    """Where Chromium is (``LEADLINE_CHROMIUM`` names another one), None where there is none."""
    return os.environ.get("LEADLINE_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
