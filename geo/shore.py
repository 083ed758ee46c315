"""Quick looks at the shore: how far out at sea or inland a point lies, to a few kilometres, and which way the sea is.

A grid of 0.1 degrees answers in microseconds and weighs some megabytes; ``geo.coast`` answers exactly and slowly.
"""

from __future__ import annotations

import math
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geo.shapes import load_arrays
from geo.sphere import sphere_destination

STEP_DEG = 0.1
_COLUMNS = 3600
_ROWS = 1801
_SCALE = 2.6
_MIDDLE = 128
_BEARINGS = tuple(range(0, 360, 15))
_AFLOAT_M = 1_500.0


def encode(signed_m: NDArray[Any]) -> NDArray[np.uint8]:
    """Signed distances in metres (land negative) as bytes, finer near the coast."""
    root = np.sign(signed_m) * np.sqrt(np.abs(signed_m) / 1000.0) * _SCALE
    return np.asarray(np.clip(np.round(root), -127, 127) + _MIDDLE, "u1")


@cache
def _grid() -> bytes:
    steps = load_arrays(Path(str(files("geo") / "data" / "shore_distance.npz")))["steps"]
    return np.cumsum(steps, axis=0, dtype="u1").tobytes()


_DECODED = tuple(math.copysign(((code - _MIDDLE) / _SCALE) ** 2 * 1000.0, code - _MIDDLE) for code in range(256))


def offshore_m(lon: float, lat: float) -> float:
    """Distance from the coast in metres, negative on land; good to a few kilometres."""
    x, y = (lon + 180.0) % 360.0 / STEP_DEG, (lat + 90.0) / STEP_DEG
    column, row = int(x), min(_ROWS - 2, int(y))
    east, north = x - column, y - row
    grid, decoded = _grid(), _DECODED
    at, beside = row * _COLUMNS + column % _COLUMNS, row * _COLUMNS + (column + 1) % _COLUMNS
    south = decoded[grid[at]] * (1 - east) + decoded[grid[beside]] * east
    top = decoded[grid[at + _COLUMNS]] * (1 - east) + decoded[grid[beside + _COLUMNS]] * east
    return south * (1 - north) + top * north


def seaward(lon: float, lat: float, distance_m: float, toward_deg: float | None = None) -> tuple[float, float]:
    """The point (lon, lat) at a distance off the coast near a point, the way that leads straight out to sea.

    Where several ways do, the middle one counts; ``toward_deg`` prefers the ways within 60 degrees of it. Without
    any water in reach the point itself is answered.
    """
    best, ways = -math.inf, []
    for bearing in _BEARINGS:
        if toward_deg is not None and abs((bearing - toward_deg + 180) % 360 - 180) > 60:
            continue
        far = sphere_destination(lon, lat, bearing, distance_m)
        out = min(offshore_m(*far), 1.1 * distance_m)
        ways.append((out, bearing))
        best = max(best, out)
    if best <= 0:
        return lon, lat
    good = [math.radians(bearing) for out, bearing in ways if out >= 0.85 * best]
    x, y = sum(map(math.sin, good)), sum(map(math.cos, good))
    if math.hypot(x, y) < 0.2 * len(good):
        return sphere_destination(lon, lat, max(ways)[1], distance_m)
    return sphere_destination(lon, lat, math.degrees(math.atan2(x, y)), distance_m)


def edge_m(lon: float, lat: float, bearing_deg: float, reach_m: float) -> float:
    """How far it is from a point of an island to its shore on a bearing: 0 at sea, at most ``reach_m``."""
    step = max(2_000.0, reach_m / 24)
    out = 0.0
    while out < reach_m:
        if offshore_m(*sphere_destination(lon, lat, bearing_deg, out)) > 0:
            return max(0.0, out - step / 2)
        out += step
    return reach_m


def afloat(lon: float, lat: float, within_m: float) -> tuple[float, float]:
    """The point itself where it lies in water, else the nearest water within a distance, else the point again."""
    if offshore_m(lon, lat) >= 0:
        return lon, lat
    reach = _AFLOAT_M
    while reach <= within_m:
        found = [sphere_destination(lon, lat, bearing, reach) for bearing in _BEARINGS]
        best = max(found, key=lambda point: offshore_m(*point))
        if offshore_m(*best) > _AFLOAT_M:
            return best
        reach *= 1.5
    return lon, lat
