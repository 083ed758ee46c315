"""Whose waters: maritime zones by distance from the coast, with probabilities where a region straddles a line.

The rule is that of the United Nations Convention on the Law of the Sea: territorial sea to 12 nmi (art. 3), contiguous
zone to 24 (art. 33), exclusive economic zone to 200 (art. 57), beyond it the high seas (art. 86); between neighbours
the line that they have agreed on (:mod:`geo.boundaries`), else the middle between their coasts (arts. 15, 74).
Baselines are approximated by the coast at 1:10 million; bays less than 24 nmi wide at the mouth and waters behind
fringing islands count as internal (arts. 7, 8, 10). Zones that a state has not claimed are counted as if it had.
Antarctica has no zones here. What several states claim (Spratly Islands, Scarborough Reef) gives none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray
from shapely.geometry.base import BaseGeometry

from geo.coast import holding, nearest_shore, on_land, owner_codes
from geo.errors import GeoError
from geo.geodesy import M_PER_NMI
from geo.positions import positions_of
from geo.shapes import load, load_arrays
from geo.zone_coasts import CONTIGUOUS_NMI, EEZ_NMI, TERRITORIAL_NMI, by_agreed_lines, coasts
from geo.zone_polygons import ZonePolygons

Zone = Literal["internal", "territorial_sea", "contiguous_zone", "eez", "high_seas", "land"]
ZONES: tuple[Zone, ...] = ("internal", "territorial_sea", "contiguous_zone", "eez", "high_seas", "land")
_LAND, _INTERNAL, _HIGH_SEAS = ZONES.index("land"), ZONES.index("internal"), ZONES.index("high_seas")
SAMPLES = 400
"""Positions that make the normal distribution of a radius."""
_NINETY_PER_CENT = 0.9
_COAST_ERROR_M = 1_000.0

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class WatersShare:
    """One of the waters that a position may lie in: ``country`` is ISO 3166-1 alpha-3, None on the high seas."""

    country: str | None
    zone: Zone
    probability: float


@dataclass(frozen=True, slots=True)
class NearestCoast:
    """The nearest coast: its point (lon, lat), and the country or territory and its sovereign (ISO alpha-3)."""

    lon: float
    lat: float
    country: str
    sovereign: str


@dataclass(frozen=True, slots=True)
class Waters:
    """Whose waters a position lies in, the most probable first; probabilities sum to 1.

    ``shore_distance_m``: from the point to the nearest coast of a mainland or larger island (no islets);
    ``shore_distance_range_m``: the nearest and the farthest within the 90 % region, 0 where that reaches the land.
    """

    waters: tuple[WatersShare, ...]
    countries: dict[str, float]
    zones: dict[Zone, float]
    shore_distance_m: float
    shore_distance_range_m: tuple[float, float]
    nearest_coast: NearestCoast

    def to_json(self) -> dict[str, Any]:
        """As a JSON object."""
        return {
            "waters": [
                {"country": share.country, "zone": share.zone, "probability": share.probability}
                for share in self.waters
            ],
            "countries": self.countries,
            "zones": self.zones,
            "shore_distance_m": self.shore_distance_m,
            "shore_distance_range_m": list(self.shore_distance_range_m),
            "nearest_coast": {
                "lon": self.nearest_coast.lon,
                "lat": self.nearest_coast.lat,
                "country": self.nearest_coast.country,
                "sovereign": self.nearest_coast.sovereign,
            },
        }


@dataclass(frozen=True, slots=True)
class Classified:
    """For each of some positions its zone (a row of :data:`ZONES`) and country (alpha-3, empty on the high seas)."""

    zones: NDArray[np.int64]
    countries: NDArray[np.str_]


def zones(
    lon: float,
    lat: float,
    radius_m: float | None = None,
    region: BaseGeometry | None = None,
    own: ZonePolygons | None = None,
) -> Waters:
    """Whose waters a position lies in.

    ``radius_m``: of the circle that holds the true position with 90 % probability; positions are then spread as a
    round normal distribution. ``region``: a polygon (lon, lat) that holds it, spread evenly; it goes before the
    radius. ``own``: a user's polygons, which say whose the waters are. Raises GeoError for what is no position.
    """
    return zones_of_spreads([spread_of(lon, lat, radius_m, region)], own)[0]


@dataclass(frozen=True, slots=True)
class Spread:
    """A position (lon, lat), and those that stand for where the true one may lie.

    The first ``held`` of them lie in the 90 % region.
    """

    lon: float
    lat: float
    lons: Floats
    lats: Floats
    held: int


def spread_of(
    lon: float,
    lat: float,
    radius_m: float | None = None,
    region: BaseGeometry | None = None,
    *,
    samples: int = SAMPLES,
) -> Spread:
    """A position spread as :func:`zones` does it.

    ``samples`` make the normal distribution of a radius, and twice as many at most stand for a region: the first of
    an even sequence are as even.
    """
    _check(lon, lat, radius_m)
    lons, lats = positions_of(lon, lat, radius_m, region, samples=samples)
    even = region is not None and not region.is_empty
    if even:
        lons, lats = lons[: 2 * samples], lats[: 2 * samples]
    return Spread(lon, lat, lons, lats, len(lons) if even else max(1, round(_NINETY_PER_CENT * len(lons))))


def zones_of_spreads(spreads: Sequence[Spread], own: ZonePolygons | None = None) -> list[Waters]:
    """Whose waters each of many spread positions lies in, answered together."""
    if not spreads:
        return []
    ends = np.cumsum([len(spread.lons) for spread in spreads])
    lons, lats = (np.concatenate([getattr(spread, name) for spread in spreads]) for name in ("lons", "lats"))
    found = classify(lons, lats, own)
    middles = np.array([(spread.lon, spread.lat) for spread in spreads])
    at_points = nearest_shore(middles[:, 0], middles[:, 1], islets=False).distance_m
    away = nearest_shore(lons, lats, islets=False).distance_m
    away[found.zones == _LAND] = 0.0
    coasts_met = _coasts_at(middles[:, 0], middles[:, 1])
    answers = []
    for number, (spread, end) in enumerate(zip(spreads, ends, strict=True)):
        part = slice(end - len(spread.lons), end)
        held = away[part][: spread.held]
        metres = float(at_points[number])
        reach = (
            (float(min(held.min(), metres)), float(max(held.max(), metres))) if len(spread.lons) > 1 else (metres,) * 2
        )
        shares = _shares(Classified(found.zones[part], found.countries[part]))
        answers.append(Waters(shares, *_margins(shares), metres, reach, coasts_met[number]))
    return answers


def zones_of_points(lon: Sequence[float], lat: Sequence[float], own: ZonePolygons | None = None) -> list[Waters]:
    """Whose waters each of many exact positions lies in; at thousands a second."""
    lons, lats = np.asarray(lon, float), np.asarray(lat, float)
    if not len(lons):
        return []
    bad = np.flatnonzero(~(np.isfinite(lons) & np.isfinite(lats) & (np.abs(lons) <= 180) & (np.abs(lats) <= 90)))
    if len(bad):
        _check(float(lons[bad[0]]), float(lats[bad[0]]), None)
    found = classify(lons, lats, own)
    shore, coasts_met = nearest_shore(lons, lats, islets=False), _coasts_at(lons, lats)
    answers = []
    for row in range(len(lons)):
        zone, country = ZONES[found.zones[row]], str(found.countries[row]) or None
        metres = float(shore.distance_m[row])
        countries = {country: 1.0} if country else {}
        answers.append(
            Waters(
                (WatersShare(country, zone, 1.0),), countries, {zone: 1.0}, metres, (metres, metres), coasts_met[row]
            )
        )
    return answers


def classify(lon: ArrayLike, lat: ArrayLike, own: ZonePolygons | None = None) -> Classified:
    """Zone and country of many exact positions; a user's ``own`` polygons go before the rule."""
    lons, lats = np.atleast_1d(np.asarray(lon, float)), np.atleast_1d(np.asarray(lat, float))
    coastline = coasts()
    distance, country = coastline.nearest(lons, lats)
    country, distance = by_agreed_lines(lons, lats, country, distance)
    zone = np.searchsorted(np.array([TERRITORIAL_NMI, CONTIGUOUS_NMI, EEZ_NMI]) * M_PER_NMI, distance) + 1
    zone = np.where(_is_internal(lons, lats) & (zone != _HIGH_SEAS), _INTERNAL, zone)
    names = np.where(zone == _HIGH_SEAS, "", coastline.codes[country])
    if own is not None:
        zone, names = _by_own_polygons(own, lons, lats, zone, names)
    zone, names = _on_land(lons, lats, zone, names)
    return Classified(zone, names)


