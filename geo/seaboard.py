"""Seaboards: the coast of a country or a region of the world, and the part of it that faces a way over the sea.

A route "from Ecuador" begins somewhere on Ecuador's coast, and most likely where the way is not much longer than from
the nearest point: that stretch is what faces the way. Its middle is where a line may begin, and the radius that holds
nine tenths of it is how sure that is.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo.coast import coast_points, nearest_country, on_sphere, owner_codes
from geo.gazetteer import gazetteer
from geo.geodesy import EARTH_RADIUS_M, circle, haversine_m
from geo.net import Floats, costs_from, net
from geo.place import Place
from geo.seas import PARTS, countries, outline
from geo.world_regions import WORLD_REGIONS

FACING_FACTOR = 1.5
"""A coast faces a way where it is at most so many times as long as from the coast's nearest point."""
FACING_SLACK_M = 100_000.0
FACING_SHARE = 0.15
"""How much longer it may be at any rate, and as a share of the coast's own extent."""
_LIMITS_M = (3e6, 9e6)
"""How far coasts are looked for before all seas are."""
WIDE_M = 500_000.0
"""Radius beyond which a stretch of coast is no point but a seaboard."""
_THIN_DEG = 0.25
_HEARTLAND = 0.05
"""Share of a country's land that an island must have to be meant by the country's name."""
_OVERSEAS_DEG = 20.0
"""How far from the largest part of a country's land another is overseas."""
_NEAR_COAST_DEG = 0.1
_NODE_REACH_M = 40_000.0
_LEAST_RADIUS_M = 25_000.0
_MOST_WEIGHED = 1_500
_HARBOURS = ("port", "port_area", "terminal", "anchorage", "town")
_HARBOUR_REACH_M = 25_000.0


@dataclass(frozen=True, slots=True)
class Front:
    """The part of a seaboard that faces a way: its middle (lon, lat), and the radius that holds nine tenths of it."""

    lon: float
    lat: float
    radius_m: float


def seaboard_of(place: Place) -> NDArray[np.int64] | None:
    """Nodes of the sea's net along the coast of a place that is a country, a region of the world or a long coast.

    None for any other place: it is a point near enough, a sea, or has no coast.
    """
    shore = _shore_of(place)
    if shore is None or not len(shore):
        return None
    nodes, metres = net().nearest(shore)
    nodes = np.unique(nodes[metres <= _NODE_REACH_M])
    return nodes if len(nodes) else None


def waters_of(place: Place) -> NDArray[np.int64]:
    """Nodes of the sea's net in a place's region, thinned; empty where it holds no water."""
    region = region_of(place)
    west, south, east, north = region.bounds
    points = net().points
    lon, lat = points[:, 0], points[:, 1]
    boxed = np.flatnonzero((lon >= west) & (lon <= east) & (lat >= south) & (lat <= north))
    shapely.prepare(region)
    inside = boxed[shapely.contains_xy(region, lon[boxed], lat[boxed])]
    return inside[_thinned(points[inside])]


def region_of(place: Place) -> BaseGeometry:
    """The geometry of a place's 90 % region: its own, its named outline's, or the circle."""
    if place.region is not None:
        return place.region
    named = outline(place.region_id) if place.region_id is not None else None
    return circle(place.lon, place.lat, place.radius_m) if named is None else named.geometry


@dataclass(frozen=True, slots=True)
class Facing:
    """Nodes of a coast (or a sea) that a way reaches at little cost, and that cost in metres."""

    nodes: NDArray[np.int64]
    metres: Floats

    def front(self) -> Front:
        """All of them as one front; its middle is drawn to the cheapest."""
        step = len(self.nodes) // _MOST_WEIGHED + 1
        lon, lat = net().points[self.nodes[::step]].T
        apart = haversine_m(lon[:, None], lat[:, None], lon[None], lat[None])
        dear = self.metres[::step] - self.metres.min()
        middle = int(np.argmin((apart * (1.0 - dear / (dear.max() + 1.0))).sum(axis=1)))
        radius_m = max(_LEAST_RADIUS_M, float(np.quantile(apart[middle], 0.9)))
        return Front(float(lon[middle]), float(lat[middle]), radius_m)


def facing(nodes: NDArray[np.int64], toward: NDArray[np.int64], lengths: Any) -> Facing | None:
    """Of a coast's nodes those that the way over the sea to the nearest of others is short from; None without a way.

    ``lengths``: those of the net, without waterways that are not to be taken.
    """
    slack = max(FACING_SLACK_M, FACING_SHARE * _extent_m(nodes))
    for limit in (*_LIMITS_M, np.inf):
        metres = costs_from(lengths, toward, limit)[nodes]
        least = float(metres.min())
        most = max(least * FACING_FACTOR, least + slack)
        if np.isfinite(most) and most <= limit:
            near = metres <= most
            return Facing(nodes[near], metres[near])
    return None


def cheapest(nodes: NDArray[np.int64], costs: Floats, factor: float) -> Facing | None:
    """Of some nodes those that cost at most so many times the least; None where none can be reached."""
    metres = costs[nodes]
    near = np.isfinite(metres) & (metres <= float(metres.min()) * factor + FACING_SLACK_M)
    return Facing(nodes[near], metres[near]) if near.any() else None


