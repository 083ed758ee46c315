"""Finding room for rectangles of fixed size on the screen in a region, clear of what is already drawn.

Summed-area tables over a raster tell for every square at once whether a rectangle centred there holds anything that
blocks it. Lengths are pixels at the zoom asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_cdt, label, maximum_filter

from layers.mercator import turned, world_px
from layers.raster import Ground, Mask, Raster

ROOMY_PX = 40.0
"""More room than this round a rectangle is no better."""
STAY, STAY_WITHIN = 0.08, 0.02
"""What a pixel away from the aim, and from its middle, costs, in pixels of room."""


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

    ``ground``: what it may stand on, besides being clear of other things.
    """

    dx_px: float
    dy_px: float
    width_px: float
    height_px: float
    ground: Ground

    def at(self, x: float, y: float, world: float) -> Rectangle:
        """Where the part lies when the whole's middle is at (x, y)."""
        return Rectangle(x + self.dx_px / world, y + self.dy_px / world, self.width_px, self.height_px)


@dataclass(frozen=True, slots=True)
class Spot:
    """A middle as shares of the world's width and height."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Aim:
    """Where something had best stand: near a spot, and not farther from it than half sides, in shares of the world."""

    spot: Spot
    half_x: float = 0.0
    half_y: float = 0.0

    def cost(self, x: NDArray[Any], y: NDArray[Any], world: float) -> NDArray[np.float64]:
        """What it costs to stand at (x, y), in pixels of room."""
        across, down = np.abs(turned(x - self.spot.x)), np.abs(y - self.spot.y)
        beyond = np.hypot(np.maximum(across - self.half_x, 0), np.maximum(down - self.half_y, 0))
        return np.asarray((STAY * beyond + STAY_WITHIN * np.hypot(across, down)) * world)


class Taken:
    """The rectangles that are taken at a zoom: rows of middle and half sides, in shares of the world."""

    def __init__(self, zoom: float) -> None:
        """Nothing is taken yet."""
        self.world = world_px(zoom)
        self._rows = np.empty((64, 4))
        self._length = 0

    @property
    def rectangles(self) -> NDArray[np.float64]:
        """Rows of x, y, half width, half height."""
        return self._rows[: self._length]

    def add(self, other: Rectangle) -> None:
        """Take a rectangle."""
        if self._length == len(self._rows):
            self._rows = np.concatenate([self._rows, np.empty_like(self._rows)])
        self._rows[self._length] = self._row(other)
        self._length += 1

    def hits(self, other: Rectangle) -> NDArray[np.int64]:
        """Which of the rectangles that are taken another one lies over, by their order."""
        x, y, half_x, half_y = self._row(other)
        across = np.abs(turned(self.rectangles[:, 0] - x)) < self.rectangles[:, 2] + half_x
        down = np.abs(self.rectangles[:, 1] - y) < self.rectangles[:, 3] + half_y
        return np.nonzero(across & down)[0]

    def _row(self, other: Rectangle) -> tuple[float, float, float, float]:
        return other.x, other.y, other.width_px / 2 / self.world, other.height_px / 2 / self.world


class Room:
    """A raster at one zoom with what stands in it already, to ask where rectangles have room."""

    def __init__(self, raster: Raster, rectangles: NDArray[np.float64], mark_px: float, zoom: float) -> None:
        """``rectangles``: what is taken; marks are ``mark_px`` wide, 0 leaves them out of account."""
        self.raster = raster
        self.world = world_px(zoom)
        self.cell = raster.size * self.world
        self._taken = _spread(raster.marks, mark_px / 2 / self.cell) if mark_px else np.zeros(raster.shape, bool)
        self._stamp(rectangles)
        self._tables: dict[Ground, NDArray[np.int32]] = {}

    def clear(self, part: Part) -> Mask:
        """For each square of the region as the whole's middle: whether nothing blocks the part there.

        What reaches beyond the raster is not clear, for nothing is known of it.
        """
        (r0, r1), (c0, c1) = ((side.start, side.stop) for side in self.raster.inner)
        rows, columns = self.raster.shape
        top, bottom = _reach(part.dy_px / self.cell, part.height_px / 2 / self.cell)
        left, right = _reach(part.dx_px / self.cell, part.width_px / 2 / self.cell)
        first, last = max(r0, -top), min(r1, rows - bottom)
        start, stop = max(c0, -left), min(c1, columns - right)
        found = np.zeros((r1 - r0, c1 - c0), bool)
        if top == bottom == left == right == 0:
            return ~self._blocked(part.ground)[self.raster.inner]
        if first < last and start < stop:
            table = self._table(part.ground)
            up, down = slice(first + top, last + top), slice(first + bottom + 1, last + bottom + 1)
            west, east = slice(start + left, stop + left), slice(start + right + 1, stop + right + 1)
            sums = table[down, east] - table[up, east] - table[down, west] + table[up, west]
            found[first - r0 : last - r0, start - c0 : stop - c0] = sums == 0
        return found

    def worth(self, clear: Mask, aim: Aim) -> NDArray[np.float64]:
        """What each square of the region is worth as a middle, in pixels of room; −∞ where it is not clear."""
        worth = np.full(clear.shape, -np.inf)
        rows, columns = np.nonzero(clear)
        room = distance_transform_cdt(np.pad(clear, 1), "chessboard")[1:-1, 1:-1][rows, columns] * self.cell
        x = self.raster.x0 + (columns + self.raster.inner[1].start + 0.5) * self.raster.size
        y = self.raster.y0 + (rows + self.raster.inner[0].start + 0.5) * self.raster.size
        worth[rows, columns] = np.minimum(room, ROOMY_PX) - aim.cost(x, y, self.world)
        return worth

    def best(self, worth: NDArray[np.float64]) -> tuple[Spot, float] | None:
        """The square that is worth most, None where all are −∞."""
        row, column = np.unravel_index(int(np.argmax(worth)), worth.shape)
        if worth[row, column] == -np.inf:
            return None
        return spot_at(self.raster, int(row), int(column)), float(worth[row, column])

    def spot(self, parts: tuple[Part, ...], aim: Aim) -> Spot | None:
        """The best middle for parts that must all have room; None where there is none."""
        fits = self.clear(parts[0])
        for part in parts[1:]:
            fits &= self.clear(part)
        found = self.best(self.worth(fits, aim))
        return None if found is None else found[0]

    def _table(self, ground: Ground) -> NDArray[np.int32]:
        if ground not in self._tables:
            self._tables[ground] = _summed(self._blocked(ground))
        return self._tables[ground]

    def _blocked(self, ground: Ground) -> Mask:
        return self._taken if ground == "any" else self._taken | ~self.raster.open(ground)

    def _stamp(self, rectangles: NDArray[np.float64]) -> None:
        """Mark the squares that rectangles cover, also those from across 180°."""
        rows, columns = self._taken.shape
        for turn in (-1.0, 0.0, 1.0):
            x, y, half_x, half_y = rectangles.T
            left = np.floor((x + turn - half_x - self.raster.x0) / self.raster.size).astype(np.int64)
            right = np.floor((x + turn + half_x - self.raster.x0) / self.raster.size).astype(np.int64)
            top = np.floor((y - half_y - self.raster.y0) / self.raster.size).astype(np.int64)
            bottom = np.floor((y + half_y - self.raster.y0) / self.raster.size).astype(np.int64)
            near = np.nonzero((right >= 0) & (left < columns) & (bottom >= 0) & (top < rows))[0]
            for n in near:
                self._taken[max(0, top[n]) : bottom[n] + 1, max(0, left[n]) : right[n] + 1] = True


def roomiest(raster: Raster) -> Spot:
    """The square with most room in the largest piece of a region; a point in one that is smaller than a square."""
    pieces, number = label(raster.open("quiet")[raster.inner])
    if not number:
        return Spot(*raster.some_point)
    quiet = pieces == np.argmax(np.bincount(pieces.ravel())[1:]) + 1
    room = distance_transform_cdt(np.pad(quiet, 1))[1:-1, 1:-1]
    row, column = np.unravel_index(int(np.argmax(room)), room.shape)
    return spot_at(raster, int(row), int(column))


def spot_at(raster: Raster, row: int, column: int) -> Spot:
    """The middle of a square of a raster's region."""
    top, left = (side.start for side in raster.inner)
    return Spot(
        raster.x0 + (column + left + 0.5) * raster.size,
        raster.y0 + (row + top + 0.5) * raster.size,
    )


def _spread(marks: Mask, reach: float) -> Mask:
    """Marks as wide as they are drawn: ``reach`` squares to each side."""
    if not marks.any() or reach < 0.5:
        return marks.copy()
    size = 2 * min(int(np.ceil(reach)), max(marks.shape)) + 1
    return np.asarray(maximum_filter(marks.view(np.uint8), size=size, mode="constant")).astype(bool)


def _summed(blocked: Mask) -> NDArray[np.int32]:
    table = np.zeros((blocked.shape[0] + 1, blocked.shape[1] + 1), np.int32)
    blocked.cumsum(0, dtype=np.int32).cumsum(1, out=table[1:, 1:])
    return table


def _reach(offset: float, half: float) -> tuple[int, int]:
    """First and last square that a part reaches, counted from the middle's square."""
    return int(np.floor(offset - half + 0.5)), int(np.ceil(offset + half - 0.5))