def _by_own_polygons(
    own: ZonePolygons, lons: Floats, lats: Floats, zone: NDArray[np.int64], names: NDArray[np.str_]
) -> tuple[NDArray[np.int64], NDArray[np.str_]]:
    """Countries as a user's polygons have them: in one of them at least its EEZ, outside all of them high seas."""
    at, polygon = holding(own.tree, lons, lats)
    zone, names = zone.copy(), names.astype("<U3")
    outside = np.ones(len(lons), bool)
    outside[at] = False
    far = outside & (zone >= ZONES.index("eez")) & (zone != _LAND)
    zone[far], names[far] = _HIGH_SEAS, ""
    zone[at] = np.where(zone[at] == _HIGH_SEAS, ZONES.index("eez"), zone[at])
    names[at] = own.countries[polygon]
    return zone, names


def _check(lon: float, lat: float, radius_m: float | None) -> None:
    if not (np.isfinite([lon, lat]).all() and abs(lon) <= 180 and abs(lat) <= 90):
        raise GeoError(f"no position: lon {lon}, lat {lat}", next="give degrees, longitude first")
    if radius_m is not None and not (np.isfinite(radius_m) and radius_m >= 0):
        raise GeoError(f"no radius: {radius_m} m", next="give metres, 0 or more")


def _shares(found: Classified) -> tuple[WatersShare, ...]:
    """The share of each country and zone among some positions, the largest first."""
    numbers, whose = np.unique(found.countries, return_inverse=True)
    pairs, counts = np.unique(whose * len(ZONES) + found.zones, return_counts=True)
    total = int(counts.sum())
    shares = [
        WatersShare(str(numbers[pair // len(ZONES)]) or None, ZONES[pair % len(ZONES)], int(count) / total)
        for pair, count in zip(pairs, counts, strict=True)
    ]
    return tuple(sorted(shares, key=lambda share: (-share.probability, share.country or "", share.zone)))


def _margins(shares: tuple[WatersShare, ...]) -> tuple[dict[str, float], dict[Zone, float]]:
    countries: dict[str, float] = {}
    by_zone: dict[Zone, float] = {}
    for share in shares:
        by_zone[share.zone] = by_zone.get(share.zone, 0.0) + share.probability
        if share.country:
            countries[share.country] = countries.get(share.country, 0.0) + share.probability
    return countries, by_zone


def _coasts_at(lons: Floats, lats: Floats) -> list[NearestCoast]:
    near = nearest_shore(lons, lats)
    territories, sovereigns = (codes[near.owners] for codes in owner_codes())
    return [
        NearestCoast(float(lon), float(lat), str(territory), str(sovereign))
        for lon, lat, territory, sovereign in zip(near.lon, near.lat, territories, sovereigns, strict=True)
    ]


@cache
def _internal_cells() -> tuple[NDArray[np.uint8], float]:
    arrays = load_arrays(Path(str(files("geo") / "data" / "internal.npz")))
    return np.unpackbits(arrays["bits"]).reshape(tuple(arrays["size"])), float(arrays["step_deg"])


def _is_internal(lons: Floats, lats: Floats) -> NDArray[np.bool_]:
    """Whether points lie in a bay or behind islands, as far as cells of 0.05 degrees tell."""
    cells, step = _internal_cells()
    row = np.clip(((lats + 90.0) / step).astype(int), 0, cells.shape[0] - 1)
    column = np.clip(((lons + 180.0) / step).astype(int), 0, cells.shape[1] - 1)
    inside: NDArray[np.bool_] = cells[row, column] == 1
    return inside


def _on_land(
    lons: Floats, lats: Floats, zone: NDArray[np.int64], names: NDArray[np.str_]
) -> tuple[NDArray[np.int64], NDArray[np.str_]]:
    """Zones and countries put right on land; within 1 km of the coast land counts as a harbour's waters."""
    dry = on_land(lons, lats)
    if not dry.any():
        return zone, names
    rows = np.flatnonzero(dry)
    deep = nearest_shore(lons[rows], lats[rows]).distance_m > _COAST_ERROR_M
    zone = zone.copy()
    zone[rows] = np.where(deep, _LAND, _INTERNAL)
    polygons, codes = _countries()
    at, country = holding(polygons, lons[rows], lats[rows])
    names = names.astype("<U3")
    names[rows[at]] = codes[country]
    return zone, names


@cache
def _countries() -> tuple[shapely.STRtree, NDArray[np.str_]]:
    """The land of all countries, with the ISO alpha-3 of their sovereigns."""
    polygons, about = load(Path(str(files("geo") / "data" / "countries.npz")))
    parts, row = shapely.get_parts(polygons, return_index=True)
    tree = shapely.STRtree(parts)
    shapely.prepare(tree.geometries)
    return tree, about["sovereign"][row].astype(str)
