"""Land in two grades, from Natural Earth, and how far points lie from its coast."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from geo import shapes
from geo.derive.countries import countries, unowned
from geo.derive.packages import DATA, as_array, natural_earth

FINE_DEG = 0.001
"""Tolerance of the fine land: about 100 m, a fifth of what the 10 m scale itself is good for."""
LONGEST_DEG = 0.05
"""Longest stretch of coast between two vertices, so that each can be told the country it is of."""
_EARTH_M = 6_371_008.8


@cache
def land() -> NDArray[Any]:
    """The polygons of the fine land, each island one, without "Null Island": Natural Earth's mark at 0, 0."""
    parts = shapely.get_parts(natural_earth("physical/ne_10m_land").geometries)
    parts = parts[~shapely.contains_xy(parts, 0.0, 0.0)]
    simple = shapely.segmentize(shapely.simplify(parts, FINE_DEG), LONGEST_DEG)
    polygons: NDArray[Any] = shapely.get_parts(shapely.make_valid(simple))
    kept: NDArray[Any] = polygons[shapely.get_type_id(polygons) == shapely.GeometryType.POLYGON]
    return kept


@cache
def coarse_land() -> NDArray[Any]:
    """The polygons of the coarse land (50 m scale)."""
    parts: NDArray[Any] = shapely.get_parts(natural_earth("physical/ne_50m_land").geometries)
    return parts


def on_sphere(lonlat: NDArray[Any]) -> NDArray[Any]:
    """Points (lon, lat) as unit vectors."""
    lon, lat = np.radians(lonlat[:, 0]), np.radians(lonlat[:, 1])
    return np.column_stack((np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)))


@cache
def _coast_tree() -> cKDTree:
    outline = shapely.get_coordinates(shapely.segmentize(land(), 0.05))
    return cKDTree(on_sphere(outline))


def coast_distance_m(lonlat: NDArray[Any]) -> NDArray[Any]:
    """Distance in metres of points (lon, lat) from the coast, on the sphere, good to 3 km: for choosing names."""
    chords, _ = _coast_tree().query(on_sphere(lonlat))
    metres: NDArray[Any] = 2 * _EARTH_M * np.arcsin(np.clip(chords / 2, 0, 1))
    return metres


@cache
def islets() -> NDArray[Any]:
    """Which polygons of the fine land are islets that Natural Earth's coastline leaves out."""
    coastline = shapely.get_parts(natural_earth("physical/ne_10m_coastline").geometries)
    drawn, _ = shapely.STRtree(coastline).query(land(), predicate="dwithin", distance=2 * FINE_DEG)
    left_out = np.ones(len(land()), bool)
    left_out[drawn] = False
    return left_out


@cache
def owners() -> NDArray[Any]:
    """For each vertex of the fine land the number of the country (:func:`geo.derive.countries.countries`) it is of.

    Islets that the countries' polygons lack belong to the nearest country. Reefs that several claim (Spratly Islands,
    Scarborough Reef) are of none: their number is one more than the last country's.
    """
    outlines = shapely.segmentize(as_array([*(country.geometry for country in countries()), unowned()]), 0.05)
    points, number = shapely.get_coordinates(outlines, return_index=True)
    _, nearest = cKDTree(on_sphere(points)).query(on_sphere(shapely.get_coordinates(land())))
    owned: NDArray[Any] = number[nearest]
    return owned


def write() -> None:
    """Write both grades; the fine one with the owners of its vertices as runs of the same owner."""
    owned = owners()
    ends = np.append(np.flatnonzero(np.diff(owned)) + 1, len(owned))
    shapes.save(
        DATA / "land.npz",
        land(),
        islet=islets(),
        run_ends=ends.astype("u4"),
        run_owners=owned[ends - 1].astype("u2"),
        alpha3=np.array([*(country.alpha3 for country in countries()), ""]),
        sovereigns=np.array([*(country.sovereign for country in countries()), ""]),
    )
    shapes.save(DATA / "land_coarse.npz", shapely.simplify(coarse_land(), 0.002))
