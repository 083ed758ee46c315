"""The routes as the page's map draws them: lines, the corridor of each, and the narrow corridors as one quiet area.

Forty corridors on top of each other are a smear, and one whose end is a whole country fills an ocean. So the narrow
ones are joined to one even tone, and a route's own corridor, however wide, shows when it is hovered or selected.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, get_args

import shapely
from shapely.geometry import mapping

from layers.routes import corridor_of, drawing_of
from records.route import RouteKind
from records.store import Store

KINDS: tuple[RouteKind, ...] = get_args(RouteKind)
JOINED_TOLERANCE_DEG = 0.03
NARROW_M = 260_000.0
"""Legs both of whose ends are known better than this have a corridor that is always shown."""


@lru_cache(maxsize=8)
def route_features(store: Store) -> dict[str, Any]:
    """One collection: ``part`` is ``line``, ``corridor`` (of a route) or ``joined`` (the narrow ones of a ``kind``)."""
    drawn = drawing_of(store)
    features = [_joined(kind, store) for kind in KINDS]
    features += [_part(feature, "corridor") for feature in drawn.corridors["features"]]
    features += [_part(feature, "line") for feature in drawn.lines["features"]]
    return {"type": "FeatureCollection", "features": features}


def _part(feature: dict[str, Any], part: str) -> dict[str, Any]:
    return {**feature, "properties": {**feature["properties"], "part": part}}


def _joined(kind: RouteKind, store: Store) -> dict[str, Any]:
    legs = (leg for route in store.routes() if route.kind == kind for leg in route.legs)
    narrow = [corridor_of(leg) for leg in legs if max(leg.radius_start_m, leg.radius_end_m) <= NARROW_M]
    area = shapely.simplify(shapely.union_all(narrow), JOINED_TOLERANCE_DEG)
    rounded = shapely.transform(area, lambda points: points.round(3))
    return {"type": "Feature", "properties": {"kind": kind, "part": "joined"}, "geometry": mapping(rounded)}
