"""The net of the sea that routes are found on: large cells in open water, small ones near coasts."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from geo.derive.land import land
from geo.derive.packages import DATA
from geo.net import crossings

FINEST_DEG = 0.05
LEVELS = 5
"""Cells of 0.05, 0.1, 0.2, 0.4 and 0.8 degrees."""
_ROOMY_LEVEL = 3
"""Cells of this level and above lie in open water, where ways run at any bearing."""
_ROWS, _COLUMNS = int(180 / FINEST_DEG), int(360 / FINEST_DEG)
_SMALLEST_WATER = 40
"""Cells of the smallest enclosed water that is kept (the Sea of Marmara is)."""
_BATCH = 200_000


def write() -> None:
    """Write the middles of the cells and the pairs of them that a straight line joins over water alone."""
    cells = _cells()
    middles, numbers = _numbered(cells)
    middles = np.round(middles / (FINEST_DEG / 2)) * (FINEST_DEG / 2)  # as they will be read: a coast may touch a line
    pairs = _pairs(numbers)
    roomy = np.zeros(len(middles), bool)
    roomy[numbers[(cells >= _ROOMY_LEVEL) & (cells != 255)]] = True
    pairs = np.unique(np.concatenate((pairs, _second(pairs, roomy))), axis=0)
    pairs = _open(pairs, middles)
    middles, pairs = _in_large_waters(middles, pairs)
    order = np.lexsort((pairs[:, 1], pairs[:, 0]))
    starts, ends = pairs[order].T
    counts = np.bincount(starts, minlength=len(middles))
    grid = np.round(middles / (FINEST_DEG / 2)).astype("<i4")
    np.savez_compressed(
        DATA / "ocean.npz",
        allow_pickle=False,
        step_deg=np.array(FINEST_DEG / 2),
        lon=np.diff(grid[:, 0], prepend=0).astype("<i2"),
        lat=np.diff(grid[:, 1], prepend=0).astype("<i2"),
        counts=counts.astype("u1"),
        ends=np.diff(ends - starts, prepend=0).astype("<i4"),
    )


def _cells() -> NDArray[np.uint8]:
    """For each finest cell the level of the cell that it is part of; 255 on land.

    A cell is as large as it can be with no coast within it and its neighbours of the same size. At the coast cells
    are of 0.1 degrees, and where the middle of such a one is dry, its quarters of 0.05 degrees stand for it.
    """
    coast, wet = _coast_cells(), _wet(FINEST_DEG)
    middle_is_wet = _wet(2 * FINEST_DEG)
    level = np.where(wet, 0, 255).astype(np.uint8)
    level[_spread(middle_is_wet, 2)] = 1
    for size in range(2, LEVELS):
        step = 2**size
        blocks: NDArray[np.bool_] = coast.reshape(_ROWS // step, step, _COLUMNS // step, step).max(axis=(1, 3))
        level[_spread(~_grown(blocks), step) & wet] = size
    return level


def _spread(blocks: NDArray[np.bool_], step: int) -> NDArray[np.bool_]:
    """Blocks as the finest cells that they are made of."""
    return np.repeat(np.repeat(blocks, step, 0), step, 1)


def _grown(blocks: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Blocks with their eight neighbours, round the globe."""
    tall = blocks.copy()
    tall[1:] |= blocks[:-1]
    tall[:-1] |= blocks[1:]
    grown: NDArray[np.bool_] = tall | np.roll(tall, 1, 1) | np.roll(tall, -1, 1)
    return grown


def _coast_cells() -> NDArray[np.bool_]:
    """Which finest cells hold coast."""
    coast = np.zeros((_ROWS, _COLUMNS), bool)
    points = shapely.get_coordinates(shapely.segmentize(shapely.boundary(land()), FINEST_DEG / 4))
    column = np.clip(((points[:, 0] + 180) / FINEST_DEG).astype(int), 0, _COLUMNS - 1)
    row = np.clip(((points[:, 1] + 90) / FINEST_DEG).astype(int), 0, _ROWS - 1)
    coast[row, column] = True
    return coast


