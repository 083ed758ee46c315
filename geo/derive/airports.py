"""Airports of islands and coasts, under the names of the places they serve."""

from __future__ import annotations

from functools import cache

import airportsdata
import numpy as np

from geo.derive.entry import RawEntry
from geo.derive.land import coast_distance_m

COAST_KM = 20.0
RADIUS_M = 8_000.0


@cache
def entries() -> list[RawEntry]:
    """Airports with an IATA code within 20 km of the sea, by the name of the town or island that they serve."""
    rows = [row for row in airportsdata.load("ICAO").values() if row["iata"] and row["city"]]
    lonlat = np.array([(row["lon"], row["lat"]) for row in rows])
    near = coast_distance_m(lonlat) <= COAST_KM * 1000
    return [
        RawEntry(
            f"airport.{row['icao'].lower()}",
            row["city"],
            "airport",
            row["lon"],
            row["lat"],
            RADIUS_M,
            "airportsdata",
            (row["city"], row["name"]),
            (row["country"],),
        )
        for row, by_the_sea in zip(rows, near, strict=True)
        if by_the_sea
    ]
