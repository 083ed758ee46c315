"""Where Chromium is, and how it is started without a screen: for the benchmark of the page, its pictures and tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dashboard.errors import DashboardError

CHROMIUM_ARGUMENTS = ("--no-sandbox", "--enable-unsafe-swiftshader")
"""As on a machine without a graphics card: maps are drawn in software, the page around them without any GL."""


def chromium_path() -> str | None:
    """Where Chromium is (``LEADLINE_CHROMIUM`` names another one), None where there is none."""
    return os.environ.get("LEADLINE_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


LONGEST_START_S = 30.0


@contextmanager
def alone(path: str, width_px: int, height_px: int) -> Iterator[str]:
    """A new Chromium with an empty profile and a window of this size, that nobody looks into; its debugging address.

    A page that is looked into from its beginning is slower: traces of the stack are kept of all that it asks for.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        size = f"--window-size={width_px},{height_px}"
        options = ("--headless=new", "--no-first-run", "--remote-debugging-port=0", f"--user-data-dir={profile}", size)
        command = [path, *CHROMIUM_ARGUMENTS, *options, "about:blank"]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            yield f"http://127.0.0.1:{_port(Path(profile) / 'DevToolsActivePort', process)}"
        finally:
            process.terminate()
            process.wait()


def _port(told: Path, process: subprocess.Popen[bytes]) -> int:
    """The port that Chromium writes into its profile when it has started; its first line is whole by then."""
    deadline = time.monotonic() + LONGEST_START_S
    while not (told.exists() and "\n" in told.read_text()):
        if time.monotonic() > deadline or process.poll() is not None:
            raise DashboardError(
                "Chromium does not start", where=str(process.args), next="start it by hand and see why"
            )
        time.sleep(0.05)
    return int(told.read_text().splitlines()[0])


def open_tab(debugging: str, url: str) -> None:
    """Open an address in a tab of a Chromium that is running, without looking into the page."""
    urllib.request.urlopen(urllib.request.Request(f"{debugging}/json/new?{url}", method="PUT")).close()
