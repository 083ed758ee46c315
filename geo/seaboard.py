"""Seaboards: the coast of a country or a region of the world, and the part of it that faces a way over the sea.

A route "from Ecuador" begins somewhere on Ecuador's coast, and most likely where the way is not much longer than from
the nearest point: that stretch is what faces the way. Its middle is where a line may begin, and the radius that holds
nine tenths of it is how sure that is.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo.coast import coast_points, nearest_country, owner_codes
from geo.geodesy import circle, haversine_m
from geo.net import Floats, net
from geo.place import Place
from geo.seas import PARTS, countries, outline
from geo.world_regions import WORLD_REGIONS

FACING_FACTOR = 1.5
"""A coast faces a way where it is at most so many times as long as from the coast's nearest point."""
FACING_SLACK_M = 100_000.0
"""How much longer it may be at any rate."""
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


def facing(nodes: NDArray[np.int64], costs: Floats, factor: float = FACING_FACTOR) -> Front | None:
    """Of some nodes of the sea's net those that are cheap to reach, as one front; None where none can be reached.

    ``costs``: metres of way by sea to every node of the net.
    """
    reach = costs[nodes]
    if not np.isfinite(reach).any():
        return None
    most = max(float(reach.min()) * factor, float(reach.min()) + FACING_SLACK_M)
    near = nodes[reach <= most]
    if len(near) > _MOST_WEIGHED:
        near = near[:: len(near) // _MOST_WEIGHED + 1]
    lon, lat = net().points[near].T
    apart = haversine_m(lon[:, None], lat[:, None], lon[None], lat[None])
    weight = 1.0 - (costs[near] - reach.min()) / (most - reach.min() + 1.0)
    middle = int(np.argmin((apart * weight[None]).sum(axis=1)))
    return Front(float(lon[middle]), float(lat[middle]), max(_LEAST_RADIUS_M, float(np.quantile(apart[middle], 0.9))))


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
    return points[_thinned(points)]


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
