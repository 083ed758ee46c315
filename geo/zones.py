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

from geo.boundaries import AGREED_LINES, ISLETS, SMALL_EFFECTS, AgreedLine
from geo.coast import coast_points, holding, nearest_shore, on_land, on_sphere, owner_codes
from geo.errors import GeoError
from geo.geodesy import EARTH_RADIUS_M, M_PER_NMI
from geo.positions import positions_of
from geo.shapes import load, load_arrays
from geo.zone_polygons import ZonePolygons

Zone = Literal["internal", "territorial_sea", "contiguous_zone", "eez", "high_seas", "land"]
ZONES: tuple[Zone, ...] = ("internal", "territorial_sea", "contiguous_zone", "eez", "high_seas", "land")
TERRITORIAL_NMI, CONTIGUOUS_NMI, EEZ_NMI = 12.0, 24.0, 200.0
_LAND, _INTERNAL, _HIGH_SEAS = ZONES.index("land"), ZONES.index("internal"), ZONES.index("high_seas")
_TERRITORIAL_CHORD = TERRITORIAL_NMI * M_PER_NMI / EARTH_RADIUS_M
_LINE_REACH_DEG = 2.5
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

    ``shore_distance_m``: from the point to the nearest coast of a mainland or larger island (no islets), with the
    5th and 95th percentile over the region as ``shore_distance_range_m``.
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
    _check(lon, lat, radius_m)
    lons, lats = positions_of(lon, lat, radius_m, region)
    found = classify(lons, lats, own)
    shore = nearest_shore(np.append(lons, lon), np.append(lats, lat), islets=False)
    return _waters(found, shore.distance_m[:-1], _coast_at(lon, lat), float(shore.distance_m[-1]))


def zones_of_points(lon: Sequence[float], lat: Sequence[float], own: ZonePolygons | None = None) -> list[Waters]:
    """Whose waters each of many exact positions lies in; at thousands a second."""
    lons, lats = np.asarray(lon, float), np.asarray(lat, float)
    if not len(lons):
        return []
    bad = np.flatnonzero(~(np.isfinite(lons) & np.isfinite(lats) & (np.abs(lons) <= 180) & (np.abs(lats) <= 90)))
    if len(bad):
        _check(float(lons[bad[0]]), float(lats[bad[0]]), None)
    found = classify(lons, lats, own)
    near, shore = nearest_shore(lons, lats), nearest_shore(lons, lats, islets=False)
    territories, sovereigns = (codes[near.owners] for codes in owner_codes())
    answers = []
    for row in range(len(lons)):
        zone, country = ZONES[found.zones[row]], str(found.countries[row]) or None
        metres = float(shore.distance_m[row])
        coast = NearestCoast(float(near.lon[row]), float(near.lat[row]), str(territories[row]), str(sovereigns[row]))
        countries = {country: 1.0} if country else {}
        answers.append(
            Waters((WatersShare(country, zone, 1.0),), countries, {zone: 1.0}, metres, (metres, metres), coast)
        )
    return answers


def classify(lon: ArrayLike, lat: ArrayLike, own: ZonePolygons | None = None) -> Classified:
    """Zone and country of many exact positions; a user's ``own`` polygons go before the rule."""
    lons, lats = np.atleast_1d(np.asarray(lon, float)), np.atleast_1d(np.asarray(lat, float))
    coastline = coasts()
    distance, country = coastline.nearest(lons, lats)
    country, distance = _by_agreed_lines(lons, lats, country, distance)
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


def _waters(found: Classified, shore_m: Floats, coast: NearestCoast, at_point_m: float) -> Waters:
    pairs, counts = np.unique(
        np.stack((found.countries.astype(str), found.zones.astype(str)), axis=1), axis=0, return_counts=True
    )
    total = int(counts.sum())
    shares = [
        WatersShare(str(country) or None, ZONES[int(zone)], int(count) / total)
        for (country, zone), count in zip(pairs, counts, strict=True)
    ]
    shares.sort(key=lambda share: (-share.probability, share.country or "", share.zone))
    countries: dict[str, float] = {}
    by_zone: dict[Zone, float] = {}
    for share in shares:
        by_zone[share.zone] = by_zone.get(share.zone, 0.0) + share.probability
        if share.country:
            countries[share.country] = countries.get(share.country, 0.0) + share.probability
    low, high = np.quantile(shore_m, [0.05, 0.95])
    return Waters(tuple(shares), countries, by_zone, at_point_m, (float(low), float(high)), coast)


def _coast_at(lon: float, lat: float) -> NearestCoast:
    near = nearest_shore(lon, lat)
    territories, sovereigns = owner_codes()
    owner = int(near.owners[0])
    return NearestCoast(float(near.lon[0]), float(near.lat[0]), str(territories[owner]), str(sovereigns[owner]))


