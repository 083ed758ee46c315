"""Where a way over land meets the sea: an end inland is joined to the coast it is nearest by, and the sea from there.

Nobody has said which port it was, so the point at the coast is wide. A leg over land is a straight line, for no roads
are known; between shores that no land joins there is none.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from shapely.geometry import Point

from geo.coast import land_tree, on_land
from geo.geodesy import GEOD, distance_m, haversine_m
from geo.net import Floats, Position, costs_from, net
from records.steering import Anchor

_STEP_M = 25_000.0
_MOST_WATER = 0.12
"""Share of a straight line over land that may be water: bays, and coasts drawn coarsely."""
_BRIDGE_DEG, _SHORES_DEG = 0.1, 1.0
_LAND_FACTOR = 3.0
"""What a mile over land counts for, against one at sea, where a coast is chosen."""
_AS_NEAR = 2.0
"""Coasts are looked at that are up to so many times as far as the nearest."""
_LEAST_RADIUS_M, _MOST_RADIUS_M = 50_000.0, 300_000.0


def lies_on_land(one: Anchor, other: Anchor) -> bool:
    """Whether the straight way between two anchors is one over land."""
    count = max(2, int(distance_m(*one.point, *other.point) / _STEP_M))
    points = np.array([one.point, *GEOD.npts(*one.point, *other.point, count), other.point])
    return float(np.mean(~on_land(points[:, 0], points[:, 1]))) <= max(_MOST_WATER, 2.0 / len(points))


def on_one_landmass(one: Anchor, other: Anchor) -> bool:
    """Whether land joins two anchors; one at sea counts as on the shores about it."""
    return bool(_landmasses(one.point) & _landmasses(other.point))


def _landmasses(point: Position) -> set[int]:
    """The polygons of land that a point is on or near: a bridge's length on land, a gulf's width at sea."""
    at_sea = not on_land(*point)[0]
    near_deg = _SHORES_DEG if at_sea else _BRIDGE_DEG
    return set(land_tree().query(Point(*point), predicate="dwithin", distance=near_deg).tolist())


def coast_of(inland: Anchor, toward: NDArray[np.int64], lengths: Any) -> Anchor | None:
    """Where the way from an anchor inland to some nodes of the sea's net meets the coast; None where it cannot.

    Of the coasts about as near as the nearest, that from which the whole way is the shortest.
    """
    points = net().points
    metres = haversine_m(*inland.point, points[:, 0], points[:, 1])
    costs = costs_from(lengths, toward)
    reached = np.isfinite(costs)
    if not reached.any():
        return None
    near = np.flatnonzero(reached & (metres <= _AS_NEAR * metres[reached].min()))
    best = int(near[np.argmin(_LAND_FACTOR * metres[near] + costs[near])])
    radius_m = float(np.clip(metres[best] / 2, _LEAST_RADIUS_M, _MOST_RADIUS_M))
    lon, lat = points[best].tolist()
    return Anchor(f"{inland.text} (coast)", lon, lat, max(radius_m, inland.radius_m))


def moored(anchor: Anchor) -> NDArray[np.int64]:
    """The node of the net that is nearest to an anchor."""
    spot: Floats = np.array([anchor.point], float)
    return net().nearest(spot)[0]
