"""The 90 % region of a place as a geometry: its own, a named outline, or the circle about its point."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Protocol

from shapely.geometry.base import BaseGeometry

from geo.geodesy import circle
from geo.place import Place


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
def disc(lon: float, lat: float, radius_m: float) -> BaseGeometry:
    """The circle about a point, at least 1 m wide so that it is a polygon; kept, for many records share one."""
    return circle(lon, lat, max(radius_m, 1.0))


def region_of(place: Place, outlines: Outlines) -> BaseGeometry:
    """The region that holds the true position with 90 % probability.

    A ``region_id`` that no outline has falls back to the circle, which is honest if coarse.
    """
    if place.region is not None:
        return place.region
    if place.region_id is not None and (found := outlines(place.region_id)) is not None:
        return found.geometry
    return disc(place.lon, place.lat, place.radius_m)
