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

    def __init__(self, region: BaseGeometry) -> None:
        """Lay a region (lon, lat; may run on beyond 180°) on a raster."""
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
        turns = np.zeros((rows, columns + 1))
        for start, end in self._edges(geometries):
            row, column, sign = _crossings(start, end, rows, columns)
            np.add.at(turns, (row, column), sign)
        return np.asarray(turns.cumsum(1)[:, :-1].round() != 0)

    def _edges(self, geometries: list[BaseGeometry]) -> Iterable[tuple[NDArray[np.float64], NDArray[np.float64]]]:
        """The edges of polygons in rows and columns (from square to square), once for each turn round the world."""
        parts = shapely.get_parts(np.array(geometries, object)) if geometries else np.empty(0, object)
        polygons = shapely.orient_polygons(parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON])
        points, ring = shapely.get_coordinates(shapely.get_rings(polygons), return_index=True)
        if not len(points):
            return
        spots = xy_of(points)
        joined = ring[1:] == ring[:-1]
        for turn in _TURNS:
            squares = (spots - (self.x0 - turn, self.y0)) / self.size - 0.5
            yield squares[:-1][joined], squares[1:][joined]


def _crossings(
    start: NDArray[np.float64], end: NDArray[np.float64], rows: int, columns: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Where edges cross the middles of rows: row, the first column to the right of it, and whether up or down."""
    low, high = np.minimum(start[:, 1], end[:, 1]), np.maximum(start[:, 1], end[:, 1])
    first = np.clip(np.ceil(low), 0, rows).astype(np.int64)
    number = np.clip(np.ceil(high), 0, rows).astype(np.int64) - first
    left = np.minimum(start[:, 0], end[:, 0])
    number[left > columns] = 0
    edge = np.repeat(np.arange(len(start)), number)
    row = first[edge] + np.arange(len(edge)) - np.repeat(number.cumsum() - number, number)
    (x0, y0), (x1, y1) = start[edge].T, end[edge].T
    across = x0 + (row - y0) * (x1 - x0) / np.where(y1 == y0, 1, y1 - y0)
    column = np.clip(np.ceil(across), 0, columns).astype(np.int64)
    return row, column, np.where(y1 > y0, 1.0, -1.0)
