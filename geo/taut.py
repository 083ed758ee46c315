"""Ways pulled straight: points are left out wherever the geodesic between their neighbours is free."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np

from geo.geodesy import GEOD, distance_m
from geo.net import Floats, Position, crossings

_DRAWN_STEP_M = 40_000.0

Sight = Callable[[Floats, int, int], bool]
"""Whether of some points (lon, lat) one may be joined to a later one straight away, by their numbers."""


def pulled_straight(points: Floats) -> Floats:
    """A way with every point left out that the geodesic between two others makes needless; three times over."""
    for _ in range(3):
        points = shortened(shortened(points, in_sight)[::-1], in_sight)[::-1]
        finer = along(points)
        tighter = shortened(finer, in_sight)
        if length_m(tighter) >= length_m(points) - 100.0:
            break
        points = tighter
    return points


def shortened(points: Floats, sight: Sight) -> Floats:
    """From each point on to the farthest in sight."""
    kept = [0]
    last = len(points) - 1
    while kept[-1] < last:
        here = kept[-1]
        reach, step = here + 1, 1
        while reach < last:
            ahead = min(last, reach + step)
            if not sight(points, here, ahead):
                break
            reach, step = ahead, step * 2
        beyond = min(last, reach + step)
        while beyond - reach > 1:
            middle = (reach + beyond) // 2
            if sight(points, here, middle):
                reach = middle
            else:
                beyond = middle
        kept.append(reach)
    return points[kept]


def in_sight(points: Floats, here: int, there: int) -> bool:
    """Whether the geodesic between two points meets no coast."""
    return is_free(geodesic((points[here, 0], points[here, 1]), (points[there, 0], points[there, 1])))


def geodesic(start: Position, end: Position, step_m: float = _DRAWN_STEP_M) -> Floats:
    """Points (lon, lat) along the geodesic, one at least every step."""
    between = int(distance_m(*start, *end) // step_m)
    inner = GEOD.npts(*start, *end, between) if between else []
    return np.array([start, *inner, end])


def along(points: Floats, step_m: float = _DRAWN_STEP_M) -> Floats:
    """A way drawn: geodesics between its points."""
    pieces = [geodesic(tuple(here), tuple(there), step_m) for here, there in pairwise(points)]
    return np.vstack([points[:1], *(piece[1:] for piece in pieces)])


def is_free(points: Floats) -> bool:
    """Whether a line through points (lon, lat) meets no coast."""
    return not crossings(points[:-1], points[1:]).any()


def length_m(points: Floats) -> float:
    """The length of a line through points (lon, lat)."""
    if len(points) < 2:
        return 0.0
    return float(np.sum(GEOD.inv(points[:-1, 0], points[:-1, 1], points[1:, 0], points[1:, 1])[2]))
