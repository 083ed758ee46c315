"""Finding room for a rectangle of fixed size on the screen inside a region, clear of what is already drawn.

The region is laid on a raster of squares in Web Mercator; a summed-area table tells for every square at once
whether a rectangle centred there holds anything that blocks it. Lengths are pixels at the zoom asked for.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt
from shapely.geometry.base import BaseGeometry

from layers.mercator import MAX_LAT, lat_of, lon_of, world_px, x_of, y_of

Mask = NDArray[np.bool_]

CELLS = 176
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

    def meets(self, other: Rectangle, world: float) -> bool:
        """Whether two rectangles overlap in a world of a width in pixels; also across 180°."""
        apart = abs(self.x - other.x) % 1
        across = min(apart, 1 - apart) * world
        down = abs(self.y - other.y) * world
        return across < (self.width_px + other.width_px) / 2 and down < (self.height_px + other.height_px) / 2


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


@dataclass(frozen=True, eq=False)
class Raster:
    """A region as squares of Web Mercator: ``free[row, column]`` where the square's middle lies in it."""

    free: Mask
    x0: float
    y0: float
    size: float
    middle: Spot
    """The square farthest from the region's edge, with that distance as a share of the world's width."""

    @classmethod
    def of(cls, region: BaseGeometry, avoid: tuple[BaseGeometry, ...] = ()) -> Raster:
        """Lay a region (lon, lat; may run on beyond 180°) on a raster, without what is to be kept clear.

        ``avoid`` is in order of importance; what would leave next to nothing of the region is not avoided: a country
        is all land.
        """
        west, south, east, north = region.bounds
        x0, x1 = x_of(west), x_of(east)
        y0, y1 = y_of(min(north, MAX_LAT)), y_of(max(south, -MAX_LAT))
        size = max(x1 - x0, y1 - y0, 1e-9) / CELLS
        columns, rows = max(1, round((x1 - x0) / size)), max(1, round((y1 - y0) / size))
        lon = lon_of(x0 + (np.arange(columns) + 0.5) * size)
        lat = lat_of(y0 + (np.arange(rows) + 0.5) * size)
        lons, lats = (axis.ravel() for axis in np.meshgrid(lon, lat))
        shapely.prepare(region)
        free = shapely.contains_xy(region, lons, lats)
        for other in avoid:
            shapely.prepare(other)
            left = free.copy()
            left[free] = ~shapely.contains_xy(other, (lons[free] + 180) % 360 - 180, lats[free])
            free = left if left.sum() >= free.sum() * LEAST_LEFT else free
        free = free.reshape(rows, columns)
        return cls(free, x0, y0, size, _middle(region, free, x0, y0, size))

    def spot(
        self, parts: tuple[Part, ...], obstacles: list[Rectangle], wanted: Spot, zoom: int, *, anywhere: bool = False
    ) -> Spot | None:
        """The best middle for parts that must all have room, near ``wanted`` where there is enough; None if none has.

        ``anywhere``: no part needs to lie inside the region, only clear of the obstacles.
        """
        world = world_px(zoom)
        cell = self.size * world
        taken = self._taken(obstacles, world)
        outside = taken if anywhere else taken | ~self.free
        fits = np.ones(self.free.shape, bool)
        for part in parts:
            fits &= _clear(outside if part.inside else taken, part, cell, edge_blocks=part.inside and not anywhere)
        if not fits.any():
            return None
        room = distance_transform_edt(np.pad(fits, 1))[1:-1, 1:-1] * cell
        rows, columns = np.nonzero(fits)
        x = self.x0 + (columns + 0.5) * self.size
        y = self.y0 + (rows + 0.5) * self.size
        away = np.hypot(x - wanted.x, y - wanted.y) * world
        best = int(np.argmax(np.minimum(room[rows, columns], ROOMY_PX) - STAY * away))
        return Spot(float(x[best]), float(y[best]), float(room[rows[best], columns[best]]))

    def _taken(self, obstacles: list[Rectangle], world: float) -> Mask:
        taken = np.zeros(self.free.shape, bool)
        for other in obstacles:
            half_x, half_y = other.width_px / 2 / world, other.height_px / 2 / world
            top = int(np.floor((other.y - half_y - self.y0) / self.size))
            bottom = int(np.floor((other.y + half_y - self.y0) / self.size))
            for turn in (-1, 0, 1):
                left = int(np.floor((other.x + turn - half_x - self.x0) / self.size))
                right = int(np.floor((other.x + turn + half_x - self.x0) / self.size))
                taken[max(0, top) : max(0, bottom + 1), max(0, left) : max(0, right + 1)] = True
        return taken


def _middle(region: BaseGeometry, free: Mask, x0: float, y0: float, size: float) -> Spot:
    """The square with most room; the middle of the bounds' inner point where the region is smaller than a square."""
    if not free.any():
        point = region.representative_point()
        return Spot(x_of(point.x), y_of(point.y), 0.0)
    room = distance_transform_edt(np.pad(free, 1))[1:-1, 1:-1]
    row, column = np.unravel_index(int(np.argmax(room)), room.shape)
    return Spot(x0 + (float(column) + 0.5) * size, y0 + (float(row) + 0.5) * size, float(room[row, column]) * size)


def _clear(blocked: Mask, part: Part, cell: float, *, edge_blocks: bool) -> Mask:
    """For each square as the whole's middle: whether the part there holds nothing blocked."""
    rows, columns = blocked.shape
    half_x, half_y = part.width_px / 2 / cell, part.height_px / 2 / cell
    left, right = _reach(part.dx_px / cell, half_x)
    top, bottom = _reach(part.dy_px / cell, half_y)
    pad = max(abs(left), abs(right), abs(top), abs(bottom)) + 1
    if pad > 4 * max(rows, columns):
        return np.zeros(blocked.shape, bool) if edge_blocks else ~blocked
    summed = np.pad(blocked, pad, constant_values=edge_blocks).astype(np.int32).cumsum(0).cumsum(1)
    summed = np.pad(summed, ((1, 0), (1, 0)))
    r, c = np.arange(rows)[:, None] + pad, np.arange(columns)[None, :] + pad
    held = (
        summed[r + bottom + 1, c + right + 1]
        - summed[r + top, c + right + 1]
        - summed[r + bottom + 1, c + left]
        + summed[r + top, c + left]
    )
    return np.asarray(held == 0)


def _reach(offset: float, half: float) -> tuple[int, int]:
    """First and last square that a part reaches, counted from the middle's square."""
    return int(np.floor(offset - half + 0.5)), int(np.ceil(offset + half - 0.5))
