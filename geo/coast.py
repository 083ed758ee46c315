"""Questions about the coast: how far it is, whose it is, whether a point lies on land, and what is water."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray
from shapely.geometry import LineString, MultiPolygon
from shapely.geometry.base import BaseGeometry

from geo import shapes
from geo.geodesy import EARTH_RADIUS_M, GEOD, cut_polygon

_DEGREE_M = 111_195.0
_CHUNK = 40
_LARGEST_STEP_DEG = 0.5
_LONGEST_PIECE_M = 3_000.0
_CANDIDATES = 4
_TILE_DEG = 3
_POLYGON = 3

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Shore:
    """For each of some points the nearest coast: its distance, its point (lon, lat) and the country it is of.

    ``owners`` are rows of :func:`owner_codes`. A point on land has the distance to the coast too.
    """

    distance_m: Floats
    lon: Floats
    lat: Floats
    owners: NDArray[np.int64]


def distance_to_coast_m(lon: ArrayLike, lat: ArrayLike) -> Floats:
    """Geodesic distance of points from the nearest coast, at sea and on land alike."""
    return nearest_shore(lon, lat).distance_m


def nearest_country(lon: float, lat: float) -> str:
    """ISO 3166-1 alpha-3 of the country or territory of the nearest coast."""
    return str(owner_codes()[0][nearest_shore(lon, lat).owners[0]])


def nearest_shore(lon: ArrayLike, lat: ArrayLike, *, islets: bool = True) -> Shore:
    """The nearest coast of each point; without ``islets`` the mainland's and the larger islands' alone."""
    lons, lats = np.atleast_1d(np.asarray(lon, float)), np.atleast_1d(np.asarray(lat, float))
    pieces = _pieces(islets)
    spots = on_sphere(lons, lats)
    _, nearest = pieces.tree.query(spots, k=_CANDIDATES)
    starts = pieces.points[nearest]
    along = pieces.ends[nearest] - starts
    length = np.maximum((along**2).sum(-1), 1e-18)
    share = np.clip(((spots[:, None, :] - starts) * along).sum(-1) / length, 0.0, 1.0)
    feet = starts + share[..., None] * along
    best = ((feet - spots[:, None, :]) ** 2).sum(-1).argmin(1)
    rows = np.arange(len(lons))
    foot = feet[rows, best]
    foot_lon = np.degrees(np.arctan2(foot[:, 1], foot[:, 0]))
    foot_lat = np.degrees(np.arctan2(foot[:, 2], np.hypot(foot[:, 0], foot[:, 1])))
    distance = np.asarray(GEOD.inv(lons, lats, foot_lon, foot_lat)[2], float)
    return Shore(distance, foot_lon, foot_lat, pieces.owners[nearest[rows, best]])


def on_land(lon: ArrayLike, lat: ArrayLike, tolerance_m: float = 0.0) -> NDArray[np.bool_]:
    """Whether points lie on land (1:10 million) and farther than the tolerance from its coast."""
    lons, lats = np.atleast_1d(np.asarray(lon, float)), np.atleast_1d(np.asarray(lat, float))
    inside = np.zeros(len(lons), bool)
    inside[holding(land_tree(), lons, lats)[0]] = True
    if tolerance_m > 0 and inside.any():
        inside[inside] = distance_to_coast_m(lons[inside], lats[inside]) > tolerance_m
    return inside


def holding(tree: shapely.STRtree, lons: Floats, lats: Floats) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Which points lie in which prepared polygons of a tree: numbers of points, and of polygons.

    The tree's own predicate would prepare the points instead, and take a hundred times as long.
    """
    point, polygon = tree.query(shapely.points(lons, lats))
    kept = np.zeros(len(point), bool)
    for number in np.unique(polygon):
        rows = np.flatnonzero(polygon == number)
        kept[rows] = shapely.intersects_xy(tree.geometries[number], lons[point[rows]], lats[point[rows]])
    return point[kept], polygon[kept]


def land_polygons() -> NDArray[Any]:
    """The polygons of the land (1:10 million), each island one, and lakes part of it."""
    polygons: NDArray[Any] = _land()[0]
    return polygons


@cache
def owner_codes() -> tuple[NDArray[Any], NDArray[Any]]:
    """ISO 3166-1 alpha-3 of the owners of coasts, and of their sovereigns."""
    _, about = _land()
    return about["alpha3"], about["sovereigns"]


def coast_points() -> tuple[Floats, NDArray[np.int64]]:
    """Points along all coasts, at most 3 km apart (unit vectors), and the rows of :func:`owner_codes` they are of."""
    pieces = _pieces(True)
    return pieces.points, pieces.owners


def on_sphere(lon: Floats, lat: Floats) -> Floats:
    """Points as unit vectors."""
    lons, lats = np.radians(lon), np.radians(lat)
    return np.column_stack((np.cos(lats) * np.cos(lons), np.cos(lats) * np.sin(lons), np.sin(lats)))


@dataclass(frozen=True, slots=True)
class _Pieces:
    """The coast as pieces of at most 3 km, from ``points`` to ``ends`` (unit vectors), with a tree of the points."""

    tree: Any
    points: Floats
    ends: Floats
    owners: NDArray[np.int64]


