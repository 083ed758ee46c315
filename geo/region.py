"""The region that holds the truth with 90 %: a named outline for seas and coasts, else a shape of its own.

A distance with a bearing gives a sector of a ring, a distance alone a ring, "off X" a disc; all three are clipped to
water that is widened by 5 km, for such words mean open water. Everything else is the circle about the point.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

import shapely
from shapely.geometry.base import BaseGeometry

from geo.calibration import ShapeLaw, calibration
from geo.coast import clipped_to_water
from geo.evidence import Hypothesis, extent_of, part_name
from geo.geodesy import circle, ring, sector
from geo.phrases import Relation
from geo.seas import outline
from geo.shore import offshore_m
from geo.sphere import sphere_bearing_deg, sphere_distance_m
from geo.usual import UsualPoint, usual_point_of

_CLIPPED_BEYOND_M = 5_000.0
_LONG = frozenset(["coast_region", "river", "traffic_lane", "archipelago"])
_WIDEST_M = 3_000_000.0
_FARTHEST_OFF_M = 370_400.0
"""How far out the waters off a country reach: 200 nautical miles."""
_PHRASE_BEARING_DEG = 34.0
"""Half the sector of a bare phrase: its point of the compass (22.5 degrees) and half as much for rounding."""
_MOST = 0.6
_STATES = frozenset(["country", "demonym"])
_AS_REPORTED = {
    "gulf_of_aden": "gulf_of_aden_wide",
    "malacca_strait": "straits_of_malacca_and_singapore",
    "singapore_strait": "singapore_strait_wide",
}
"""Seas that reports take for wider than the official outline, with the outline that holds what they mean."""


def region_id_of(hypothesis: Hypothesis, phrase: bool, high_seas: bool = False) -> str | None:
    """The named outline that answers a sea, a country's waters or a part of them; None for everything smaller.

    A report that only names a country, or says "off" it, may speak of a harbour up a river or of the high seas: there
    the circle holds it better than the waters do. A bare ``phrase`` means the waters.
    """
    entry, relation = hypothesis.entry, hypothesis.mention.relation
    if hypothesis.other is not None or (relation.distance_m is not None and relation.bearing_deg is not None):
        return None
    if entry.is_sea:
        if relation.distance_m is not None:
            return None
        part = "central" if relation.central else part_name(relation.part)
        return f"{entry.region_id}.{part}" if part else _AS_REPORTED.get(entry.region_id, entry.region_id)
    if entry.kind in _STATES and phrase:
        off_m = relation.distance_m or 0.0
        return _state_outline(entry.region_id, hypothesis, high_seas) if off_m <= _FARTHEST_OFF_M else None
    return None


def _state_outline(region_id: str, hypothesis: Hypothesis, high_seas: bool) -> str | None:
    relation = hypothesis.mention.relation
    code = region_id.removeprefix("country.")
    if relation.feature == "coast" and relation.kind not in ("off", "offset", "direction", "outside"):
        wanted = f"coast.{code}"
    elif high_seas or relation.international or relation.kind == "outside":
        wanted = f"international_waters_off.{code}"
    else:
        wanted = f"waters_off.{code}"
    return wanted if _has_outline(wanted) else region_id


@lru_cache(maxsize=1024)
def _has_outline(region_id: str) -> bool:
    found = outline(region_id)
    return found is not None and not found.geometry.is_empty


@lru_cache(maxsize=512)
def shared_water(region_id: str, sea_id: str) -> tuple[BaseGeometry, UsualPoint] | None:
    """What an outline and a sea share, with its usual point; None where it is nothing, or most of the outline."""
    one, other = outline(region_id), outline(sea_id)
    if one is None or other is None:
        return None
    shared = one.geometry.intersection(other.geometry)
    parts = [part for part in shapely.get_parts(shared) if part.geom_type == "Polygon"]
    if not parts:
        return None
    shared = shapely.multipolygons(parts)
    if not 0.01 * one.geometry.area < shared.area < _MOST * one.geometry.area:
        return None
    return shared, usual_point_of(shared)


def joined_region(places: Sequence[tuple[str | None, BaseGeometry | None, float, float, float]]) -> BaseGeometry:
    """The regions of several places ("Colombia and Ecuador") as one: outline, shape, or circle (lon, lat, radius)."""
    shapes: list[BaseGeometry] = []
    for region_id, region, lon, lat, radius_m in places:
        found = outline(region_id) if region_id is not None else None
        if found is not None:
            shapes.append(found.geometry)
        else:
            shapes.append(region if region is not None else circle(lon, lat, radius_m))
    return shapely.union_all(shapes)


def region_of(hypothesis: Hypothesis, kind: str, radius_m: float, phrase: bool) -> BaseGeometry | None:
    """The shape of an answer without a named outline; None means the circle about its point."""
    if kind == "offset":
        return _clipped(_offset_shape(hypothesis, calibration().sector, phrase))
    if kind == "distance" and not hypothesis.entry.region_id and hypothesis.entry.kind not in _LONG:
        return _clipped(_offset_shape(hypothesis, calibration().sector, phrase))
    if kind == "off" and hypothesis.mention.relation.kind in ("off", "outside", "direction"):
        return _clipped(circle(hypothesis.lon, hypothesis.lat, radius_m)) if radius_m < _WIDEST_M else None
    return None


def _offset_shape(hypothesis: Hypothesis, law: ShapeLaw, phrase: bool) -> BaseGeometry:
    """What lies about as far from the thing, and about in the direction, as the words say."""
    relation = hypothesis.mention.relation
    lon, lat, reach_m = extent_of(hypothesis.entry, relation.part, relation.central)
    distance_m = sphere_distance_m(lon, lat, hypothesis.lon, hypothesis.lat)
    give_m = law.plus_km * 1000.0 + law.share * distance_m + law.reach_share * reach_m
    if relation.distance_high_m is not None and relation.distance_m is not None:
        give_m += (relation.distance_high_m - relation.distance_m) / 2
    inner_m = 0.0 if relation.within else max(0.0, distance_m - give_m)
    outer_m = distance_m + give_m
    if relation.bearing_deg is None:
        return ring(lon, lat, inner_m, outer_m)
    half_deg = bearing_give_deg(relation, phrase)
    if inner_m <= 0:
        return circle(hypothesis.lon, hypothesis.lat, give_m)
    bearing = sphere_bearing_deg(lon, lat, hypothesis.lon, hypothesis.lat)
    return sector(lon, lat, inner_m, outer_m, bearing - half_deg, bearing + half_deg)


def bearing_give_deg(relation: Relation, phrase: bool) -> float:
    """How far to either side of its bearing an offset may lie, in degrees."""
    half_deg = _PHRASE_BEARING_DEG if phrase else calibration().sector.bearing_deg
    return half_deg * (0.75 if relation.bearing_half_deg < 12 else 1.0)


def _clipped(shape: BaseGeometry) -> BaseGeometry:
    """The shape clipped to water where it may reach inland; a quick look at its corners spares the rest."""
    corners = shapely.get_coordinates(shape)
    step = max(1, len(corners) // 16)
    middle = shape.centroid
    points = [*corners[::step].tolist(), [middle.x, middle.y]]
    if all(offshore_m(x, y) > -_CLIPPED_BEYOND_M / 2 for x, y in points):
        return shape
    clipped = clipped_to_water(shape)
    return shape if clipped.is_empty or math.isclose(clipped.area, 0.0) else clipped
