"""Finding room for a rectangle of fixed size on the screen inside a region, clear of what is already drawn.

The region is laid on a raster of squares in Web Mercator; a summed-area table tells for every square at once
whether a rectangle centred there holds anything that blocks it. Lengths are pixels at the zoom asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt, maximum_filter
from shapely.geometry.base import BaseGeometry

from layers.mercator import MAX_LAT, lat_of, lon_of, world_px, x_of, y_of

Mask = NDArray[np.bool_]

CELLS = 144
"""Squares along the longer side of a region."""
LEAST_LEFT = 0.2
"""Share of a region that must be left where something is kept clear."""
ROOMY_PX = 40.0
"""More room than this round a rectangle is no better."""
STAY = 0.05
"""What a pixel away from the wanted spot costs, in pixels of room."""


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A rectangle on the world's map: its middle as shares of the world's width and height, its sides in pixels."""

    x: float
    y: float
    width_px: float
    height_px: float

    def grown(self, margin_px: float) -> Rectangle:
        """The rectangle with a margin on all sides."""
        return Rectangle(self.x, self.y, self.width_px + 2 * margin_px, self.height_px + 2 * margin_px)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of what is to be placed, as an offset of its middle from the whole's middle, and its sides, in pixels.

    ``inside``: it must lie in the region; else it must only be clear of other things.
    """

    dx_px: float
    dy_px: float
    width_px: float
    height_px: float
    inside: bool

    def at(self, x: float, y: float, world: float) -> Rectangle:
        """Where the part lies when the whole's middle is at (x, y)."""
        return Rectangle(x + self.dx_px / world, y + self.dy_px / world, self.width_px, self.height_px)


@dataclass(frozen=True, slots=True)
class Spot:
    """A spot found: the middle as shares of the world, and the room round it in pixels."""

    x: float
    y: float
    room_px: float


class Raster:
    """A region as squares of Web Mercator: ``free[row, column]`` where the square's middle lies in it.

    ``middle``: the square farthest from the region's edge, with that distance as a share of the world's width.
    """

    def __init__(self, region: BaseGeometry) -> None:
        """Lay a region (lon, lat; may run on beyond 180°) on a raster."""
        west, south, east, north = region.bounds
        self.x0, x1 = x_of(west), x_of(east)
        self.y0, y1 = y_of(min(north, MAX_LAT)), y_of(max(south, -MAX_LAT))
        self.size = max(x1 - self.x0, y1 - self.y0, 1e-9) / CELLS
        columns, rows = max(1, round((x1 - self.x0) / self.size)), max(1, round((y1 - self.y0) / self.size))
        self.lon = lon_of(self.x0 + (np.arange(columns) + 0.5) * self.size)
        self.lat = lat_of(self.y0 + (np.arange(rows) + 0.5) * self.size)
        self.marks: Mask = np.zeros((rows, columns), bool)
        self.free = self._within(region, np.ones((rows, columns), bool), lon_as_is=True)
        self._inner = region.representative_point()

    def keep_clear(self, others: Iterable[BaseGeometry]) -> None:
        """Leave out what lies in other geometries, unless next to nothing would be left: a country is all land."""
        left = self.free.copy()
        for other in others:
            left &= ~self._within(other, left, lon_as_is=False)
        if left.sum() >= self.free.sum() * LEAST_LEFT:
            self.free = left

    def note_marks(self, x: NDArray[np.float64], y: NDArray[np.float64]) -> None:
        """Note single marks (as shares of the world) as obstacles; those outside the raster are of no matter."""
        rows, columns = self.free.shape
        row = np.floor((y - self.y0) / self.size).astype(np.int64)
        column = np.floor(((x - self.x0) % 1) / self.size).astype(np.int64)
        within = (row >= 0) & (row < rows) & (column >= 0) & (column < columns)
        self.marks[row[within], column[within]] = True

    @property
    def middle(self) -> Spot:
        """The square with most room; an inner point where the region is smaller than a square."""
        if not self.free.any():
            return Spot(x_of(self._inner.x), y_of(self._inner.y), 0.0)
        room = distance_transform_edt(np.pad(self.free, 1))[1:-1, 1:-1]
        row, column = np.unravel_index(int(np.argmax(room)), room.shape)
        x, y = self.x0 + (float(column) + 0.5) * self.size, self.y0 + (float(row) + 0.5) * self.size
        return Spot(x, y, float(room[row, column]) * self.size)

    def _within(self, other: BaseGeometry, where: Mask, *, lon_as_is: bool) -> Mask:
        """Which squares of ``where`` lie in a geometry; only those in its bounds are asked."""
        west, south, east, north = other.bounds
        lon = self.lon if lon_as_is else (self.lon + 180) % 360 - 180
        rows = np.nonzero((self.lat >= south) & (self.lat <= north))[0]
        columns = np.nonzero((lon >= west) & (lon <= east))[0]
        found = np.zeros(where.shape, bool)
        if not len(rows) or not len(columns):
            return found
        shapely.prepare(other)
        lons, lats = np.meshgrid(lon[columns], self.lat[rows])
        asked = where[np.ix_(rows, columns)]
        hit = np.zeros(asked.shape, bool)
        hit[asked] = shapely.contains_xy(other, lons[asked], lats[asked])
        found[np.ix_(rows, columns)] = hit
        return found