@cache
def _pieces(islets: bool) -> _Pieces:
    from scipy.spatial import cKDTree

    polygons, about = _land()
    rings, at = shapely.get_coordinates(shapely.get_rings(polygons), return_index=True)
    owners = np.repeat(about["run_owners"].astype(int), np.diff(about["run_ends"].astype(int), prepend=0))
    points = on_sphere(rings[:, 0], rings[:, 1])
    same_ring = at[1:] == at[:-1]
    starts, ends, owned = points[:-1][same_ring], points[1:][same_ring], owners[:-1][same_ring]
    # The edges that close Antarctica along the pole and the antimeridian are no coast.
    drawn = rings[:-1][same_ring], rings[1:][same_ring]
    coast = islets | ~np.repeat(about["islet"], shapely.get_num_coordinates(polygons))[:-1][same_ring]
    coast &= ~((np.abs(drawn[0][:, 0]) > 179.999) & (np.abs(drawn[1][:, 0]) > 179.999)) & (drawn[0][:, 1] > -89.9)
    starts, ends, owned = starts[coast], ends[coast], owned[coast]
    metres = np.linalg.norm(ends - starts, axis=1) * EARTH_RADIUS_M
    counts = np.maximum(1, np.ceil(metres / _LONGEST_PIECE_M).astype(int))
    row = np.repeat(np.arange(len(starts)), counts)
    step = np.arange(len(row)) - np.repeat(np.cumsum(counts) - counts, counts)
    along = (ends - starts)[row] / counts[row][:, None]
    first = starts[row] + along * step[:, None]
    middle = first + along / 2
    return _Pieces(cKDTree(middle, balanced_tree=False), first, first + along, owned[row])


def widened(geometry: BaseGeometry, distance_m: float) -> BaseGeometry:
    """A polygon with all that lies within a distance of it, cut at the antimeridian.

    Piece by piece, each in a plane of its own latitude: good to a few per cent of the distance up to 75° north or
    south, and to a tenth of it beyond.
    """
    belts: list[Any] = [geometry]
    for ring in shapely.get_rings(shapely.get_parts(shapely.simplify(geometry, min(0.02, distance_m / 2e6)))):
        points = shapely.get_coordinates(shapely.segmentize(ring, _LARGEST_STEP_DEG))
        for start in range(0, len(points) - 1, _CHUNK):
            belts.append(_belt(points[start : start + _CHUNK + 1], distance_m))
    # Simplified coasts of atolls may touch themselves, which a union of what is not valid does not survive.
    return cut_polygon(shapely.union_all(shapely.make_valid(np.array(belts, dtype=object))))


def _belt(points: NDArray[Any], distance_m: float) -> BaseGeometry:
    squeeze = max(0.02, float(np.cos(np.radians(points[:, 1].mean()))))
    belt = LineString(points * (squeeze, 1.0)).buffer(distance_m / _DEGREE_M, quad_segs=8)
    return shapely.transform(belt, lambda xy: np.column_stack((xy[:, 0] / squeeze, np.clip(xy[:, 1], -90, 90))))


def clipped_to_water(geometry: BaseGeometry) -> BaseGeometry:
    """What of a polygon is water, the water widened by 5 km over its shores."""
    west, south, east, north = geometry.bounds
    west, south, east, north = west - 0.01, south - 0.01, east + 0.01, north + 0.01
    tiles = [math.floor(edge / _TILE_DEG) for edge in (west, south, east, north)]
    inland = shapely.clip_by_rect(_inland_block(*tiles), west, south, east, north)
    return geometry if inland.is_empty else shapely.make_valid(geometry).difference(inland)


@lru_cache(maxsize=1024)
def _inland_block(west: int, south: int, east: int, north: int) -> BaseGeometry:
    """The land more than 5 km from water in some tiles: whole continents have too many corners to cut each time."""
    tree, solid = _inland()
    bounds = west * _TILE_DEG, south * _TILE_DEG, (east + 1) * _TILE_DEG, (north + 1) * _TILE_DEG
    near = tree.query(shapely.box(*bounds))
    pieces = shapely.get_parts(shapely.clip_by_rect(solid[near], *bounds))
    return MultiPolygon(list(pieces[shapely.get_type_id(pieces) == _POLYGON]))


@cache
def _inland() -> tuple[shapely.STRtree, NDArray[Any]]:
    solid, _ = _loaded("inland")
    shapely.prepare(solid)
    return shapely.STRtree(solid), solid


@cache
def _land() -> tuple[NDArray[Any], dict[str, NDArray[Any]]]:
    return _loaded("land")


@cache
def land_tree() -> shapely.STRtree:
    """A tree of the prepared polygons of the land, each island one."""
    tree = shapely.STRtree(_land()[0])
    shapely.prepare(tree.geometries)
    return tree


def _loaded(name: str) -> tuple[NDArray[Any], dict[str, NDArray[Any]]]:
    return shapes.load(Path(str(files("geo") / "data" / f"{name}.npz")))


def inland(lon: ArrayLike, lat: ArrayLike) -> NDArray[np.bool_]:
    """Whether points lie on land and more than 5 km from all water; fast for very many points."""
    lons, lats = np.atleast_1d(np.asarray(lon, float)), np.atleast_1d(np.asarray(lat, float))
    tree, solid = _inland()
    spots, rows = tree.query(shapely.points(lons, lats))
    found = np.zeros(len(lons), bool)
    for row in np.unique(rows):
        near = spots[rows == row]
        found[near] |= shapely.contains_xy(solid[row], lons[near], lats[near])
    return found
