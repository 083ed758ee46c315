"""The page's own scripts that its first view needs, told to the browser at once.

A module names its imports only when it has been read; unless told, a browser finds the last of them after as many
questions as the chain of imports is long.
"""

from __future__ import annotations

import re
from pathlib import Path

FIRST = "start.js"
_IMPORT = re.compile(r'^(?:import|export)\b[^;"()]*?"\./([\w.]+)"', re.MULTILINE)
"""A static import: one in brackets, ``import("./add.js")``, is for later."""


def first_scripts(folder: Path) -> tuple[str, ...]:
    """The names of the modules that :data:`FIRST` imports, directly or not, in the order in which they are met."""
    found: list[str] = []
    waiting = [FIRST]
    while waiting:
        name = waiting.pop(0)
        if name in found:
            continue
        found.append(name)
        waiting += _IMPORT.findall((folder / name).read_text(encoding="utf-8"))
    return tuple(found[1:])


def preloads(folder: Path, prefix: str) -> str:
    """Those modules as elements of an HTML head; ``prefix`` is where they are served, with a slash at its end."""
    return "\n".join(f'<link rel="modulepreload" href="{prefix}{name}">' for name in first_scripts(folder))
