"""A coarse grid of the signed distance from the coast, for quick looks at which side of a shore a point lies on."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.coast import distance_to_coast_m, land_polygons
from geo.derive.packages import DATA
from geo.shore import STEP_DEG, encode


def write() -> None:
    """Write ``shore_distance.npz``: nodes every 0.1 degrees, from −180, −90 eastward and northward."""
    lons = np.round(np.arange(-180, 180, STEP_DEG), 6)
    lats = np.round(np.arange(-90, 90 + STEP_DEG / 2, STEP_DEG), 6)
    land = _land_nodes(lons, lats)
    coded = np.empty((len(lats), len(lons)), "u1")
    for row, lat in enumerate(lats):
        apart = distance_to_coast_m(lons, np.full(len(lons), lat))
        coded[row] = encode(np.where(land[row], -apart, apart))
    coded[1:] -= coded[:-1].copy()
    np.savez_compressed(DATA / "shore_distance.npz", allow_pickle=False, steps=coded)


def _land_nodes(lons: NDArray[Any], lats: NDArray[Any]) -> NDArray[np.bool_]:
    land = np.zeros((len(lats), len(lons)), bool)
    for polygon in land_polygons():
        shapely.prepare(polygon)
        west, south, east, north = polygon.bounds
        columns = np.flatnonzero((lons >= west) & (lons <= east))
        rows = np.flatnonzero((lats >= south) & (lats <= north))
        if len(columns) and len(rows):
            grid = np.meshgrid(lons[columns], lats[rows])
            land[np.ix_(rows, columns)] |= shapely.contains_xy(polygon, *grid)
    return land
