"""Waters off each country: within 200 nmi, up to the middle to its neighbours, and beyond their 12 nmi."""

from __future__ import annotations

import itertools
from functools import cache
from typing import Any

import contourpy
import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.spatial import cKDTree
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from geo import shapes
from geo.derive.countries import countries
from geo.derive.land import land, on_sphere, owners
from geo.derive.packages import DATA, as_array
from geo.derive.seas import inland
from geo.geodesy import EARTH_RADIUS_M, M_PER_NMI, cut_polygon

STEP_DEG = 0.1
REACH_M = 200 * M_PER_NMI
TERRITORIAL_M = 12 * M_PER_NMI
SIMPLIFY_DEG = 0.02
_MARGIN_M = 30_000.0


@cache
def _coast() -> tuple[NDArray[Any], NDArray[Any]]:
    """Points along the coasts (unit vectors) at most 4 km apart, and the numbers of their countries."""
    rings = shapely.get_rings(land())
    lines = [shapely.get_coordinates(ring) for ring in rings]
    owned = np.split(owners(), np.cumsum([len(line) for line in lines])[:-1])
    points, numbers = [], []
    for line, number in zip(lines, owned, strict=True):
        dense = shapely.get_coordinates(shapely.segmentize(shapely.linestrings(line), 0.04))
        _, nearest = cKDTree(line).query(dense)
        points.append(dense)
        numbers.append(number[nearest])
    return on_sphere(np.concatenate(points)), np.concatenate(numbers)


def _windows(points: NDArray[Any]) -> list[tuple[NDArray[Any], NDArray[Any]]]:
    """Grids (lons, lats) that hold all within reach of a coast; longitudes may run beyond 180."""
    lats = np.degrees(np.arcsin(points[:, 2]))
    lons = np.sort(np.degrees(np.arctan2(points[:, 1], points[:, 0])))
    reach = np.degrees((REACH_M + _MARGIN_M) / EARTH_RADIUS_M)
    south, north = max(-90.0, lats.min() - reach), min(90.0, lats.max() + reach)
    wide = min(180.0, reach / max(0.02, float(np.cos(np.radians(min(89.0, max(abs(south), abs(north))))))))
    gaps = np.diff(np.append(lons, lons[0] + 360))
    cuts = np.flatnonzero(gaps > 2 * wide + 1)
    if not len(cuts):
        return [(np.arange(-180.0, 180.0 + STEP_DEG, STEP_DEG), np.arange(south, north + STEP_DEG, STEP_DEG))]
    windows = []
    for at, cut in enumerate(cuts):
        west = lons[(cut + 1) % len(lons)] - wide
        east = lons[cuts[(at + 1) % len(cuts)]] + wide
        east += 360.0 if east < west else 0.0
        windows.append((np.arange(west, east + STEP_DEG, STEP_DEG), np.arange(south, north + STEP_DEG, STEP_DEG)))
    return windows


def _bands(number: int) -> tuple[BaseGeometry, BaseGeometry]:
    """A country's waters, and those of them beyond 12 nmi of any coast."""
    points, numbers = _coast()
    mine = numbers == number
    if not mine.any():
        return MultiPolygon(), MultiPolygon()
    own, others = cKDTree(points[mine]), cKDTree(points[~mine])
    waters: list[BaseGeometry] = []
    international: list[BaseGeometry] = []
    for lons, lats in _windows(points[mine]):
        grid = np.array([(lon, lat) for lat in lats for lon in lons])
        spots = on_sphere(grid)
        mine_m = _metres(own.query(spots, distance_upper_bound=0.08)[0]).reshape(len(lats), len(lons))
        others_m = _metres(others.query(spots, distance_upper_bound=0.08)[0]).reshape(len(lats), len(lons))
        inside = np.maximum(mine_m - others_m, mine_m - REACH_M)
        beyond = np.maximum(inside, TERRITORIAL_M - np.minimum(mine_m, others_m))
        waters.extend(_filled(lons, lats, inside))
        international.extend(_filled(lons, lats, beyond))
    return _water(waters), _water(international)


def _metres(chords: NDArray[Any]) -> NDArray[Any]:
    metres: NDArray[Any] = 2 * EARTH_RADIUS_M * np.arcsin(np.clip(chords / 2, 0, 0.05))
    return metres


def _filled(lons: NDArray[Any], lats: NDArray[Any], level: NDArray[Any]) -> list[BaseGeometry]:
    """The polygons where a level lies below zero."""
    contours = contourpy.contour_generator(lons, lats, level, fill_type=contourpy.FillType.OuterOffset)
    found: list[BaseGeometry] = []
    for points, offsets in zip(*contours.filled(-1e9, 0.0), strict=True):
        rings = [points[start:end] for start, end in itertools.pairwise(offsets)]
        found.append(Polygon(rings[0], rings[1:]))
    return found


def _water(parts: list[BaseGeometry]) -> BaseGeometry:
    whole = cut_polygon(shapely.union_all(shapely.make_valid(as_array(parts))))
    solid = inland()
    near = shapely.STRtree(solid).query(whole, predicate="intersects")
    wet = whole.difference(shapely.union_all(solid[near])) if len(near) else whole
    simple = shapely.make_valid(shapely.simplify(wet, SIMPLIFY_DEG))
    return MultiPolygon(
        [part for part in shapely.get_parts(simple) if part.geom_type == "Polygon" and part.area > 1e-4]
    )


def write() -> None:
    """Write both bands of all countries with a coast."""
    bands = [(country.alpha3, *_bands(number)) for number, country in enumerate(countries())]
    bands = [band for band in bands if not band[1].is_empty]
    codes = np.array([band[0] for band in bands])
    shapes.save(DATA / "waters_off.npz", as_array([band[1] for band in bands]), 1e-3, alpha3=codes)
    shapes.save(DATA / "international_waters_off.npz", as_array([band[2] for band in bands]), 1e-3, alpha3=codes)
