"""Distances, bearings and shapes on the WGS 84 ellipsoid; polygons and lines are cut at the antimeridian.

Everything takes longitude before latitude, degrees, and metres. Shapes follow RFC 7946: longitudes lie within
−180 … 180, what crosses the antimeridian comes in parts, outer rings run counter-clockwise, and a shape that holds
a pole reaches along it.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray
from pyproj import Geod
from shapely import affinity
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Polygon, box
from shapely.geometry.base import BaseGeometry

GEOD = Geod(ellps="WGS84")
M_PER_NMI = 1852.0
EARTH_RADIUS_M = 6_371_008.8
"""Mean radius, for the sphere of :func:`haversine_m`."""
FARTHEST_M = 20_003_931.0
"""The farthest that two points of the earth can be apart: half a meridian."""
_QUARTER_M = FARTHEST_M / 2
_ARC_POINTS = 72
_LINE_STEP_M = 50_000.0
_WORLD = box(-180, -90, 180, 90)


def distance_m(lon: float, lat: float, other_lon: float, other_lat: float) -> float:
    """Geodesic distance between two points."""
    return float(GEOD.inv(lon, lat, other_lon, other_lat)[2])


def bearing_deg(lon: float, lat: float, other_lon: float, other_lat: float) -> float:
    """Initial bearing of the geodesic from the first point to the other, 0 (north) to 360 clockwise."""
    return float(GEOD.inv(lon, lat, other_lon, other_lat)[0]) % 360.0


def destination(lon: float, lat: float, bearing_deg: float, distance_m: float) -> tuple[float, float]:
    """The point (lon, lat) reached from a point along a bearing."""
    end_lon, end_lat, _ = GEOD.fwd(lon, lat, bearing_deg, distance_m)
    return float(end_lon), float(end_lat)


def midpoint(lon: float, lat: float, other_lon: float, other_lat: float) -> tuple[float, float]:
    """The point (lon, lat) halfway along the geodesic."""
    bearing, _, distance = GEOD.inv(lon, lat, other_lon, other_lat)
    return destination(lon, lat, bearing, distance / 2)


def haversine_m(lon: ArrayLike, lat: ArrayLike, other_lon: ArrayLike, other_lat: ArrayLike) -> NDArray[np.float64]:
    """Distances on the sphere for many points at once; within 0.6 % of the geodesic ones."""
    lon_a, lat_a = np.radians(np.asarray(lon, float)), np.radians(np.asarray(lat, float))
    lon_b, lat_b = np.radians(np.asarray(other_lon, float)), np.radians(np.asarray(other_lat, float))
    half = np.sin((lat_b - lat_a) / 2) ** 2 + np.cos(lat_a) * np.cos(lat_b) * np.sin((lon_b - lon_a) / 2) ** 2
    metres: NDArray[np.float64] = 2 * EARTH_RADIUS_M * np.arcsin(np.sqrt(np.clip(half, 0.0, 1.0)))
    return metres


def circle(lon: float, lat: float, radius_m: float) -> Polygon | MultiPolygon:
    """The disc about a point."""
    if radius_m >= FARTHEST_M:
        return _WORLD
    if radius_m > _QUARTER_M:
        antipode = (lon + 360.0) % 360.0 - 180.0
        return _polygonal(_WORLD.difference(circle(antipode, -lat, FARTHEST_M - radius_m)))
    lons, lats = _arc(lon, lat, radius_m, 0.0, 360.0)
    return _closed(lons[:-1], lats[:-1], lat)


def ring(lon: float, lat: float, inner_m: float, outer_m: float) -> Polygon | MultiPolygon:
    """What lies between two distances from a point."""
    outer = circle(lon, lat, outer_m)
    return outer if inner_m <= 0 else _polygonal(outer.difference(circle(lon, lat, inner_m)))


def sector(
    lon: float, lat: float, inner_m: float, outer_m: float, from_deg: float, to_deg: float
) -> Polygon | MultiPolygon:
    """What lies between two distances and two bearings (clockwise from the first to the second) of a point."""
    width = (to_deg - from_deg) % 360.0 or 360.0
    if width >= 360.0:
        return ring(lon, lat, inner_m, outer_m)
    outer_m = min(outer_m, _QUARTER_M)
    lons, lats = _arc(lon, lat, outer_m, from_deg, width)
    if inner_m > 0:
        inner_lons, inner_lats = _arc(lon, lat, inner_m, from_deg, width)
        back = (inner_lons[::-1], inner_lats[::-1])
    else:
        back = (np.array([lon]), np.array([lat]))
    return _closed(np.concatenate((lons, back[0])), np.concatenate((lats, back[1])), lat)


def geodesic_line(
    start: tuple[float, float], end: tuple[float, float], step_m: float = _LINE_STEP_M
) -> LineString | MultiLineString:
    """The shortest line between two points (lon, lat), with a point at least every ``step_m``."""
    between = max(0, int(distance_m(*start, *end) // step_m))
    points = GEOD.npts(*start, *end, between) if between else []
    return cut_line(np.array([start, *points, end]))


def cut_line(points: NDArray[Any]) -> LineString | MultiLineString:
    """A line through points (lon, lat), cut where it crosses the antimeridian."""
    lons = np.unwrap(points[:, 0], period=360.0)
    if lons.min() >= -180.0 and lons.max() <= 180.0:
        return LineString(points)
    turns = np.floor((lons + 180.0) / 360.0)
    runs: list[list[tuple[float, float]]] = [[_home(lons[0], points[0, 1], turns[0])]]
    for at in range(1, len(points)):
        lon, lat, turn = lons[at], points[at, 1], turns[at]
        if turn != turns[at - 1]:
            edge = 360.0 * max(turn, turns[at - 1]) - 180.0
            share = (edge - lons[at - 1]) / (lon - lons[at - 1])
            edge_lat = points[at - 1, 1] + share * (lat - points[at - 1, 1])
            runs[-1].append(_home(edge, edge_lat, turns[at - 1]))
            runs.append([_home(edge, edge_lat, turn)])
        runs[-1].append(_home(lon, lat, turn))
    lines = [LineString(run) for run in runs if len(set(run)) > 1]
    return lines[0] if len(lines) == 1 else MultiLineString(lines)


def _home(lon: float, lat: float, turn: float) -> tuple[float, float]:
    """A point whose longitude counts on over ±180 in the world's own, seen from the given turn about the earth."""
    return float(lon - 360.0 * turn), float(lat)


