"""Where in a large area an event most likely is, when words name only the area: its usual point and its reach.

For a country or first-level region the point is where its anchorages, ports, capes and islands stand densest; for a
sea it is where much of its water and many such names lie within a day's work. The reach is the distance from the
point that holds 90 % of the water (of a sea) or of the names (of a country). Points of plain seas, countries and
regions are derived ahead (``data/usual_points.npz``); parts of seas are worked out when first asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo.gazetteer import gazetteer
from geo.geodesy import haversine_m
from geo.seas import PARTS, outline
from geo.shapes import load_arrays

COUNTRY_KERNEL_M = 60_000.0
SEA_KERNEL_M = 150_000.0
WATER_KERNEL_M = 110_000.0
NAMES_SHARE = 0.3
"""Weight of the names against the water in a sea: gains were flat from 0.2 to 0.4."""
_OCEAN_DEG2 = 1_500.0
"""From this area on, in square degrees, a sea is an ocean: its names crowd in some far corner and are left out."""
_GRID = 40
_KINDS = [
    "anchorage", "port_area", "terminal", "island", "cape", "archipelago", "strait", "bay", "river_mouth", "light",
    "oil_field", "channel", "peninsula", "reef_bank", "canal",
]  # fmt: skip
_WEIGHTS = {"world_port_index": 0.2, "geonames_ports": 0.05}
_LARGEST_NAME_M = 120_000.0
"""Names of whole groups of islands say little about where in a country its harbours are."""
_LEAST_REACH_M = 20_000.0
_UNNAMED_WEIGHT = 1e-6


@dataclass(frozen=True, slots=True)
class UsualPoint:
    """A point (degrees, WGS 84) of an area and the distance in metres from it that holds nine tenths of the area."""

    lon: float
    lat: float
    reach_m: float


@lru_cache(maxsize=4096)
def usual_point(area_id: str) -> UsualPoint | None:
    """The usual point of an outline's id (:func:`geo.seas.outline`); None where no such area is known."""
    derived = _derived().get(area_id)
    return derived if derived is not None else work_out(area_id)


def work_out(area_id: str) -> UsualPoint | None:
    """Work the usual point out anew."""
    whole, _, part = area_id.rpartition(".")
    if part in PARTS and whole.startswith(("country.", "region.")):
        return _of_land(whole, part)
    kind, _, rest = area_id.partition(".")
    if kind in ("country", "region") and area_id.count(".") == (1 if kind == "country" else 2):
        return _of_land(area_id)
    if kind in ("coast", "waters_off", "international_waters_off"):
        shore = usual_point(rest if rest.startswith("region.") else f"country.{rest}")
        return _of_water(area_id, shore)
    return _of_water(area_id, None)


@cache
def _derived() -> dict[str, UsualPoint]:
    path = Path(str(files("geo") / "data" / "usual_points.npz"))
    if not path.exists():
        return {}
    columns = load_arrays(path)
    rows = zip(columns["id"].tolist(), columns["point"].tolist(), strict=True)
    return {area: UsualPoint(*point) for area, point in rows}


@cache
def _names() -> tuple[NDArray[Any], NDArray[Any], NDArray[Any], NDArray[Any], NDArray[Any]]:
    """All names of shores and harbours: lon, lat, weight, numbers of their countries and regions in the lists."""
    columns, lists = gazetteer().columns, gazetteer().lists
    kind, source = np.array(lists["kinds"])[columns["kind"]], np.array(lists["sources"])[columns["source"]]
    weight = np.where((source == "sea_names") & np.isin(kind, _KINDS), 1.0, 0.0)
    for name, share in _WEIGHTS.items():
        weight[source == name] = share
    weight += np.where(kind == "town", _UNNAMED_WEIGHT * np.sqrt(columns["population"] + 1.0), 0.0)
    used = (weight > 0) & (columns["radius_m"] <= _LARGEST_NAME_M)
    lon, lat = columns["lon"][used].astype(float), columns["lat"][used].astype(float)
    return lon, lat, weight[used], columns["country"][used], columns["admin1"][used]


def _of_land(area_id: str, part: str = "") -> UsualPoint | None:
    lon, lat, weight, country, region = _names()
    lists = gazetteer().lists
    if area_id.startswith("region."):
        numbers = [number for number, area in enumerate(lists["admin1s"]) if area == area_id]
        mine = np.isin(region, numbers)
    else:
        entry = next((each for each in gazetteer().lookup(area_id[8:]) if each.region_id == area_id), None)
        code = entry.country if entry is not None else ""
        numbers = [number for number, codes in enumerate(lists["countries"]) if code in codes.split(";")]
        mine = np.isin(country, numbers) if code else np.zeros(len(lon), bool)
    if not mine.any():
        whole = outline(area_id)
        return None if whole is None else _of_shape(whole.geometry)
    lon, lat, weight = lon[mine], lat[mine], weight[mine]
    if part:
        kept = _in_part(lon, lat, weight, part)
        lon, lat, weight = lon[kept], lat[kept], weight[kept]
    if len(lon) > 4000:
        best = np.argsort(-weight)[:4000]
        lon, lat, weight = lon[best], lat[best], weight[best]
    at = int(_density(lon, lat, weight, lon, lat, COUNTRY_KERNEL_M).argmax())
    apart = haversine_m(lon[at], lat[at], lon, lat)
    return UsualPoint(float(lon[at]), float(lat[at]), max(_LEAST_REACH_M, _quantile(apart, weight, 0.9)))


