"""Cells of the H3 grid: hexagons of nearly equal area that tile the globe, poles and antimeridian included.

Each resolution's cells are about a seventh of the area of the next coarser one's (Uber's H3, hexagonal discrete global
grid). A cell's id is the same in every program that knows H3. Cells here are unsigned 64-bit integers.
"""

from __future__ import annotations

from functools import lru_cache

import h3
import h3.api.numpy_int as h3_int
import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import MultiPolygon, Polygon, box
from shapely.geometry.base import BaseGeometry

from geo.positions import Floats
from layers.antimeridian import cut

Cells = NDArray[np.uint64]

_STRIP_DEG = 45.0
"""H3 takes a polygon wider than half the globe for its other side, and fails at some quarters of a polar cap."""
_DIGIT_BITS, _FINEST = 3, 15


def cells_at(lon: Floats, lat: Floats, resolution: int) -> Cells:
    """The cell that each position lies in."""
    pairs = zip(lat.tolist(), lon.tolist(), strict=True)
    return np.fromiter((h3_int.latlng_to_cell(north, east, resolution) for north, east in pairs), np.uint64, len(lon))


def cells_in(region: BaseGeometry, resolution: int) -> Cells:
    """The cells whose centres lie in a polygon that is cut at the antimeridian."""
    found = [
        np.asarray(h3_int.h3shape_to_cells(h3_int.geo_to_h3shape(part.__geo_interface__), resolution), np.uint64)
        for part in _strips(region)
    ]
    return np.unique(np.concatenate(found)) if found else np.empty(0, np.uint64)


def _strips(region: BaseGeometry) -> list[Polygon]:
    strips: list[BaseGeometry] = []
    for part in shapely.get_parts(region):
        west, south, east, north = part.bounds
        edges = np.arange(west, east, _STRIP_DEG)
        if len(edges) < 2:
            strips.append(part)
            continue
        strips.extend(part.intersection(box(edge, south, min(edge + _STRIP_DEG, east), north)) for edge in edges)
    parts = [one for strip in strips for one in shapely.get_parts(strip)]
    return [one for one in parts if isinstance(one, Polygon) and not one.is_empty]


def parents(cells: Cells, resolution: int) -> Cells:
    """The cells of a coarser resolution that these belong to: an index names its parents in its own digits."""
    unused = sum(0b111 << _DIGIT_BITS * (_FINEST - digit) for digit in range(resolution + 1, _FINEST + 1))
    kept = cells & np.uint64(~(0b1111 << 52) & (1 << 64) - 1)
    return np.asarray(kept | np.uint64(resolution << 52) | np.uint64(unused), np.uint64)


def children(cells: Cells, finer: int) -> NDArray[np.int64]:
    """How many cells of a finer resolution belong to each: 7 for each step, fewer for the twelve pentagons."""
    return np.fromiter((h3_int.cell_to_children_size(cell, finer) for cell in cells.tolist()), np.int64, len(cells))


def name_of(cell: int) -> str:
    """A cell's id as H3 writes it."""
    return str(h3.int_to_str(cell))


def areas_km2(cells: Cells) -> Floats:
    """The areas of cells."""
    return np.fromiter((h3_int.cell_area(cell, "km^2") for cell in cells.tolist()), float, len(cells))


def centres(cells: Cells) -> tuple[Floats, Floats]:
    """The middles of cells as lon and lat."""
    pairs = np.array([h3_int.cell_to_latlng(cell) for cell in cells.tolist()], float).reshape(-1, 2)
    return pairs[:, 1], pairs[:, 0]


@lru_cache(maxsize=50_000)
def polygon_of(cell: int) -> BaseGeometry:
    """The outline of a cell (lon, lat), cut at the antimeridian; one that holds a pole reaches up to it."""
    corners = h3_int.cell_to_boundary(cell)
    lon = np.degrees(np.unwrap(np.radians([east for _, east in corners])))
    points = list(zip(lon.tolist(), (north for north, _ in corners), strict=True))
    closing = lon[0] + np.round((lon[-1] - lon[0]) / 360) * 360
    if closing != lon[0]:  # the outline goes round a pole
        pole = 90.0 if points[0][1] > 0 else -90.0
        points += [(closing, points[0][1]), (closing, pole), (lon[0], pole)]
    outline = cut(Polygon(points))
    return outline if isinstance(outline, (Polygon, MultiPolygon)) else MultiPolygon(shapely.get_parts(outline))