def _wet(size_deg: float) -> NDArray[np.bool_]:
    """Of which cells of a size the middle is water."""
    lons = np.arange(-180 + size_deg / 2, 180, size_deg)
    lats = np.arange(-90 + size_deg / 2, 90, size_deg)
    wet = np.ones((len(lats), len(lons)), bool)
    for polygon in land():
        west, south, east, north = polygon.bounds
        columns = slice(*np.searchsorted(lons, (west, east)))
        rows = slice(*np.searchsorted(lats, (south, north)))
        if columns.start < columns.stop and rows.start < rows.stop:
            shapely.prepare(polygon)
            x, y = np.meshgrid(lons[columns], lats[rows])
            wet[rows, columns] &= ~shapely.contains_xy(polygon, x, y)
    return wet


def _numbered(level: NDArray[np.uint8]) -> tuple[NDArray[Any], NDArray[np.int64]]:
    """Middles (lon, lat) of all cells, and for each finest cell the number of its cell; -1 on land."""
    row, column = np.indices(level.shape, dtype=np.int64)
    step = np.where(level == 255, 1, 2 ** np.minimum(level, LEVELS).astype(np.int64))
    key = (row // step * step) * _COLUMNS + column // step * step
    key[level == 255] = -1
    found, numbers = np.unique(key, return_inverse=True)
    numbers = numbers.reshape(level.shape) - int(found[0] == -1)
    corners = found[found >= 0]
    sizes = 2.0 ** level.reshape(-1)[corners]
    lons = -180 + FINEST_DEG * (corners % _COLUMNS + sizes / 2)
    lats = -90 + FINEST_DEG * (corners // _COLUMNS + sizes / 2)
    return np.column_stack((lons, lats)), numbers


def _pairs(numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    """Pairs of cells that touch, each once, with the smaller number first."""
    east = np.roll(numbers, -1, 1)
    sides = [
        (numbers, east),
        (numbers[:-1], numbers[1:]),
        (numbers[:-1], east[1:]),
        (east[:-1], numbers[1:]),
    ]
    found = [np.column_stack((one.ravel(), other.ravel())) for one, other in sides]
    pairs = np.concatenate([pair[(pair[:, 0] != pair[:, 1]) & (pair.min(1) >= 0)] for pair in found])
    return np.unique(np.sort(pairs, axis=1), axis=0)


def _second(pairs: NDArray[np.int64], roomy: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Pairs of cells in open water with one cell between them, so that a way may run at more than eight bearings."""
    count = len(roomy)
    pairs = pairs[roomy[pairs].all(axis=1)]
    near = coo_array((np.ones(len(pairs), np.int8), pairs.T), (count, count)).tocsr()
    near = near + near.T
    beyond = (near @ near).tocoo()
    rows, columns = beyond.coords
    one_way = rows < columns
    return np.column_stack((rows[one_way], columns[one_way])).astype(np.int64)


def _open(pairs: NDArray[np.int64], middles: NDArray[Any]) -> NDArray[np.int64]:
    """The pairs whose line crosses no coast."""
    kept = []
    for start in range(0, len(pairs), _BATCH):
        part = pairs[start : start + _BATCH]
        kept.append(part[~crossings(middles[part[:, 0]], middles[part[:, 1]])])
    return np.concatenate(kept)


def _in_large_waters(middles: NDArray[Any], pairs: NDArray[np.int64]) -> tuple[NDArray[Any], NDArray[np.int64]]:
    """Cells of waters that hold more than a few, numbered anew."""
    count = len(middles)
    net = coo_array((np.ones(len(pairs), np.int8), pairs.T), (count, count))
    _, water = connected_components(net, directed=False)
    large = np.bincount(water)[water] >= _SMALLEST_WATER
    anew = np.cumsum(large) - 1
    return middles[large], anew[pairs[large[pairs[:, 0]]]]
