"""A region of the map as squares of Web Mercator: what of it is land, what is in other regions, where marks stand.

Polygons are filled by counting, in each row of squares, the edges to the left of a square's middle.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from layers.antimeridian import Box
from layers.mercator import MAX_LAT, lat_of, lon_of, wrapped, x_of, xy_of, y_of

Mask = NDArray[np.bool_]
Ground = Literal["quiet", "free", "water", "any"]
"""Where something may stand: in the region clear of land and of smaller regions, in the region clear of land,
in any water, or anywhere."""

CELLS = 96
"""Squares along the longer side of a region."""
BEYOND = 96
"""Squares beyond the region on each side: a name may run out of it."""
LEAST_LEFT = 0.2
"""Share of a region that must be left where something is kept clear."""
_TURNS = (-1.0, 0.0, 1.0)


class Raster:
    """A region as squares, with some more on each side.

    ``x0``, ``y0``: the north-western corner as shares of the world; ``size``: a square's side; ``inner``: the rows and
    columns of the region itself; ``shape``: rows and columns of all.
    """

    def __init__(self, region: BaseGeometry, edges: Edges) -> None:
        """Lay a region (lon, lat; may run on beyond 180°) on a raster; ``edges`` are shared between rasters."""
        self._edges = edges
        west, south, east, north = region.bounds
        left, right = x_of(west), x_of(east)
        top, bottom = y_of(min(north, MAX_LAT)), y_of(max(south, -MAX_LAT))
        self.size = max(right - left, bottom - top, 1e-9) / CELLS
        rows, columns = max(1, round((bottom - top) / self.size)), max(1, round((right - left) / self.size))
        self.x0, self.y0 = left - BEYOND * self.size, top - BEYOND * self.size
        self.shape = rows + 2 * BEYOND, columns + 2 * BEYOND
        self.inner = slice(BEYOND, BEYOND + rows), slice(BEYOND, BEYOND + columns)
        self.marks: Mask = np.zeros(self.shape, bool)
        self._land: Mask = np.zeros(self.shape, bool)
        self._free = self._quiet = self._filled([region])
        self._within = region.representative_point()

    @property
    def side(self) -> float:
        """The longer side of the region as a share of the world."""
        return max(side.stop - side.start for side in self.inner) * self.size

    @property
    def bounds(self) -> Box:
        """West, south, east, north of the whole raster; west > east where it crosses 180°."""
        rows, columns = self.shape
        west, east = (float(lon_of(self.x0 + share * self.size)) for share in (0, columns))
        north, south = (float(lat_of(self.y0 + share * self.size)) for share in (0, rows))
        return (-180.0, south, 180.0, north) if east - west >= 360 else (wrapped(west), south, wrapped(east), north)

    def note_land(self, land: Iterable[BaseGeometry]) -> None:
        """Keep land clear, unless next to nothing of the region would be left: a country is all land."""
        self._land = self._filled(list(land))
        left = self._free & ~self._land
        if left.sum() >= self._free.sum() * LEAST_LEFT:
            self._free = left
        self._quiet = self._free

    def note_regions(self, others: Iterable[BaseGeometry]) -> None:
        """Note smaller regions, in which something of this one would seem to belong to them."""
        left = self._free & ~self._filled(list(others))
        if left.sum() >= self._free.sum() * LEAST_LEFT:
            self._quiet = left

    def note_marks(self, spots: NDArray[np.float64]) -> None:
        """Note single marks (rows of shares of the world) as obstacles; those beyond the raster are of no matter."""
        rows, columns = self.shape
        row = np.floor((spots[:, 1] - self.y0) / self.size).astype(np.int64)
        column = np.floor(((spots[:, 0] - self.x0) % 1) / self.size).astype(np.int64)
        within = (row >= 0) & (row < rows) & (column >= 0) & (column < columns)
        self.marks[row[within], column[within]] = True

    def open(self, ground: Ground) -> Mask:
        """The squares where something may stand."""
        match ground:
            case "quiet":
                return self._quiet
            case "free":
                return self._free
            case "water":
                return ~self._land
            case _:
                return np.ones(self.shape, bool)

    @property
    def some_point(self) -> tuple[float, float]:
        """A point in the region, as shares of the world: for one that is smaller than a square."""
        return x_of(self._within.x), y_of(self._within.y)

    def _filled(self, geometries: list[BaseGeometry]) -> Mask:
        """Which squares have their middle in any of the polygons."""
        rows, columns = self.shape
        turns = np.zeros(rows * (columns + 1))
        edges = self._edges.of(geometries)
        for turn in _TURNS:
            squares = (edges - np.tile((self.x0 - turn, self.y0), 2)) / self.size - 0.5
            row, column, sign = _crossings(squares, rows, columns)
            turns += np.bincount(row * (columns + 1) + column, sign, len(turns))
        return np.asarray(turns.reshape(rows, columns + 1).cumsum(1)[:, :-1].round() != 0)


class Edges:
    """The edges of polygons in shares of the world, taken apart once: many rasters ask for the same land."""

    def __init__(self) -> None:
        """Nothing is kept yet."""
        self._kept: dict[int, tuple[BaseGeometry, NDArray[np.float64]]] = {}

    def of(self, geometries: list[BaseGeometry]) -> NDArray[np.float64]:
        """Rows of x, y of an edge's start and of its end; holes run the other way round than their outlines."""
        found = [self._one(geometry) for geometry in geometries]
        return np.concatenate(found) if found else np.empty((0, 4))

    def _one(self, geometry: BaseGeometry) -> NDArray[np.float64]:
        if id(geometry) not in self._kept:
            self._kept[id(geometry)] = geometry, _taken_apart(geometry)
        return self._kept[id(geometry)][1]


def _taken_apart(geometry: BaseGeometry) -> NDArray[np.float64]:
    parts = shapely.get_parts(geometry)
    polygons = shapely.orient_polygons(parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON])
    points, ring = shapely.get_coordinates(shapely.get_rings(polygons), return_index=True)
    spots = xy_of(points)
    edges: NDArray[np.float64] = np.hstack([spots[:-1], spots[1:]])[ring[1:] == ring[:-1]]
    return edges


def _crossings(
    edges: NDArray[np.float64], rows: int, columns: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Where edges cross the middles of rows: row, the first column to the right of it, and whether up or down."""
    low, high = np.minimum(edges[:, 1], edges[:, 3]), np.maximum(edges[:, 1], edges[:, 3])
    left = np.minimum(edges[:, 0], edges[:, 2])
    edges = edges[(high > 0) & (low < rows) & (left < columns)]
    low, high = np.minimum(edges[:, 1], edges[:, 3]), np.maximum(edges[:, 1], edges[:, 3])
    first = np.clip(np.ceil(low), 0, rows).astype(np.int64)
    number = np.clip(np.ceil(high), 0, rows).astype(np.int64) - first
    edge = np.repeat(np.arange(len(edges)), number)
    row = first[edge] + np.arange(len(edge)) - np.repeat(number.cumsum() - number, number)
    x0, y0, x1, y1 = edges[edge].T
    across = x0 + (row - y0) * (x1 - x0) / np.where(y1 == y0, 1, y1 - y0)
    column = np.clip(np.ceil(across), 0, columns).astype(np.int64)
    return row, column, np.where(y1 > y0, 1.0, -1.0)
