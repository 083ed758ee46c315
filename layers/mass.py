"""Probability mass: a place is spread over the cells of a grid, so that a vague record weighs little everywhere.

A stated position lies in one cell. A circle is a round normal distribution whose circle of ``radius_m`` holds 90 %; a
region, own or named, is even over its area. The shares of a place always sum to 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.geodesy import GEOD, circle
from geo.place import Place
from geo.positions import NINETY_PER_CENT_SIGMAS, Floats, positions_of
from layers.cells import Cells, areas_km2, cells_at, cells_in, centres, children, parents
from layers.region import Outlines

MEAN_CELL_KM2 = (4_357_449.0, 609_788.0, 86_802.0, 12_393.0, 1_770.0, 253.0, 36.1)
"""Mean area of a cell by its resolution, from H3's tables."""
_LEAST_CHILDREN = 60
"""A region of fewer fine cells than this is spread by positions in it."""
_VAST = 3_000
"""A region of more cells than this is told by their own centres: what its edge cuts off no longer matters."""
_DETAIL = 0.1
"""Of a region's outline that is kept, as a share of a fine cell's side: cells are told by their centres."""
KM_IN_DEGREE = 111.2
_WIDE = 8.0
"""A circle of fewer cells than this is spread by positions in it, a wider one by the centres of fine cells."""
_FINE_ENOUGH = 64.0
"""From so many cells on the centres of the cells themselves follow the distribution closely."""
_SIGMAS, _FARTHEST_M = 3.3, 19_000_000.0
"""How far the normal distribution is followed: all but 4 in 1,000 lie within, and they are shared among the rest."""
_SAMPLES_IN_CELL, _LEAST_SAMPLES, _MOST_SAMPLES = 48, 64, 400


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """The cells that a place reaches into, and its share in each."""

    cells: Cells
    shares: Floats


def spread(place: Place, outlines: Outlines, resolution: int) -> Spread:
    """A place over the cells of a resolution; kept, for many records share one."""
    if place.stated:
        return _of_point(place.lon, place.lat, resolution)
    if place.region is not None:
        return _of_own(place.region.wkb, resolution)
    if place.region_id is not None and (found := _of_named(place.region_id, outlines, resolution)) is not None:
        return found
    return _of_circle(place.lon, place.lat, place.radius_m, resolution)


@lru_cache(maxsize=20_000)
def _of_point(lon: float, lat: float, resolution: int) -> Spread:
    return _counted(cells_at(np.array([lon]), np.array([lat]), resolution))


@lru_cache(maxsize=4_000)
def _of_own(region: bytes, resolution: int) -> Spread:
    return _of_region(shapely.from_wkb(region), resolution)


@lru_cache(maxsize=1_000)
def _of_named(region_id: str, outlines: Outlines, resolution: int) -> Spread | None:
    found = outlines(region_id)
    return None if found is None else _of_region(found.geometry, resolution)


@lru_cache(maxsize=20_000)
def _of_circle(lon: float, lat: float, radius_m: float, resolution: int) -> Spread:
    across = np.pi * (radius_m / 1000) ** 2 / MEAN_CELL_KM2[resolution]
    if across > _WIDE:
        return _of_wide_circle(lon, lat, radius_m, resolution, resolution + (across < _FINE_ENOUGH))
    samples = int(np.clip(_SAMPLES_IN_CELL * across, _LEAST_SAMPLES, _MOST_SAMPLES))
    return _counted(cells_at(*positions_of(lon, lat, radius_m, None, samples=samples), resolution))


def _of_wide_circle(lon: float, lat: float, radius_m: float, resolution: int, finer: int) -> Spread:
    """The normal distribution at the centres of the fine cells about its middle, each by its area."""
    sigma = radius_m / NINETY_PER_CENT_SIGMAS
    fine = cells_in(circle(lon, lat, min(_SIGMAS * sigma, _FARTHEST_M)), finer)
    lons, lats = centres(fine)
    middle = np.full(len(fine), lon), np.full(len(fine), lat)
    away = np.asarray(GEOD.inv(*middle, lons, lats)[2])
    weights = np.exp(-0.5 * (away / sigma) ** 2) * areas_km2(fine)
    cells, where = np.unique(parents(fine, resolution), return_inverse=True)
    held = np.bincount(where.ravel(), weights)
    return Spread(cells, held / held.sum())


def _of_region(region: BaseGeometry, resolution: int) -> Spread:
    """Even over a region: each cell by how many of its finer cells lie in it, so that inner cells are all alike."""
    area = abs(GEOD.geometry_area_perimeter(shapely.orient_polygons(region))[0]) / 1e6
    if area < _LEAST_CHILDREN * MEAN_CELL_KM2[resolution + 1]:
        return _counted(cells_at(*positions_of(0.0, 0.0, None, region), resolution))
    finer = resolution + (area < _VAST * MEAN_CELL_KM2[resolution])
    coarse = shapely.simplify(region, _DETAIL * np.sqrt(MEAN_CELL_KM2[finer]) / KM_IN_DEGREE)
    cells, inner = np.unique(parents(cells_in(coarse, finer), resolution), return_counts=True)
    held = inner / children(cells, finer) * areas_km2(cells)
    return Spread(cells, held / held.sum())


def _counted(cells: Cells) -> Spread:
    unique, number = np.unique(cells, return_counts=True)
    return Spread(unique, number / number.sum())
