"""A name of the gazetteer on its way into the file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class RawEntry:
    """A named thing: where it is, how far it reaches (``radius_m`` about the point), and its spellings."""

    id: str
    name: str
    kind: str
    lon: float
    lat: float
    radius_m: float
    source: str
    spellings: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    population: int = 0
    region_id: str = ""
    admin1: str = ""
