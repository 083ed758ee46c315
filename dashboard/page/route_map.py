"""The routes as the page's map draws them, in one collection, with those that are not drawn and why."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from dashboard.page.route_details import undrawn
from layers.routes import drawing_of
from records.store import Store


@lru_cache(maxsize=8)
def route_features(store: Store) -> dict[str, Any]:
    """The lines and bands of a store's routes: ``part`` is ``line`` or ``band`` (the known corridors of a kind).

    ``undrawn``: how many routes are not drawn, or only in part.
    """
    drawn = drawing_of(store)
    parts = {"band": drawn.bands, "line": drawn.lines}
    features = [
        {**feature, "properties": {**feature["properties"], "part": part}}
        for part, collection in parts.items()
        for feature in collection["features"]
    ]
    incomplete = sum(bool(undrawn(route)) for route in store.routes())
    return {"type": "FeatureCollection", "features": features, "undrawn": incomplete}


def corridor_features(store: Store, route: str) -> dict[str, Any]:
    """The corridor of one route, which is shown when it is pointed at; empty where it has none."""
    found = [each for each in drawing_of(store).corridors["features"] if each["properties"]["route"] == route]
    return {"type": "FeatureCollection", "features": found}
