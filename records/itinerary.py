"""The words of a route as stops: where it may begin, what it passes in order, where it may end, and what follows.

Semicolons part alternatives of an end, and the order of vias. "Colombia and Ecuador" are two alternatives too, where
both are areas and one area about them would say less; "and then Europe" is where a route goes on from its end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import geo
from geo.place import AREA_RADIUS_M, NotLocated, Place
from geo.seas import PART_WORDS
from records.route import Route, Waypoint, WaypointRole

_AND = re.compile(r"\s*(?:,\s*)?\b(?:and|y|et)\b\s+|\s+&\s+", re.IGNORECASE)
_THEN = re.compile(r"\s*(?:,\s*)?(?:\band\s+)?\bthen\b(?:\s+to)?\s+", re.IGNORECASE)
_BY_WAY_OF = re.compile(r"\s+\b(?:via|by way of)\b\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stop:
    """A place of a route, by its words."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Itinerary:
    """A route's stops that were placed, and all its waypoints with those that were not."""

    origins: tuple[Stop, ...]
    vias: tuple[Stop, ...]
    destinations: tuple[Stop, ...]
    onward: tuple[Stop, ...]
    waypoints: tuple[Waypoint, ...]


def itinerary_of(route: Route) -> Itinerary:
    """Locate all the words of a route."""
    waypoints: list[Waypoint] = []
    for text in _listed(route.from_text):
        start, *passed = _BY_WAY_OF.split(text)
        waypoints.extend(_ends(start, "from"))
        waypoints.extend(_waypoint(via, "via") for via in passed)
    waypoints.extend(_waypoint(text, "via") for text in _listed(route.via_text))
    for text in _listed(route.to_text):
        end, *following = _THEN.split(text)
        if end:
            waypoints.extend(_ends(end, "to"))
        waypoints.extend(_waypoint(later, "onward") for later in following)
    ordered = tuple(sorted(waypoints, key=lambda point: ("from", "via", "to", "onward").index(point.role)))
    return Itinerary(
        tuple(_stops(ordered, "from")),
        tuple(_stops(ordered, "via")),
        tuple(_stops(ordered, "to")),
        tuple(_stops(ordered, "onward")),
        ordered,
    )


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _stops(waypoints: tuple[Waypoint, ...], role: WaypointRole) -> Iterator[Stop]:
    return (Stop(point.text, point.place) for point in waypoints if point.role == role and point.place is not None)


def _ends(text: str, role: WaypointRole) -> list[Waypoint]:
    """The end of a route as one waypoint, or as one for each of the areas that "and" joins."""
    whole = _waypoint(text, role)
    parts = [part for part in _AND.split(text) if part.strip()]
    if len(parts) < 2 or whole.place is None:
        return [whole]
    first = parts[0].strip().lower()
    shared_head = first in PART_WORDS
    joined = any(step.code == "and_also" for step in whole.place.location_steps)
    if not shared_head and not (joined and whole.place.radius_m > AREA_RADIUS_M):
        return [whole]
    if shared_head:  # "South and Central America"
        parts[0] = f"{parts[0]} {text.split()[-1]}"
    country = text.rpartition(",")[2] if "," in text else ""
    each = [_waypoint(part if not country or "," in part else f"{part},{country}", role) for part in parts]
    return each if all(point.place is not None for point in each) else [whole]


def _waypoint(text: str, role: WaypointRole) -> Waypoint:
    found = geo.locate(text)
    if isinstance(found, NotLocated):
        return Waypoint(text=text, role=role, not_located_reason=found.reason)
    return Waypoint(text=text, role=role, place=found)
