"""Cells of internal waters: bays under 24 nmi wide at the mouth, and waters behind fringing islands."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.spatial import cKDTree
from shapely.geometry.base import BaseGeometry

from geo.coast import coast_points, holding, on_sphere, owner_codes
from geo.derive.packages import DATA
from geo.geodesy import EARTH_RADIUS_M, M_PER_NMI
from geo.seas import countries, seas

ENCLOSED = (
    "lake_maracaibo",
    "chesapeake_bay",
    "san_francisco_bay",
    "puget_sound",
    "sea_of_marmara",
    "white_sea",
    "hudson_bay",
    "james_bay",
)
"""Waters of one country that widen behind a narrow mouth, or that it holds as historic bays."""
STEP_DEG = 0.05
HALF_MOUTH_M = 12 * M_PER_NMI
_SHELL_M = 9_000.0
_SLACK_M = 3_000.0
_BLOCK_DEG = 0.5
_ROWS, _COLUMNS = int(180 / STEP_DEG), int(360 / STEP_DEG)


def write() -> None:
    """Write one bit for each cell of 0.05 degrees."""
    cells = np.zeros((_ROWS, _COLUMNS), bool)
    points, owners = coast_points()
    codes = owner_codes()[0]
    for number in np.unique(owners):
        if str(codes[number]) in countries():
            row, column = _of_country(points[owners == number], countries()[str(codes[number])].geometry)
            cells[row, column] = True
    for sea in ENCLOSED:
        row, column = _of_sea(seas()[sea].geometry)
        cells[row, column] = True
    np.savez_compressed(
        DATA / "internal.npz",
        allow_pickle=False,
        bits=np.packbits(cells),
        size=np.array(cells.shape),
        step_deg=np.array(STEP_DEG),
    )


def _of_country(points: NDArray[Any], land: BaseGeometry) -> tuple[NDArray[Any], NDArray[Any]]:
    """Rows and columns of the cells that no disc of 12 nmi free of this country's land reaches from the sea.

    The middles of such discs lie 12 nmi or more from the coast; a cell that is nearer to the coast than 12 nmi, and
    farther than 12 nmi from all such middles, lies in a bay whose mouth is narrower than 24 nmi.
    """
    row, column = _cells_near(points)
    lons, lats = (column + 0.5) * STEP_DEG - 180, (row + 0.5) * STEP_DEG - 90
    spots = on_sphere(lons, lats)
    coast_m = _metres(cKDTree(points, balanced_tree=False).query(spots, distance_upper_bound=0.01)[0])
    dry = _inside(land, lons, lats)
    middles = (coast_m >= HALF_MOUTH_M) & (coast_m <= HALF_MOUTH_M + _SHELL_M) & ~dry
    near = (coast_m < HALF_MOUTH_M) & ~dry
    if not middles.any():
        return row[near], column[near]
    away = _metres(cKDTree(spots[middles]).query(spots[near])[0])
    inside = away > HALF_MOUTH_M + _SLACK_M
    return row[near][inside], column[near][inside]


def _inside(geometry: BaseGeometry, lons: NDArray[Any], lats: NDArray[Any]) -> NDArray[np.bool_]:
    tree = shapely.STRtree(shapely.get_parts(geometry))
    shapely.prepare(tree.geometries)
    inside = np.zeros(len(lons), bool)
    inside[holding(tree, lons, lats)[0]] = True
    return inside


def _of_sea(geometry: BaseGeometry) -> tuple[NDArray[Any], NDArray[Any]]:
    """Rows and columns of the cells of a sea."""
    west, south, east, north = geometry.bounds
    rows = np.arange(int((south + 90) / STEP_DEG), int((north + 90) / STEP_DEG) + 1)
    columns = np.arange(int((west + 180) / STEP_DEG), int((east + 180) / STEP_DEG) + 1)
    row, column = (grid.ravel() for grid in np.meshgrid(rows, columns, indexing="ij"))
    inside = _inside(geometry, (column + 0.5) * STEP_DEG - 180, (row + 0.5) * STEP_DEG - 90)
    return row[inside], column[inside]


def _cells_near(points: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
    """Cells of all blocks of half a degree within reach of the coast."""
    lats = np.degrees(np.arcsin(np.clip(points[:, 2], -1, 1)))
    lons = np.degrees(np.arctan2(points[:, 1], points[:, 0]))
    reach_deg = np.degrees((HALF_MOUTH_M + _SHELL_M) / EARTH_RADIUS_M)
    blocks: set[tuple[int, int]] = set()
    for row, column in np.unique(np.floor(np.column_stack((lats, lons)) / _BLOCK_DEG).astype(int), axis=0):
        lat = min(89.0, (abs(row) + 1) * _BLOCK_DEG)
        wide = min(360, int(np.ceil(reach_deg / np.cos(np.radians(lat)) / _BLOCK_DEG)))
        blocks.update((row + down, column + right) for down in (-1, 0, 1) for right in range(-wide, wide + 1))
    per = round(_BLOCK_DEG / STEP_DEG)
    corners = np.array(sorted(blocks)) * per + (_ROWS // 2, _COLUMNS // 2)
    down, right = np.indices((per, per)).reshape(2, -1)
    row = (corners[:, :1] + down).ravel()
    column = (corners[:, 1:] + right).ravel() % _COLUMNS
    held = (row >= 0) & (row < _ROWS)
    cells = np.unique(row[held] * _COLUMNS + column[held])
    return cells // _COLUMNS, cells % _COLUMNS


def _metres(chords: NDArray[Any]) -> NDArray[Any]:
    metres: NDArray[Any] = EARTH_RADIUS_M * chords
    return metres