def _extent_m(nodes: NDArray[np.int64]) -> float:
    """The radius about the middle of some nodes that holds nine tenths of them."""
    lon, lat = net().points[nodes].T
    x, y, z = on_sphere(lon, lat).mean(axis=0)
    middle = np.degrees(np.arctan2(y, x)), np.degrees(np.arctan2(z, np.hypot(x, y)))
    return float(np.quantile(haversine_m(*middle, lon, lat), 0.9))


def _shore_of(place: Place) -> Floats | None:
    """Points (lon, lat) along the coast that a place's words mean; None where they mean no long coast."""
    names = [str(step.params["name"]) for step in place.location_steps if "name" in step.params]
    part = next((str(step.params["part"]) for step in place.location_steps if step.code == "part"), "")
    members = next((WORLD_REGIONS[name] for name in names[:1] if name in WORLD_REGIONS), None)
    if members is not None:
        return _in_part(np.vstack([country_coast(code) for code in members]), part)
    kind, _, code = (place.region_id or "").partition(".")
    if kind in {"waters_off", "international_waters_off", "coast", "country"}:
        code, _, own_part = code.partition(".")
        return _in_part(country_coast(code), own_part or part)
    if place.region_id is None and place.radius_m > WIDE_M:
        shore = country_coast(nearest_country(place.lon, place.lat))
        return shore[haversine_m(place.lon, place.lat, shore[:, 0], shore[:, 1]) <= place.radius_m]
    return None


def _in_part(shore: Floats, part: str) -> Floats:
    """Of points along a coast those in its northern, eastern … half."""
    if part not in PARTS or not len(shore):
        return shore
    lon, lat = shore.T
    turned = (lon - lon[0] + 180.0) % 360.0
    kept = np.ones(len(shore), bool)
    if part == "central":
        along = lat if np.ptp(lat) > np.ptp(turned) else turned
        low, high = np.quantile(along, (0.25, 0.75))
        central: Floats = shore[(along >= low) & (along <= high)]
        return central
    if part.startswith(("north", "south")):
        kept &= lat >= np.median(lat) if part.startswith("north") else lat <= np.median(lat)
    if part.endswith(("eastern", "western")):
        kept &= turned >= np.median(turned) if part.endswith("eastern") else turned <= np.median(turned)
    return shore[kept]


@lru_cache(maxsize=256)
def country_coast(code: str) -> Floats:
    """Points (lon, lat) along the coast of a country's main land (ISO 3166-1 alpha-3), one in about 25 km.

    Far islands are left out unless they are a twentieth of its land: no route "from Ecuador" begins at the Galapagos.
    """
    lons, lats, owners = _coast()
    codes = owner_codes()[0]
    own = np.flatnonzero(owners == int(np.flatnonzero(codes == code)[0])) if code in codes else np.zeros(0, int)
    land = main_land(code)
    if land is not None:
        own = own[shapely.contains_xy(land, lons[own], lats[own])]
    points = np.column_stack((lons[own], lats[own]))
    points = points[_thinned(points)]
    if not len(points):
        return points
    inhabited = _harbours().query(on_sphere(points[:, 0], points[:, 1]))[0] <= _HARBOUR_REACH_M / EARTH_RADIUS_M
    return points[inhabited] if inhabited.any() else points


@cache
def _harbours() -> Any:
    """A tree of all harbours and towns: nobody sets out from a coast without either."""
    from scipy.spatial import cKDTree

    names = gazetteer()
    kinds = names.lists["kinds"]
    kept = np.isin(names.columns["kind"], [kinds.index(kind) for kind in _HARBOURS if kind in kinds])
    lon, lat = (np.asarray(names.columns[axis], float)[kept] for axis in ("lon", "lat"))
    return cKDTree(on_sphere(lon, lat))


@lru_cache(maxsize=256)
def main_land(code: str) -> BaseGeometry | None:
    """The land that a country's name means, a little widened: without small and overseas parts; None where unknown."""
    if code not in countries():
        return None
    parts = shapely.get_parts(countries()[code].geometry)
    areas = shapely.area(parts)
    meant = (areas >= _HEARTLAND * areas.sum()) & (shapely.distance(parts, parts[areas.argmax()]) < _OVERSEAS_DEG)
    land = shapely.union_all(shapely.buffer(shapely.simplify(parts[meant], 0.02), _NEAR_COAST_DEG))
    shapely.prepare(land)
    return land


@cache
def _coast() -> tuple[Floats, Floats, NDArray[np.int64]]:
    points, owners = coast_points()
    lats = np.degrees(np.arcsin(np.clip(points[:, 2], -1.0, 1.0)))
    return np.degrees(np.arctan2(points[:, 1], points[:, 0])), lats, owners


def _thinned(points: Floats) -> NDArray[np.int64]:
    """The numbers of points, one for each cell of a quarter of a degree."""
    if not len(points):
        return np.zeros(0, np.int64)
    cells = np.floor(points / _THIN_DEG).astype(np.int64)
    return np.sort(np.unique(cells, axis=0, return_index=True)[1])