class Room:
    """A raster at one zoom with what stands in it already, to ask where a rectangle has room."""

    def __init__(self, raster: Raster, obstacles: NDArray[np.float64], mark_px: float, zoom: int) -> None:
        """``obstacles``: rows of x, y, half width, half height as shares of the world.

        Marks are ``mark_px`` wide; 0 leaves them out of account.
        """
        self.raster = raster
        self.world = world_px(zoom)
        self.cell = raster.size * self.world
        taken = _spread(raster.marks, mark_px / 2 / self.cell) if mark_px else np.zeros(raster.free.shape, bool)
        self._stamp(taken, obstacles)
        self.taken = _summed(taken)
        self.outside = _summed(taken | ~raster.free)

    def spot(self, parts: tuple[Part, ...], wanted: Spot) -> Spot | None:
        """The best middle for parts that must all have room, near ``wanted`` where there is enough; else None."""
        fits = np.ones(self.raster.free.shape, bool)
        for part in parts:
            fits &= self._clear(part, inside=part.inside)
            if not fits.any():
                return None
        room = distance_transform_edt(np.pad(fits, 1))[1:-1, 1:-1] * self.cell
        rows, columns = np.nonzero(fits)
        x = self.raster.x0 + (columns + 0.5) * self.raster.size
        y = self.raster.y0 + (rows + 0.5) * self.raster.size
        away = np.hypot(x - wanted.x, y - wanted.y) * self.world
        best = int(np.argmax(np.minimum(room[rows, columns], ROOMY_PX) - STAY * away))
        return Spot(float(x[best]), float(y[best]), float(room[rows[best], columns[best]]))

    def _stamp(self, taken: Mask, obstacles: NDArray[np.float64]) -> None:
        """Mark the squares that obstacles cover, also those from across 180°."""
        rows, columns = taken.shape
        for turn in (-1.0, 0.0, 1.0):
            x, y, half_x, half_y = obstacles.T
            left = np.floor((x + turn - half_x - self.raster.x0) / self.raster.size).astype(np.int64)
            right = np.floor((x + turn + half_x - self.raster.x0) / self.raster.size).astype(np.int64)
            top = np.floor((y - half_y - self.raster.y0) / self.raster.size).astype(np.int64)
            bottom = np.floor((y + half_y - self.raster.y0) / self.raster.size).astype(np.int64)
            near = np.nonzero((right >= 0) & (left < columns) & (bottom >= 0) & (top < rows))[0]
            for n in near:
                taken[max(0, top[n]) : bottom[n] + 1, max(0, left[n]) : right[n] + 1] = True

    def _clear(self, part: Part, *, inside: bool) -> Mask:
        """For each square as the whole's middle: whether the part there holds nothing blocked.

        What reaches beyond the raster is outside the region.
        """
        rows, columns = self.raster.free.shape
        left, right = _reach(part.dx_px / self.cell, part.width_px / 2 / self.cell)
        top, bottom = _reach(part.dy_px / self.cell, part.height_px / 2 / self.cell)
        if inside and (right - left >= columns or bottom - top >= rows):
            return np.zeros((rows, columns), bool)
        r, c = np.arange(rows)[:, None], np.arange(columns)[None, :]
        r0, r1 = np.clip(r + top, 0, rows), np.clip(r + bottom + 1, 0, rows)
        c0, c1 = np.clip(c + left, 0, columns), np.clip(c + right + 1, 0, columns)
        table = self.outside if inside else self.taken
        clear = (table[r1, c1] - table[r0, c1] - table[r1, c0] + table[r0, c0]) == 0
        if inside:
            clear &= (r + top >= 0) & (r + bottom < rows) & (c + left >= 0) & (c + right < columns)
        return np.asarray(clear)


def _spread(marks: Mask, reach: float) -> Mask:
    """Marks as wide as they are drawn: ``reach`` squares to each side."""
    if not marks.any() or reach < 0.5:
        return marks.copy()
    size = 2 * min(int(np.ceil(reach)), max(marks.shape)) + 1
    return np.asarray(maximum_filter(marks.view(np.uint8), size=size, mode="constant")).astype(bool)


def _summed(blocked: Mask) -> NDArray[np.int32]:
    table = np.zeros((blocked.shape[0] + 1, blocked.shape[1] + 1), np.int32)
    blocked.astype(np.int32).cumsum(0).cumsum(1, out=table[1:, 1:])
    return table


def _reach(offset: float, half: float) -> tuple[int, int]:
    """First and last square that a part reaches, counted from the middle's square."""
    return int(np.floor(offset - half + 0.5)), int(np.ceil(offset + half - 0.5))
