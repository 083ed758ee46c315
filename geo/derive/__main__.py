"""``python -m geo.derive``: derive all files of ``geo/data`` anew, or those of the steps named."""

from __future__ import annotations

import sys
from importlib import import_module

STEPS = (
    "land",
    "countries",
    "regions",
    "seas",
    "waters",
    "shore",
    "gazetteer",
    "usual_points",
    "ocean",
    "internal",
    "zones",
    "basemap",
    "manifest",
)
"""The steps in order; each later one may read what an earlier one wrote."""


def main(names: list[str]) -> int:
    """Run the steps named, or all; 2 where a name is none of them."""
    unknown = [name for name in names if name not in STEPS]
    if unknown:
        print(f"no step {', '.join(unknown)}; the steps are {', '.join(STEPS)}", file=sys.stderr)
        return 2
    for step in STEPS:
        if not names or step in names or step == "manifest":
            print(f"geo/data: {step}", file=sys.stderr, flush=True)
            import_module(f"geo.derive.{step}").write()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
