"""Islands, capes, anchorages, terminals, river mouths and coasts, from the project's own tables."""

from __future__ import annotations

import csv
from functools import cache

from geo.derive.entry import RawEntry
from geo.derive.packages import TABLES

_FILES = ("sea_names.csv", "own_names.csv")


@cache
def entries() -> list[RawEntry]:
    """The rows of ``sea_names.csv``, and of ``own_names.csv``: large islands, world regions, further spellings."""
    return [entry for name in _FILES for entry in _rows(name)]


def _rows(name: str) -> list[RawEntry]:
    with (TABLES / name).open(encoding="utf-8", newline="") as file:
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
