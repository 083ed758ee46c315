"""Where a way over land or through the air begins in a country: the middle of its main land."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import shapely

from geo.geodesy import haversine_m
from geo.place import Place
from geo.seaboard import Front, main_land
from geo.world_regions import WORLD_REGIONS

_GRID = 40
_COUNTRY_KINDS = frozenset({"waters_off", "international_waters_off", "coast", "country"})


def heartland_of(place: Place) -> Front | None:
    """The middle of the land of a place that is a country (lon, lat), with the radius that holds nine tenths of it.

    None for any other place: its own point serves.
    """
    kind, _, code = (place.region_id or "").partition(".")
    if kind not in _COUNTRY_KINDS or any(step.params.get("name") in WORLD_REGIONS for step in place.location_steps):
        return None
    return _heartland(code.partition(".")[0])


@lru_cache(maxsize=256)
def _heartland(code: str) -> Front | None:
    land = main_land(code)
    if land is None:
        return None
    west, south, east, north = land.bounds
    lons, lats = np.meshgrid(np.linspace(west, east, _GRID), np.linspace(south, north, _GRID))
    inside = shapely.contains_xy(land, lons, lats)
    if not inside.any():
        point = land.representative_point()
        return Front(point.x, point.y, 50_000.0)
    lon, lat = lons[inside], lats[inside]
    apart = haversine_m(lon[:, None], lat[:, None], lon[None], lat[None])
    middle = int(np.argmin(apart.mean(axis=1)))
    return Front(float(lon[middle]), float(lat[middle]), float(np.quantile(apart[middle], 0.9)))
