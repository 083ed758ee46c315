"""Zones as shapes: the areas of each country's zones, and the lines along which they end.

Worked out by the rule of :mod:`geo.zones` on a grid of 0.05 degrees (``geo.derive.zones``), land cut off by the coast
at 1:50 million. Internal waters are not drawn apart: within 12 nmi they count as territorial sea here. Approximate,
and no statement on sovereignty.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from numpy.typing import NDArray
from shapely.geometry import MultiLineString, MultiPolygon

from geo import shapes

Basis = Literal["distance", "median", "agreed"]


@dataclass(frozen=True, slots=True)
class ZoneArea:
    """One zone of one country (ISO 3166-1 alpha-3 of the sovereign), (lon, lat), cut at the antimeridian."""

    country: str
    zone: str
    geometry: MultiPolygon
    area_km2: int


@dataclass(frozen=True, slots=True)
class ZoneLimit:
    """A line: by ``basis`` the outer end of a zone at its distance, or the boundary with the country ``other``.

    A boundary between two stands once, with ``country`` before ``other`` in the alphabet; it is the middle between
    their coasts, or a line that they have agreed on.
    """

    country: str
    other: str
    zone: str
    basis: Basis
    geometry: MultiLineString


@cache
def zone_areas() -> tuple[ZoneArea, ...]:
    """The areas of all zones, by country."""
    geometries, about = _loaded("zone_areas")
    rows = zip(about["country"], about["zone"], geometries, about["area_km2"], strict=True)
    return tuple(ZoneArea(str(country), str(zone), shape, int(km2)) for country, zone, shape, km2 in rows)


@cache
def zone_limits() -> tuple[ZoneLimit, ...]:
    """The lines of all zones, by country."""
    geometries, about = _loaded("zone_limits")
    rows = zip(*(about[name].tolist() for name in ("country", "other", "zone", "basis")), geometries, strict=True)
    return tuple(ZoneLimit(country, other, zone, basis, line) for country, other, zone, basis, line in rows)


def _loaded(name: str) -> tuple[NDArray[Any], dict[str, NDArray[Any]]]:
    return shapes.load(Path(str(files("geo") / "data" / f"{name}.npz")))
