"""Where a true position may lie, as positions of equal weight: the same ones every time, without chance."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo.geodesy import GEOD

NINETY_PER_CENT_SIGMAS = 2.1460
"""Radius of the circle that holds 90 % of a round normal distribution, in its standard deviations."""
_SAMPLES = 400

Floats = NDArray[np.float64]


def positions_of(
    lon: float, lat: float, radius_m: float | None, region: BaseGeometry | None, *, samples: int = _SAMPLES
) -> tuple[Floats, Floats]:
    """Positions (lon, lat) that stand for where the true one may lie.

    Even over a ``region`` where there is one; else as a round normal distribution whose circle of ``radius_m`` holds
    90 %; else the point alone. ``samples``: how many positions make the normal distribution.
    """
    if region is not None and not region.is_empty:
        return _even_over(region)
    if not radius_m:
        return np.array([lon]), np.array([lat])
    number = np.arange(samples)
    share = (number + 0.5) / samples
    away = radius_m / NINETY_PER_CENT_SIGMAS * np.sqrt(-2 * np.log(1 - share))
    bearings = number * 137.507764 % 360.0
    lons, lats, _ = GEOD.fwd(np.full(samples, lon), np.full(samples, lat), bearings, away)
    return np.asarray(lons), np.asarray(lats)


def _even_over(region: BaseGeometry) -> tuple[Floats, Floats]:
    """Positions even over the area of a polygon: a low-discrepancy sequence in equal-area coordinates."""
    west, south, east, north = region.bounds
    shapely.prepare(region)
    low, high = np.sin(np.radians([south, north]))
    lons: list[Floats] = []
    lats: list[Floats] = []
    held = 0
    for block in range(64):
        number = np.arange(block * 2048, (block + 1) * 2048) + 0.5
        lon = np.asarray(west + (number * 0.754877666) % 1.0 * (east - west), float)
        lat = np.asarray(np.degrees(np.arcsin(low + (number * 0.569840296) % 1.0 * (high - low))), float)
        inside = shapely.contains_xy(region, lon, lat)
        lons.append(lon[inside])
        lats.append(lat[inside])
        held += int(inside.sum())
        if held >= 2 * _SAMPLES:
            break
    if not held:
        point = region.representative_point()
        return np.array([point.x]), np.array([point.y])
    return np.concatenate(lons), np.concatenate(lats)
