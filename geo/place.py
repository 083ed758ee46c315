"""A place with honest uncertainty: a point, the region that holds the truth, and how it was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeGuard

from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry

from geo.message import Message

GeoPrecision = Literal["exact", "near", "area", "region", "unknown"]

NEAR_RADIUS_M = 25_000.0
"""Largest ``radius_m`` of a place that is called *near*."""
AREA_RADIUS_M = 150_000.0
"""Largest ``radius_m`` of a place that is called *area*; beyond it lies *region*."""


def precision_of(radius_m: float, *, stated: bool = False) -> GeoPrecision:
    """The class of precision of a radius in metres: exact where a source states coordinates, else by size."""
    if stated:
        return "exact"
    if radius_m <= NEAR_RADIUS_M:
        return "near"
    return "area" if radius_m <= AREA_RADIUS_M else "region"


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another place that the words may mean, with its probability (the answer's own share is what is left)."""

    name: str
    lon: float
    lat: float
    radius_m: float
    probability: float

    def to_json(self) -> dict[str, Any]:
        """As a JSON object."""
        return {
            "name": self.name,
            "lon": self.lon,
            "lat": self.lat,
            "radius_m": self.radius_m,
            "probability": self.probability,
        }

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Alternative:
        """Read what :meth:`to_json` wrote."""
        return cls(value["name"], value["lon"], value["lat"], value["radius_m"], value["probability"])


@dataclass(frozen=True, slots=True)
class Place:
    """Where something happened, as far as words or coordinates tell (Darwin Core's point-radius method).

    ``lon``, ``lat``: the point, degrees, WGS 84, longitude first. ``radius_m``: radius of the circle about it
    that holds the true position with 90 % probability. The 90 % region is ``region`` (a geometry of its own,
    lon/lat), or the named outline ``region_id`` that is stored once (:func:`geo.outline`), or, where both are
    None, the circle. ``location_method``: how it was found, as a short code (``coordinates``, ``offset``,
    ``name``, ``sea``, ``report_context`` …). ``location_steps``: how it was found, as a list a person can follow.
    """

    lon: float
    lat: float
    radius_m: float
    geo_precision: GeoPrecision
    location_method: str
    location_steps: tuple[Message, ...] = ()
    region: BaseGeometry | None = None
    region_id: str | None = None
    alternatives: tuple[Alternative, ...] = ()
    flags: tuple[str, ...] = ()

    @property
    def stated(self) -> bool:
        """Whether a source states the position: only then may it be drawn as a bare point."""
        return self.geo_precision == "exact"

    def to_json(self) -> dict[str, Any]:
        """As a JSON object; ``region`` is a GeoJSON geometry or null."""
        return {
            "lon": self.lon,
            "lat": self.lat,
            "radius_m": self.radius_m,
            "region": None if self.region is None else mapping(self.region),
            "region_id": self.region_id,
            "geo_precision": self.geo_precision,
            "location_method": self.location_method,
            "location_steps": [step.to_json() for step in self.location_steps],
            "alternatives": [other.to_json() for other in self.alternatives],
            "flags": list(self.flags),
        }

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Place:
        """Read what :meth:`to_json` wrote."""
        region = value.get("region")
        return cls(
            lon=value["lon"],
            lat=value["lat"],
            radius_m=value["radius_m"],
            geo_precision=value["geo_precision"],
            location_method=value["location_method"],
            location_steps=tuple(Message.from_json(step) for step in value.get("location_steps") or ()),
            region=None if region is None else shape(region),
            region_id=value.get("region_id"),
            alternatives=tuple(Alternative.from_json(other) for other in value.get("alternatives") or ()),
            flags=tuple(value.get("flags") or ()),
        )


@dataclass(frozen=True, slots=True)
class NotLocated:
    """Words that name no place that can be found, with the reason and the steps that were tried."""

    reason: Message
    location_steps: tuple[Message, ...] = field(default=())

    def to_json(self) -> dict[str, Any]:
        """As a JSON object of the same keys as a place's, without a position."""
        return {
            "lon": None,
            "lat": None,
            "radius_m": None,
            "region": None,
            "region_id": None,
            "geo_precision": "unknown",
            "location_method": None,
            "location_steps": [step.to_json() for step in self.location_steps],
            "alternatives": [],
            "reason": self.reason.to_json(),
        }


def is_place(answer: Place | NotLocated) -> TypeGuard[Place]:
    """Whether an answer is a place."""
    return isinstance(answer, Place)
