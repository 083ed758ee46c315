"""Web Mercator as the map draws it: positions in pixels of a world that is 512 · 2^zoom wide (MapLibre's tiles)."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

TILE_PX = 512
MAX_LAT = 85.051129
"""Web Mercator ends here; what lies beyond is drawn on its edge."""


def x_of(lon: float) -> float:
    """Share of the world's width from 180° W, 0 to 1 (beyond for longitudes that run on)."""
    return (lon + 180) / 360


def y_of(lat: float) -> float:
    """Share of the world's height from its northern edge, 0 to 1."""
    lat = max(-MAX_LAT, min(MAX_LAT, lat))
    return 0.5 - math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)) / (2 * math.pi)


def lon_of(x: float | NDArray[Any]) -> NDArray[np.float64]:
    """The longitude of a share of the width; not brought back within ±180°."""
    return np.asarray(x, float) * 360 - 180


def lat_of(y: float | NDArray[Any]) -> NDArray[np.float64]:
    """The latitude of a share of the height."""
    return np.asarray(np.degrees(2 * np.arctan(np.exp((0.5 - np.asarray(y, float)) * 2 * np.pi)) - np.pi / 2))


def world_px(zoom: float) -> float:
    """The world's width in pixels at a zoom."""
    return float(TILE_PX * 2.0**zoom)


def wrapped(lon: float) -> float:
    """A longitude within ±180°."""
    return (lon + 180) % 360 - 180


def xy_of(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Rows of (lon, lat) as rows of shares of the world's width and height."""
    lat = np.radians(np.clip(points[:, 1], -MAX_LAT, MAX_LAT))
    y = 0.5 - np.log(np.tan(np.pi / 4 + lat / 2)) / (2 * np.pi)
    return np.column_stack([(points[:, 0] + 180) / 360, y])


def turned(x: float | NDArray[Any]) -> NDArray[np.float64]:
    """A difference of shares of the width the shorter way round the world, −0.5 to 0.5."""
    return np.asarray(x - np.rint(x), float)