@dataclass(frozen=True, slots=True)
class Coasts:
    """Points along all coasts that have zones, with the rows of ``codes`` that own them.

    ``small``: the same for islands of small effect, which count within their territorial sea alone.
    """

    tree: Any
    owners: NDArray[np.int64]
    small_tree: Any
    small_owners: NDArray[np.int64]
    codes: NDArray[np.str_]

    def nearest(self, lons: Floats, lats: Floats) -> tuple[Floats, NDArray[np.int64]]:
        """Metres to the nearest coast, and whose it is."""
        spots = on_sphere(lons, lats)
        chords, near = self.tree.query(spots)
        owners = self.owners[near]
        small_chords, small = self.small_tree.query(spots, distance_upper_bound=_TERRITORIAL_CHORD)
        nearer = small_chords < chords
        owners[nearer] = self.small_owners[small[nearer]]
        return _metres(np.minimum(chords, small_chords)), owners

    def distance_m(self, lons: Floats, lats: Floats, owner: int) -> Floats:
        """Metres to the coast of one owner."""
        return _metres(_tree_of(owner).query(on_sphere(lons, lats))[0])


@cache
def coasts() -> Coasts:
    """The points along all coasts that have zones, joined on first use."""
    from scipy.spatial import cKDTree

    points, owners = coast_points()
    codes = owner_codes()[1]
    has_zones = ~np.isin(codes, ("", "ATA"))[owners]
    points, owners = points[has_zones], owners[has_zones]
    numbers = {str(code): int(np.flatnonzero(codes == code)[0]) for code in codes}
    one_each = np.array([numbers[str(code)] for code in codes])
    islets = [islet for islet in ISLETS if islet.owner]
    far = on_sphere(np.array([islet.lon for islet in islets]), np.array([islet.lat for islet in islets]))
    points = np.vstack((points, far))
    owners = np.append(one_each[owners], [numbers[islet.owner] for islet in islets]).astype(np.int64)
    small = _of_small_effect(points, codes[owners])
    return Coasts(
        cKDTree(points[~small], balanced_tree=False),
        owners[~small],
        cKDTree(points[small]),
        owners[small],
        codes.astype(str),
    )


@cache
def _tree_of(owner: int) -> Any:
    from scipy.spatial import cKDTree

    shores = coasts()
    points = np.vstack((shores.tree.data[shores.owners == owner], shores.small_tree.data[shores.small_owners == owner]))
    return cKDTree(points)


def _of_small_effect(points: Floats, codes: NDArray[np.str_]) -> NDArray[np.bool_]:
    small = np.zeros(len(points), bool)
    for island in SMALL_EFFECTS:
        middle = on_sphere(np.array([island.lon]), np.array([island.lat]))[0]
        near = np.linalg.norm(points - middle, axis=1) * EARTH_RADIUS_M < island.radius_m
        small |= near & (codes == island.owner)
    return small


def _metres(chords: Floats) -> Floats:
    metres: Floats = 2 * EARTH_RADIUS_M * np.arcsin(np.clip(chords / 2, 0.0, 1.0))
    return metres


def _by_agreed_lines(
    lons: Floats, lats: Floats, owners: NDArray[np.int64], metres: Floats
) -> tuple[NDArray[np.int64], Floats]:
    """Owners and distances put right where two countries have agreed on a line."""
    shores = coasts()
    codes = shores.codes[owners]
    owners, metres = owners.copy(), metres.copy()
    for line in AGREED_LINES:
        rows = np.flatnonzero(np.isin(codes, (line.left, line.right)) & (metres <= EEZ_NMI * M_PER_NMI))
        if not len(rows):
            continue
        side = _side(line, lons[rows], lats[rows])
        for code, sign in ((line.left, 1), (line.right, -1)):
            other = rows[(side == sign) & (codes[rows] != code)]
            if not len(other):
                continue
            number = int(np.flatnonzero(shores.codes == code)[0])
            owners[other] = number
            metres[other] = shores.distance_m(lons[other], lats[other], number)
    return owners, metres


def _side(line: AgreedLine, lons: Floats, lats: Floats) -> NDArray[np.int64]:
    """On which side of a line points lie: 1 left, -1 right, 0 where they are not beside it but beyond its ends."""
    return np.sign(beside_line_deg(line, lons, lats)).astype(np.int64)


def beside_line_deg(line: AgreedLine, lons: Floats, lats: Floats) -> Floats:
    """How far points lie beside a line, in degrees of latitude: left of it positive, 0 where beyond its ends."""
    points = np.array(line.points)
    squeeze = np.cos(np.radians(points[:, 1].mean()))
    x = ((lons - points[0, 0] + 180.0) % 360.0 - 180.0) * squeeze
    y = lats - points[0, 1]
    ends = (points - points[0]) * (squeeze, 1.0)
    starts, along = ends[:-1], np.diff(ends, axis=0)
    lengths = (along**2).sum(1)
    shares = ((x[:, None] - starts[:, 0]) * along[:, 0] + (y[:, None] - starts[:, 1]) * along[:, 1]) / lengths
    held = np.clip(shares, 0.0, 1.0)
    away_x = x[:, None] - starts[:, 0] - held * along[:, 0]
    away_y = y[:, None] - starts[:, 1] - held * along[:, 1]
    apart = away_x**2 + away_y**2
    nearest = apart.argmin(1)
    rows = np.arange(len(x))
    turn = along[nearest, 0] * away_y[rows, nearest] - along[nearest, 1] * away_x[rows, nearest]
    before = (nearest == 0) & (shares[:, 0] < 0)
    behind = (nearest == len(along) - 1) & (shares[:, -1] > 1)
    reached = np.sqrt(apart[rows, nearest]) < _LINE_REACH_DEG
    beside: Floats = np.where(before | behind | ~reached, 0.0, np.sign(turn) * np.sqrt(apart[rows, nearest]))
    return beside


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