def cut_polygon(geometry: BaseGeometry) -> Polygon | MultiPolygon:
    """A polygon whose longitudes may run beyond ±180, cut at the antimeridian into the world's own."""
    return _polygonal(shapely.union_all(_in_world(geometry)))


def _arc(
    lon: float, lat: float, radius_m: float, from_deg: float, width_deg: float
) -> tuple[NDArray[Any], NDArray[Any]]:
    count = max(3, round(_ARC_POINTS * width_deg / 360.0) + 1)
    bearings = from_deg + np.linspace(0.0, width_deg, count)
    lons, lats, _ = GEOD.fwd(np.full(count, lon), np.full(count, lat), bearings, np.full(count, radius_m))
    return np.asarray(lons), np.asarray(lats)


def _closed(lons: NDArray[Any], lats: NDArray[Any], centre_lat: float) -> Polygon | MultiPolygon:
    """A polygon of a ring about a point; a ring that winds about a pole is led along that pole."""
    if lons.max() - lons.min() < 180.0:
        return shapely.orient_polygons(Polygon(np.column_stack((lons, lats))))
    around = np.unwrap(np.append(lons, lons[0]), period=360.0)
    if abs(around[-1] - around[0]) > 180.0:
        pole = np.copysign(90.0, centre_lat)
        around = np.concatenate((around, [around[-1], around[0]]))
        lats = np.concatenate((lats, lats[:1], [pole, pole]))
    else:
        around = around[:-1]
        if around.min() >= -180.0 and around.max() <= 180.0:
            return shapely.orient_polygons(Polygon(np.column_stack((around, lats))))
    return cut_polygon(shapely.make_valid(Polygon(np.column_stack((around, lats)))))


def _in_world(geometry: BaseGeometry) -> list[Any]:
    """The parts of a geometry in the world, the western and the eastern copy of it brought home."""
    parts: list[Any] = []
    if geometry.is_empty:
        return parts
    west, _, east, _ = geometry.bounds
    for turn in range(int(np.floor((west + 180) / 360)), int(np.floor((east + 180) / 360)) + 1):
        piece = geometry.intersection(box(360 * turn - 180, -90, 360 * turn + 180, 90))
        parts.extend(shapely.get_parts(_moved(piece, -360.0 * turn)))
    return parts


def _moved(geometry: BaseGeometry, by_deg: float) -> BaseGeometry:
    return affinity.translate(geometry, by_deg) if by_deg else geometry


def _polygonal(geometry: BaseGeometry) -> Polygon | MultiPolygon:
    parts = [part for part in shapely.get_parts(geometry) if part.geom_type == "Polygon" and not part.is_empty]
    whole = parts[0] if len(parts) == 1 else MultiPolygon(parts)
    return shapely.orient_polygons(whole)
