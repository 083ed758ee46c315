"""The 90 % region of a place as a geometry: its own, a named outline, or the circle about its point."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Protocol

import numpy as np
from pyproj import Geod
from shapely.geometry.base import BaseGeometry

from geo.place import Place
from layers.antimeridian import ring

WGS84 = Geod(ellps="WGS84")
CIRCLE_VERTICES = 72
LARGEST_RADIUS_M = 19_900_000.0
"""A circle larger than this would hold nearly the whole globe and turn inside out."""


class NamedOutline(Protocol):
    """What this room asks of a named outline (:class:`geo.seas.Outline`)."""

    @property
    def id(self) -> str:
        """Its ``region_id``."""
        ...

    @property
    def name(self) -> str:
        """Its English name."""
        ...

    @property
    def geometry(self) -> BaseGeometry:
        """Its polygon (lon, lat), cut at the antimeridian."""
        ...


Outlines = Callable[[str], NamedOutline | None]
"""Answers a ``region_id`` with its outline, None where there is none of that name."""


def named_seas() -> Outlines:
    """The named outlines of ``geo``."""
    from geo.seas import outline

    return outline


@lru_cache(maxsize=4096)
def circle(lon: float, lat: float, radius_m: float) -> BaseGeometry:
    """The geodesic circle about a point, cut at the antimeridian; it may hold a pole. ``radius_m`` at least 1 m."""
    azimuths = np.linspace(0.0, -360.0, CIRCLE_VERTICES, endpoint=False)
    radius = min(max(radius_m, 1.0), LARGEST_RADIUS_M)
    filled = np.full(CIRCLE_VERTICES, lon), np.full(CIRCLE_VERTICES, lat)
    lons, lats, _ = WGS84.fwd(*filled, azimuths, np.full(CIRCLE_VERTICES, radius))
    return ring(np.asarray(lons), np.asarray(lats))


def region_of(place: Place, outlines: Outlines) -> BaseGeometry:
    """The region that holds the true position with 90 % probability.

    A ``region_id`` that no outline has falls back to the circle, which is honest if coarse.
    """
    if place.region is not None:
        return place.region
    if place.region_id is not None and (found := outlines(place.region_id)) is not None:
        return found.geometry
    return circle(place.lon, place.lat, place.radius_m)
