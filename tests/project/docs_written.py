"""Commands and outputs in the docs: run them, compare, and write them anew (``make docs``).

A block fenced as ``console`` holds commands after ``$ `` and what they print. They run in order in one empty
folder that only has ``docs/``, so that a reader can follow from the project's root. A line ``…`` stands for any
number of lines that are left out, and ``…`` in a line for what changes there; the rest must be equal to the letter.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("README.md", "docs/locating.md", "docs/house.md", "docs/beside.md", "docs/waters.md", "CONTRIBUTING.md")
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.S | re.M)
LEFT_OUT = "…"


def run(command: str, folder: Path) -> str:
    """Run one command as a reader would, and return what it prints (both streams, as a terminal shows them)."""
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "100",
        "PYTHONUTF8": "1",
    }
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return "\n".join(line.rstrip() for line in done.stdout.splitlines())


def steps(block: str) -> list[tuple[str, str]]:
    """Split a block into commands and what the page says they print."""
    found: list[tuple[str, str]] = []
    for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
        lines = part.rstrip("\n").split("\n")
        length = next((i for i, line in enumerate(lines) if not line.endswith("\\")), 0)
        found.append(("\n".join(lines[: length + 1]), "\n".join(lines[length + 1 :])))
    return found


def matches(printed: str, said: str) -> bool:
    """Whether what was printed is what the page says, with ``…`` for lines left out."""
    pattern = "\n".join(
        ".*?" if line.strip() == LEFT_OUT else re.escape(line).replace(LEFT_OUT, "[^\n]*?") for line in said.split("\n")
    )
    return re.fullmatch(pattern, printed, re.S) is not None


def rewritten(page: str) -> tuple[str, list[str]]:
    """Return the page with every output as printed now, and the commands whose output differed."""
    old: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "docs").symlink_to(ROOT / "docs")

        def replaced(block: re.Match[str]) -> str:
            lines = []
            for command, said in steps(block[1]):
                printed = run(command, folder)
                if matches(printed, said):
                    printed = said
                else:
                    old.append(f"{command}\n--- says\n{said}\n--- prints\n{printed}")
                lines.append(f"$ {command}\n{printed}\n" if printed else f"$ {command}\n")
            return f"```console\n{''.join(lines)}```"

        return BLOCK.sub(replaced, page), old


def main() -> None:
    """Write every page's outputs anew."""
    for name in PAGES:
        path = ROOT / name
        if path.exists():
            text, old = rewritten(path.read_text(encoding="utf-8"))
            path.write_text(text, encoding="utf-8")
            print(f"{name}: {len(old)} outputs written anew")


if __name__ == "__main__":
    main()
