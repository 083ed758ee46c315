"""The 180th meridian: cutting what crosses it, and boxes that do (west > east).

Inside a computation a geometry may run on beyond ±180°; what is kept, drawn or written lies within and is cut.
"""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.affinity import translate
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

Box = tuple[float, float, float, float]
"""West, south, east, north in degrees; west > east crosses the antimeridian."""

_WORLD = box(-180, -90, 180, 90)
_HAIR_DEG = 1e-9


def cut(geometry: BaseGeometry) -> BaseGeometry:
    """A geometry whose longitudes may lie within ±540°, cut so that all lie within ±180°."""
    west, _, east, _ = geometry.bounds
    if west >= -180 and east <= 180:
        return geometry
    parts = [
        part
        for turn in (-360, 0, 360)
        if not (part := translate(geometry, xoff=turn).intersection(_WORLD)).is_empty
        and shapely.get_dimensions(part) == shapely.get_dimensions(geometry)
    ]
    return parts[0] if len(parts) == 1 else shapely.union_all(parts)


def unwrapped(geometry: BaseGeometry) -> BaseGeometry:
    """A cut geometry put together again: its parts beyond the antimeridian are moved by 360° where that joins them."""
    west, _, east, _ = bounds_of(geometry)
    if west <= east:
        return geometry
    parts = shapely.get_parts(geometry)
    moved = [translate(part, xoff=360) if part.bounds[2] <= east + 1e-9 else part for part in parts]
    return shapely.union_all(moved)


def bounds_of(geometry: BaseGeometry) -> Box:
    """The smallest box about a geometry; west > east where it crosses the antimeridian."""
    west, south, east, north = geometry.bounds
    if west > -180 or east < 180:
        return west, south, east, north
    bounds = shapely.bounds(shapely.get_parts(geometry))
    order = np.argsort(bounds[:, 0])
    reach = np.maximum.accumulate(bounds[order, 2])
    gaps = bounds[order, 0][1:] - reach[:-1]
    if not len(gaps) or gaps.max() <= 0:
        return -180.0, south, 180.0, north
    widest = int(np.argmax(gaps))
    return float(bounds[order, 0][widest + 1]), south, float(reach[widest]), north


def boxes(bounds: Box) -> BaseGeometry:
    """A box as a geometry: two rectangles where west > east; one that reaches 180° holds what lies on −180° too."""
    west, south, east, north = bounds
    parts = [box(west, south, east, north)]
    if west > east:
        parts = [box(west, south, 180, north), box(-180, south, east, north)]
    elif east == 180 and west > -180:
        parts.append(box(-180, south, -180 + _HAIR_DEG, north))
    elif west == -180 and east < 180:
        parts.append(box(180 - _HAIR_DEG, south, 180, north))
    return shapely.union_all(parts)


def overlap(bounds: NDArray[np.float64], wanted: Box) -> NDArray[np.bool_]:
    """Which rows of (west, south, east, north), each with west > east where it crosses, meet a box; NaN meets none."""
    west, south, east, north = wanted
    in_lat = (bounds[:, 1] <= north) & (bounds[:, 3] >= south)
    row_west, row_east = bounds[:, 0], bounds[:, 2]
    reach = np.where(row_west > row_east, row_east + 360, row_east)
    wanted_reach = east + 360 if west > east else east
    in_lon = np.zeros(len(bounds), bool)
    for turn in (-360, 0, 360):
        in_lon |= (row_west + turn <= wanted_reach) & (reach + turn >= west)
    return np.asarray(in_lat & in_lon)