def _in_part(lon: NDArray[Any], lat: NDArray[Any], weight: NDArray[Any], part: str) -> NDArray[np.bool_]:
    """The names in a part of a country: a half of them, or of each half where the part is a corner."""
    turned = (lon - lon[weight.argmax()] + 180.0) % 360.0
    kept = np.ones(len(lon), bool)
    if part.startswith(("north", "south")):
        middle = _quantile(lat, weight, 0.5)
        kept &= lat >= middle if part.startswith("north") else lat <= middle
    if part.endswith(("eastern", "western")):
        middle = _quantile(turned, weight, 0.5)
        kept &= turned >= middle if part.endswith("eastern") else turned <= middle
    return kept


def _of_shape(geometry: Any) -> UsualPoint:
    point = shapely.point_on_surface(geometry)
    corners = shapely.get_coordinates(shapely.simplify(geometry, 0.05))
    apart = haversine_m(point.x, point.y, corners[:, 0], corners[:, 1])
    return UsualPoint(float(point.x), float(point.y), max(_LEAST_REACH_M, float(np.quantile(apart, 0.9))))


def _of_water(area_id: str, anchor: UsualPoint | None) -> UsualPoint | None:
    """The point of a sea; with an ``anchor`` (of a country's coast) the water near it weighs more."""
    water = outline(area_id)
    if water is None or water.geometry.is_empty:
        return None
    lon, lat = _grid(water.geometry)
    return _best_of(water.geometry, lon, lat, anchor) if len(lon) else _of_shape(water.geometry)


def usual_point_of(water: BaseGeometry) -> UsualPoint:
    """The usual point of any stretch of water (lon, lat)."""
    lon, lat = _grid(water)
    return _best_of(water, lon, lat, None) if len(lon) else _of_shape(water)


def _best_of(geometry: Any, lon: NDArray[Any], lat: NDArray[Any], anchor: UsualPoint | None) -> UsualPoint:
    """The best of some points of a sea: amid much of its water, and near names."""
    area = np.cos(np.radians(lat))
    filled = _density(lon, lat, area, lon, lat, WATER_KERNEL_M)
    score = filled / filled.max()
    if anchor is not None:
        score = np.exp(-haversine_m(anchor.lon, anchor.lat, lon, lat) / 1e6) * np.sqrt(score)
    names_lon, names_lat, weight, _, _ = _names()
    west, south, east, north = geometry.bounds
    shore = (weight >= 1.0) & (names_lon > west - 1) & (names_lon < east + 1)
    shore &= (names_lat > south - 1) & (names_lat < north + 1)
    names_lon, names_lat, weight = names_lon[shore], names_lat[shore], weight[shore]
    inside = shapely.distance(geometry, shapely.points(names_lon, names_lat)) < 0.2
    if inside.any() and geometry.area < _OCEAN_DEG2:
        near = _density(names_lon[inside], names_lat[inside], weight[inside], lon, lat, SEA_KERNEL_M)
        if near.max() > 0:
            score = score + NAMES_SHARE * near / near.max()
    at = int(score.argmax())
    reach = _quantile(haversine_m(lon[at], lat[at], lon, lat), area, 0.9)
    return UsualPoint(float(lon[at]), float(lat[at]), max(_LEAST_REACH_M, reach))


def _grid(geometry: Any) -> tuple[NDArray[Any], NDArray[Any]]:
    west, south, east, north = geometry.bounds
    lons, lats = np.meshgrid(
        np.linspace(west, east, _GRID, endpoint=False), np.linspace(south, north, _GRID, endpoint=False)
    )
    lons, lats = lons + (east - west) / _GRID / 2, lats + (north - south) / _GRID / 2
    inside = shapely.contains_xy(geometry, lons, lats)
    return lons[inside], lats[inside]


def _density(
    lon: NDArray[Any],
    lat: NDArray[Any],
    weight: NDArray[Any],
    at_lon: NDArray[Any],
    at_lat: NDArray[Any],
    kernel_m: float,
) -> NDArray[Any]:
    """Weights near each point, with a bell of ``kernel_m`` (one standard deviation)."""
    found = np.empty(len(at_lon))
    for start in range(0, len(at_lon), 256):
        part = slice(start, start + 256)
        apart = haversine_m(at_lon[part, None], at_lat[part, None], lon[None], lat[None])
        found[part] = (weight[None] * np.exp(-((apart / kernel_m) ** 2) / 2)).sum(axis=1)
    return found


def _quantile(values: NDArray[Any], weights: NDArray[Any], share: float) -> float:
    order = np.argsort(values)
    reached = np.cumsum(weights[order])
    return float(values[order][min(len(values) - 1, int(np.searchsorted(reached, share * reached[-1])))])
