"""A drawn area: a ring of positions, as an address and a command write it.

A ring is (lon, lat) pairs in degrees, WGS 84, without a repeat of the first at its end. Each edge is straight in
degrees (a line of the page's map bends by less than its width over the lengths that people draw) and goes the
shorter way round the world, so that an edge from 170 to -170 crosses the antimeridian.
"""

from __future__ import annotations

import math
import re
from itertools import pairwise
from typing import Any

import shapely
from shapely.geometry import Polygon

Ring = tuple[tuple[float, float], ...]

MAX_POINTS = 200
_BETWEEN = re.compile(r"[\s,;]+")


def parse_ring(value: Any) -> Ring | None:
    """Read ``LON,LAT,LON,LAT,…`` (spaces and semicolons also divide) or pairs of numbers; None where nothing is said.

    Raises ``ValueError`` that says what is wrong: no numbers, fewer than three points or too many, a ring that
    crosses itself, encloses nothing, or goes around a pole.
    """
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    ring = _opened(_pairs(value))
    if len(set(ring)) < 3:
        raise ValueError("an area needs at least three different points")
    if len(ring) > MAX_POINTS:
        raise ValueError(f"an area has at most {MAX_POINTS} points, this one {len(ring)}")
    _check(ring)
    return ring


def polygon_of(ring: Ring) -> Polygon:
    """The area as one polygon; where it crosses the antimeridian its longitudes run on beyond ±180°."""
    return Polygon(_unrolled(ring)[:-1])


def ring_text(ring: Ring) -> str:
    """The ring as :func:`parse_ring` reads it."""
    return ",".join(f"{_degrees(lon)},{_degrees(lat)}" for lon, lat in ring)


def _pairs(value: Any) -> Ring:
    try:
        if isinstance(value, str):
            numbers = [float(part) for part in _BETWEEN.split(value.strip(" ,;"))]
            if len(numbers) % 2:
                raise ValueError("an area is LON,LAT,LON,LAT,… in degrees; a number is missing or too many")
            pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
        else:
            pairs = [(float(lon), float(lat)) for lon, lat in value]
    except (TypeError, ValueError) as reason:
        if "an area" in str(reason):
            raise
        raise ValueError("an area is LON,LAT,LON,LAT,… in degrees") from reason
    for lon, lat in pairs:
        if not (math.isfinite(lon) and math.isfinite(lat) and abs(lon) <= 180 and abs(lat) <= 90):
            raise ValueError(f"{lon:g}, {lat:g} is no position: lon -180 to 180, lat -90 to 90")
    return tuple(pairs)


def _opened(ring: Ring) -> Ring:
    """Without repeats of a point, also of the first at the end."""
    kept = [point for point, before in zip(ring, (None, *ring), strict=False) if point != before]
    return tuple(kept[:-1] if len(kept) > 1 and kept[0] == kept[-1] else kept)


def _unrolled(ring: Ring) -> list[tuple[float, float]]:
    """The closed ring with each edge going the shorter way; its end differs from its start where it rounds a pole."""
    closed = (*ring, ring[0])
    points = [ring[0]]
    for (before, _), (lon, lat) in pairwise(closed):
        across = (lon - before + 180) % 360 - 180
        points.append((points[-1][0] + across, lat))
    return points


def _check(ring: Ring) -> None:
    points = _unrolled(ring)
    if abs(points[-1][0] - points[0][0]) > 1:
        raise ValueError("the area goes around a pole: draw it with edges that stay on one side")
    area = Polygon(points[:-1])
    if not area.is_valid:
        raise ValueError(f"the area crosses itself ({shapely.is_valid_reason(area).lower()})")
    if area.area == 0:
        raise ValueError("the area encloses nothing")


def _degrees(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")
