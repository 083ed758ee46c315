"""Ports, harbours and anchorages, from the World Port Index and GeoNames."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pyarrow.parquet

from geo.derive.entry import RawEntry
from geo.spelling import normalise

_RADIUS_M = {"port": 5_000.0, "H.ANCH": 4_000.0, "H.HBR": 3_000.0, "L.PRT": 4_000.0}
_SMALL_RADIUS_M = 2_000.0
_SAME_DEG = 0.15
_MARINAS = frozenset({"S.MAR", "S.FYT", "S.LDNG"})


@cache
def entries() -> list[RawEntry]:
    """Ports with their aliases; the World Port Index goes before GeoNames where both know one."""
    folder = Path(str(files("harborly"))) / "data"
    aliases: dict[str, list[str]] = defaultdict(list)
    for row in pyarrow.parquet.read_table(folder / "port_aliases.parquet").to_pylist():
        aliases[row["registry_id"]].append(row["alias"])
    rows = pyarrow.parquet.read_table(folder / "port_registry.parquet").to_pylist()
    rows.sort(key=lambda row: (row["provider"] != "NGA_WPI", row["registry_id"]))
    known: dict[str, list[tuple[float, float]]] = defaultdict(list)
    found = []
    for row in rows:
        key = normalise(row["canonical_name"])
        spot = (row["longitude"], row["latitude"])
        if row["function_code"] in _MARINAS or any(
            abs(spot[0] - lon) < _SAME_DEG and abs(spot[1] - lat) < _SAME_DEG for lon, lat in known[key]
        ):
            continue
        known[key].append(spot)
        found.append(_entry(row, aliases[row["registry_id"]]))
    return found


def _entry(row: dict[str, Any], aliases: list[str]) -> RawEntry:
    in_index = row["provider"] == "NGA_WPI"
    return RawEntry(
        f"port.{row['registry_id'].replace(':', '.').lower()}",
        row["canonical_name"],
        "anchorage" if row["function_code"] == "H.ANCH" else "port",
        row["longitude"],
        row["latitude"],
        _RADIUS_M.get(row["function_code"], _SMALL_RADIUS_M),
        "world_port_index" if in_index else "geonames_ports",
        (row["canonical_name"], *(name for name in aliases if len(normalise(name)) >= 3)),
        (row["country_code"],),
    )
