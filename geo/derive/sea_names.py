"""Islands, capes, anchorages, terminals, river mouths and coasts, from the project's own table."""

from __future__ import annotations

import csv
from functools import cache

from geo.derive.entry import RawEntry
from geo.derive.packages import TABLES


@cache
def entries() -> list[RawEntry]:
    """The rows of ``sea_names.csv``."""
    with (TABLES / "sea_names.csv").open(encoding="utf-8", newline="") as file:
        return [
            RawEntry(
                f"sea_names.{row['id']}",
                row["name"],
                row["kind"],
                float(row["lon"]),
                float(row["lat"]),
                float(row["radius_m"]),
                "sea_names",
                (row["name"], *(name for name in row["names"].split(";") if name)),
                tuple(code for code in row["country"].split(";") if code),
            )
            for row in csv.DictReader(file)
        ]
