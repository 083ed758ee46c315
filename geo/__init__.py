"""Words to places: written coordinates, names, seas and relative expressions, and questions about positions.

The names below are loaded on first use, so that ``import geo`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from geo.coast import clipped_to_water as clipped_to_water
    from geo.context import Context as Context
    from geo.geodesy import circle as circle
    from geo.geodesy import distance_m as distance_m
    from geo.geodesy import geodesic_line as geodesic_line
    from geo.geodesy import ring as ring
    from geo.geodesy import sector as sector
    from geo.locating import locate as locate
    from geo.place import NotLocated as NotLocated
    from geo.place import Place as Place
    from geo.routing import sea_route as sea_route
    from geo.seas import Outline as Outline
    from geo.seas import outline as outline
    from geo.seas import sea_at as sea_at
    from geo.zones import zones_of_points as zones_of_points

_HOMES = {
    "Context": "geo.context",
    "NotLocated": "geo.place",
    "Outline": "geo.seas",
    "Place": "geo.place",
    "circle": "geo.geodesy",
    "clipped_to_water": "geo.coast",
    "distance_m": "geo.geodesy",
    "geodesic_line": "geo.geodesy",
    "locate": "geo.locating",
    "outline": "geo.seas",
    "ring": "geo.geodesy",
    "sea_at": "geo.seas",
    "sea_route": "geo.routing",
    "sector": "geo.geodesy",
    "zones_of_points": "geo.zones",
}
"""Each public name and the module that holds it."""


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'geo' has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(home), name)
    return value
